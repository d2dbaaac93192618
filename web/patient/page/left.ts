import type { PageTask } from '../../../core/answers/page-task.ts'
import { type Drafts, wayAt } from '../../../core/answers/walk.ts'
import { find } from './parts.ts'
import type { Stop } from './way.ts'

/** How far the bar comes with the questions; the steps after them take it to its end. */
const SHARE = { questions: 85, topics: 88, last: 96 }

/** The line on top: how much is left. */
export function sayLeft({ places, words, minutesAfter }: PageTask, drafts: Drafts, at: Stop): void {
  const { minutesLeft, share } = wayAt(places, drafts, typeof at === 'number' ? at : places.length)
  const minutes = at === 'topics' ? 1 : Math.ceil(minutesLeft + minutesAfter)
  const left = words.left[Math.max(1, minutes) - 1] ?? words.left.at(-1) ?? ''
  find('#left').textContent = at === 'last' ? words.lastQuestion : left
  find<HTMLProgressElement>('.bar').value =
    typeof at === 'number' ? Math.round(share * SHARE.questions) : SHARE[at]
}
