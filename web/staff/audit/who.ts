import type { words } from './words.ts'

type Actor = { actorKind: string; actorName: string }
type Say = Pick<(typeof words)['nl'], 'program' | 'patients' | 'unknown'>

/** Who did it, in words: of a patient the log keeps no name, only who answered for them. */
export function whoActed({ actorKind, actorName }: Actor, say: Say): string {
  if (actorKind === 'system') return say.program
  if (actorKind === 'patient') return say.patients[actorName] ?? say.patients.patient
  return actorName || say.unknown
}
