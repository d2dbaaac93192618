import type { EventMessage } from '../../../core/feeds/event-message.ts'
import { pathsOf } from '../../../core/schedule/event-effects.ts'
import { fold } from '../../../core/words/fold.ts'
import type { CareEventRow } from '../../care-events/store.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { type Enrolment, enrolmentsOf } from '../../enrolments/store.ts'
import type { Patient } from '../../patients/store.ts'
import type { Source } from '../admit/desk.ts'
import type { Sealing } from '../aside-message.ts'
import { verdictsOn } from '../aside-person.ts'
import type { EventOutcome } from './admit-events.ts'
import { type EventDoubt, eventDoubtId, setEventAside } from './doubt-events.ts'
import { eachSet, type ResolvedEvent } from './resolve-events.ts'

type Doubted = { one: ResolvedEvent; patientId: string | null; reason: EventDoubt }
type Around = {
  known: ReadonlyMap<string, Patient>
  /** What was told before under the numbers of these messages, by number. */
  before: ReadonlyMap<string, readonly CareEventRow[]>
  source: Source
  /** Gets what waits already and was only said again. */
  repeated: Set<ResolvedEvent>
}

/**
 * What a person has to decide first, and is not taken in: about somebody whose name or birth date is another one here;
 * about somebody else than the same message was about before; of which nobody says the side, where there is a care path
 * for each.
 */
export async function doubtEvents(
  tx: Tx,
  deps: Sealing & Pick<Deps, 'now'>,
  ctx: Ctx,
  events: readonly ResolvedEvent[],
  around: Around,
): Promise<Map<ResolvedEvent, EventOutcome>> {
  const paths = await pathsOfSideless(tx, ctx, events, around.known)
  const doubts = events.flatMap((one): (Doubted & { id: string })[] => {
    const patient = around.known.get(one.person)
    const others = heldByOthers(one, patient, around.before.get(one.message.number) ?? [])
    const heldSince = others
      .map(({ changedAt }) => changedAt)
      .toSorted()
      .at(-1)
    const reason = doubtOf(one, patient, isLater(one, heldSince), paths)
    const id = reason && eventDoubtId(one, reason, heldSince)
    return id ? [{ one, patientId: patient?.id ?? null, reason, id }] : []
  })
  const verdicts = await verdictsOn(
    tx,
    doubts.map(({ id }) => id),
  )
  const outcomes = new Map<ResolvedEvent, EventOutcome>()
  for (const { one, reason, patientId, id } of doubts) {
    const verdict = verdicts.get(id)
    if (verdict === 'accepted' && reason === 'event-differs') continue
    if (verdict === undefined) {
      const aside = { id, reason, source: around.source, patientId }
      if (!(await setEventAside(tx, deps, ctx, one, aside))) around.repeated.add(one)
    }
    outcomes.set(one, outcomeOf(reason, verdict))
  }
  return outcomes
}

/** Once somebody said the side, the same message without it says nothing new. */
function outcomeOf(reason: EventDoubt, verdict: string | undefined): EventOutcome {
  if (verdict === 'accepted') return { what: 'unchanged', reason: null }
  if (verdict !== undefined) return { what: 'skipped', reason: 'rejected-before' }
  return { what: 'set-aside', reason: reason === 'event-differs' ? 'person-differs' : reason }
}

function doubtOf(
  one: ResolvedEvent,
  patient: Patient | undefined,
  isMoved: boolean,
  paths: readonly Enrolment[],
): EventDoubt | null {
  if (patient && differs(patient, one.message)) return 'event-differs'
  if (isMoved) return 'event-moved'
  return patient &&
    isSideless(one) &&
    isOfTwo(
      one,
      paths.filter(({ patientId }) => patientId === patient.id),
    )
    ? 'event-side'
    : null
}

/** What was told under this number of somebody else, and stands; a patient may be known by several numbers. */
const heldByOthers = (
  { personKey }: ResolvedEvent,
  patient: Patient | undefined,
  before: readonly CareEventRow[],
) =>
  before.filter(
    (one) => one.personKey !== personKey && (!patient || one.patientId !== patient.id) && !one.withdrawnAt,
  )

/** A message that is older than what holds moves nothing, whenever it arrives. */
const isLater = ({ message: { changedAt } }: ResolvedEvent, heldSince: string | undefined): boolean =>
  heldSince !== undefined && (changedAt === undefined || new Date(changedAt).toISOString() >= heldSince)

const differs = (known: Patient, { patient }: EventMessage) =>
  'birthDate' in patient &&
  (known.searchName !== fold(`${patient.givenName} ${patient.familyName}`) ||
    known.birthDate !== patient.birthDate)

/** Says something of one side of the body, and not of which; a loss or a palliative turn is about both. */
const isSideless = ({ message, meant }: ResolvedEvent) =>
  message.status === 'happened' &&
  message.side === undefined &&
  meant.some(({ team }) => team.set.patientGroup.laterality === 'sided')

/** A care path for each side that it could be about. */
const isOfTwo = (one: ResolvedEvent, paths: readonly Enrolment[]) =>
  eachSet(one).some(
    ({ team, meanings }) =>
      meanings.some(
        (meaning) => meaning.what === 'measure' || (meaning.what === 'event' && !meaning.event.turn),
      ) &&
      pathsOf({ id: '', outcomeSet: team.set.id, turn: null, side: 'both', happenedOn: one.on }, paths)
        .length > 1,
  )

async function pathsOfSideless(
  tx: Tx,
  ctx: Ctx,
  events: readonly ResolvedEvent[],
  known: ReadonlyMap<string, Patient>,
): Promise<Enrolment[]> {
  const ids = events.filter(isSideless).flatMap(({ person }) => known.get(person)?.id ?? [])
  return ids.length > 0 ? enrolmentsOf(tx, ctx, [...new Set(ids)]) : []
}
