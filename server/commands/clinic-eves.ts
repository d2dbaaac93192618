import { tellClinicians } from '../clinic/eve.ts'
import type { Deps } from '../deps.ts'
import { inTurns } from '../turns.ts'

/** Looks every few minutes whether it is time to tell clinicians what their next clinic brings. */
export function startClinicEves(deps: Deps): () => Promise<void> {
  const told = new Map<string, string>()
  return inTurns(deps, () => tellClinicians(deps, told), {
    every: 5 * 60_000,
    fails: 'mail about the next clinic was not written',
  })
}
