// One process of the program without its pages, started by a test that is going to kill it: it sends what is due at the
// instant of AT, and says what became of it when nothing is left.
import { openWorld } from '../../server/commands/world.ts'
import { sendDue } from '../../server/messages/send-due.ts'

const { deps, close } = await openWorld({ writes: true, makesSecret: false })
const outcome = await sendDue({ ...deps, now: () => new Date(process.env.AT ?? '') })
await close()
console.log(JSON.stringify(outcome))
