import type { Resolved } from '../../appointments/resolve.ts'
import type { EndReason } from '../../enrolments/store.ts'
import type { AsideReason, KnownEnrolment } from './world.ts'

/** The enrolment that an appointment belongs to, or what is to be done about it. */
export type Belongs =
  | { to: KnownEnrolment }
  | { makeNew: true }
  | { none: true }
  | { aside: AsideReason }
  | { skip: string }

/** After these, an appointment never starts the care path again. */
const FINAL: readonly (EndReason | null)[] = ['deceased', 'loss', 'palliative']

/** Which of the patient's enrolments (any outcome set, ended ones too) an appointment belongs to. */
export function belongsTo(
  one: Resolved,
  enrolments: readonly KnownEnrolment[],
  { current, isDead }: { current: string | null; isDead: boolean },
): Belongs {
  const ofGroup = enrolments.filter(
    ({ outcomeSet, side, endReason }) =>
      outcomeSet === one.team.version.set.id &&
      (one.side === null || one.side === side) &&
      endReason !== 'moved', // goes on with another team
  )
  const open = ofGroup.filter(({ endedOn }) => !endedOn)
  const found = open.length === 1 ? open[0] : open.find(({ id }) => id === current)
  if (found) return found.teamId === one.team.id ? { to: found } : { aside: 'other-team' }
  if (open.length > 1) return { aside: 'side-unknown' }
  return withoutOpen(one, ofGroup, isDead)
}

function withoutOpen(one: Resolved, ended: readonly KnownEnrolment[], isDead: boolean): Belongs {
  const last = ended.toSorted((a, b) => ((a.endedOn ?? '') < (b.endedOn ?? '') ? 1 : -1))[0]
  if (last && !startsAnew(one, last)) return { to: last }
  if (one.message.status !== 'booked' || isDead) return { none: true }
  if (one.outside) return { skip: one.outside }
  return one.side === null ? { aside: 'side-unknown' } : { makeNew: true }
}

/** A later appointment that leads into the first stage begins a new episode; a late check-up belongs to the old one. */
function startsAnew({ on, kind, team }: Resolved, last: KnownEnrolment): boolean {
  const { stageRules, carePath } = team.version.set
  const stage = stageRules.find(({ appointmentKind }) => appointmentKind === kind)?.stage
  return (
    on > (last.endedOn ?? '') &&
    !FINAL.includes(last.endReason as EndReason) &&
    stage === carePath.stages[0]?.id
  )
}
