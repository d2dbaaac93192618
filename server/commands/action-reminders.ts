import type { Deps } from '../deps.ts'
import { remindOwners } from '../meetings/remind.ts'
import { inTurns } from '../turns.ts'

/** Looks every few minutes whether it is time to remind people of their actions. */
export function startActionReminders(deps: Deps): () => Promise<void> {
  const told = new Map<string, string>()
  return inTurns(deps, () => remindOwners(deps, told), {
    every: 5 * 60_000,
    fails: 'reminders of actions were not written',
  })
}
