import { moveDate, yearsBetween } from '../../../core/time/dates.ts'
import type { Directory } from '../../appointments/directory.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { enrolmentsOf } from '../../enrolments/store.ts'
import { conflict } from '../../http/problem.ts'
import { numberKey, type Patient, patientsByNumber } from '../../patients/store.ts'
import type { Source } from '../admit/desk.ts'
import type { Sealing } from '../aside-message.ts'
import { verdictsOn } from '../aside-person.ts'
import { enrolIn } from '../enrol.ts'
import { register } from '../register.ts'
import { toldOfNobody } from '../told-of-nobody.ts'
import type { EventOutcome } from './admit-events.ts'
import { type EventDoubt, eventDoubtId, setEventAside } from './doubt-events.ts'
import type { EventTeam, ResolvedEvent } from './resolve-events.ts'

type Tools = Pick<Deps, 'now' | 'newId' | 'seal'>
type Around = {
  known: ReadonlyMap<string, Patient>
  source: Source
  /** Gets what waits already and was only said again. */
  repeated: Set<ResolvedEvent>
}
type Found = {
  outcomes: Map<ResolvedEvent, EventOutcome>
  /** Whom this registered, or knew: patient ids by `numberKey`. */
  patients: Map<string, string>
}

/** A care path begins no earlier than this before it is known here: an old diagnosis is no start. */
const LONGEST_AGO = '-P90D'

/**
 * Who gets a diagnosis of a team's patient group and is on no path of it: enrolled where the team wants that, where the side
 * is known and only one team has the group; otherwise proposed to the data manager. Once proposed or decided, not again.
 */
export async function enrolByDiagnosis(
  tx: Tx,
  deps: Tools & Sealing,
  ctx: Ctx,
  directory: Directory,
  events: readonly ResolvedEvent[],
  { known, source, repeated }: Around,
): Promise<Found> {
  const found: Found = { outcomes: new Map(), patients: new Map() }
  const diagnosed = events.filter((one) => teamsOf(one).length > 0)
  const ids = diagnosed.flatMap(({ person }) => known.get(person)?.id ?? [])
  const onPath = new Set((await enrolmentsOf(tx, ctx, [...new Set(ids)])).map(pathKey))
  const verdicts = await verdictsOn(tx, diagnosed.flatMap(proposalIds))
  const dead = await diedBefore(tx, deps, ctx, diagnosed, known)
  for (const one of diagnosed) {
    const patient = known.get(one.person)
    const patientId = found.patients.get(one.person) ?? patient?.id ?? null
    const [team, another] = teamsOf(one)
    const outside = team && outsideOf(one, team, patient ?? patientId, dead)
    if (outside) found.outcomes.set(one, { what: 'skipped', reason: outside })
    if (!team || outside || onPath.has(pathKey({ patientId, outcomeSet: team.set.id }))) continue
    const doubt = another ? 'proposed' : doubtOf(one, team, directory)
    if (!doubt) {
      const enrolled = await enrolOne(tx, deps, ctx, directory, one, team, patientId)
      found.patients.set(one.person, enrolled)
      onPath.add(pathKey({ patientId: enrolled, outcomeSet: team.set.id }))
    }
    found.outcomes.set(
      one,
      doubt
        ? await propose(tx, deps, ctx, verdicts, one, { reason: doubt, source, patientId, repeated })
        : { what: 'enrolled', reason: null },
    )
  }
  return found
}

/** Who died before they were known here, by `numberKey`. */
async function diedBefore(
  tx: Tx,
  deps: Tools,
  ctx: Ctx,
  diagnosed: readonly ResolvedEvent[],
  known: ReadonlyMap<string, Patient>,
): Promise<ReadonlySet<string>> {
  const unknown = diagnosed.filter(({ person }) => !known.has(person)).map(({ number }) => number)
  const told = await toldOfNobody(tx, deps, ctx, unknown)
  return new Set([...told].flatMap(([person, { deceasedOn }]) => (deceasedOn ? [person] : [])))
}

const pathKey = ({ patientId, outcomeSet }: { patientId: string | null; outcomeSet: string }) =>
  `${patientId} ${outcomeSet}`

const proposalIds = (one: ResolvedEvent) =>
  (['proposed', 'side-unknown'] as const).map((reason) => eventDoubtId(one, reason))

/** The teams whose patient group this diagnosis is of. */
export const teamsOf = ({ meant, message }: ResolvedEvent): EventTeam[] =>
  message.status === 'withdrawn'
    ? []
    : meant
        .filter(({ meanings }) => meanings.some(({ what }) => what === 'diagnosis'))
        .map(({ team }) => team)

/** By a number alone nobody can be judged, and nobody registered. */
function outsideOf(
  { message: { patient }, on, person }: ResolvedEvent,
  { set }: EventTeam,
  known: Patient | string | null,
  dead: ReadonlySet<string>,
): string | null {
  if (dead.has(person)) return 'deceased'
  if (known !== null && typeof known !== 'string' && known.deceasedOn) return 'deceased'
  if (!('birthDate' in patient)) return known ? null : 'unknown'
  if (patient.deceasedOn) return 'deceased'
  return yearsBetween(patient.birthDate, on) < set.patientGroup.ageFrom ? 'too-young' : null
}

/** Why a person has to look at it first; null where they are enrolled at once. */
function doubtOf(
  { message: { side } }: ResolvedEvent,
  { id, set }: EventTeam,
  { feedRules }: Directory,
): EventDoubt | null {
  if (!feedRules.enrols?.includes(id)) return 'proposed'
  return set.patientGroup.laterality === 'sided' && side === undefined ? 'side-unknown' : null
}

async function propose(
  tx: Tx,
  deps: Tools & Sealing,
  ctx: Ctx,
  verdicts: ReadonlyMap<string, string>,
  one: ResolvedEvent,
  {
    repeated,
    ...aside
  }: Pick<Around, 'source' | 'repeated'> & { reason: EventDoubt; patientId: string | null },
): Promise<EventOutcome> {
  const id = eventDoubtId(one, aside.reason)
  if (verdicts.has(id)) return { what: 'skipped', reason: 'rejected-before' }
  if (!(await setEventAside(tx, deps, ctx, one, { ...aside, id }))) repeated.add(one)
  return { what: 'set-aside', reason: aside.reason }
}

/** Registers and enrols one person; gives their patient id. 409 ('deceased') who died before anybody knew them. */
export async function enrolOne(
  tx: Tx,
  deps: Tools,
  ctx: Ctx,
  { language, today, zone, versions }: Directory,
  { message, number, on }: ResolvedEvent,
  { id: teamId, version, set }: EventTeam,
  patientId: string | null,
): Promise<string> {
  const { patient } = message
  if (!patientId && 'birthDate' in patient)
    await register(tx, deps, ctx, [{ ...patient, ...number, language: patient.language ?? language }])
  const registered = (await patientsByNumber(tx, ctx, [number])).get(numberKey(number))
  const found = patientId ?? registered?.id
  if (!found) throw new Error('Nobody was registered for a diagnosis')
  // A death that was told before anybody had this number.
  if (registered?.deceasedOn) throw conflict('deceased', 'This patient has died')
  const startedOn = on < moveDate(today, LONGEST_AGO) ? today : on
  const side = set.patientGroup.laterality === 'none' ? '' : message.side
  await enrolIn(tx, deps, ctx, { patientId: found, teamId, version, versions, zone, side, startedOn })
  return found
}
