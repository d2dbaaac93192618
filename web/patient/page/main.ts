import type { PageTask } from '../../../core/page-task.ts'
import { openWay } from './way.ts'

// The page works without this: it only makes every turn instant, and keeps what cannot be sent yet.
const task = document.getElementById('task')
if (task) openWay(JSON.parse(task.textContent) as PageTask)
