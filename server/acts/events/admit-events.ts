import type { Directory } from '../../appointments/directory.ts'
import { record } from '../../audit/store.ts'
import { adoptEvents, eventsNumbered } from '../../care-events/store.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { keepBsns } from '../../patients/bsns.ts'
import { patientsByNumber } from '../../patients/store.ts'
import type { Source } from '../admit/desk.ts'
import { applyEvents } from './apply-events.ts'
import { enrolByDiagnosis } from './enrol-by-diagnosis.ts'
import { doubtEvents } from './find-doubts.ts'
import { isOfOurs, type ResolvedEvent } from './resolve-events.ts'
import { writeNews } from './write-news.ts'

/** What became of a message about something that happened. */
export type EventOutcome = {
  what: 'taken' | 'withdrawn' | 'unchanged' | 'enrolled' | 'set-aside' | 'skipped'
  /** Why it was set aside or skipped: 'not-ours', 'unknown', 'person-differs', 'side-unknown', 'proposed' … */
  reason: string | null
}

type Tools = Pick<Deps, 'now' | 'newId' | 'seal'>

/**
 * Takes in what happened to patients, in the caller's transaction and under the caller's lock: it is written down, who gets
 * a diagnosis of a patient group is enrolled or proposed, and what follows for each care path is brought up to date. The
 * same message again changes nothing, and so does an older one; whoever is not known yet finds it when they are.
 */
export async function admitEventsIn(
  tx: Tx,
  deps: Tools,
  ctx: Ctx,
  directory: Directory,
  all: readonly ResolvedEvent[],
  source: Source,
): Promise<EventOutcome[]> {
  const ours = all.filter(isOfOurs)
  if (ours.length === 0) return all.map(() => NOT_OURS)
  const known = await patientsByNumber(
    tx,
    ctx,
    ours.map(({ number }) => number),
  )
  const before = Map.groupBy(
    await eventsNumbered(
      tx,
      ctx,
      ours.map(({ message }) => message.number),
    ),
    ({ number }) => number,
  )
  const repeated = new Set<ResolvedEvent>()
  const sealing = { ...deps, bsn: directory.bsn }
  const doubted = await doubtEvents(tx, sealing, ctx, ours, { known, before, source, repeated })
  const sure = ours.filter((one) => !doubted.has(one))
  const enrolled = await enrolByDiagnosis(tx, sealing, ctx, directory, sure, { known, source, repeated })
  const patientOf = ({ person }: ResolvedEvent) =>
    enrolled.patients.get(person) ?? known.get(person)?.id ?? null
  const changed = await writeNews(tx, deps, ctx, sure, { source, before, patientOf })
  const people = sure.flatMap((one) => {
    const patientId = patientOf(one)
    return patientId ? [{ patientId, personKey: one.personKey }] : []
  })
  await adoptEvents(tx, deps, people)
  const touched = people.map(({ patientId }) => patientId)
  await applyEvents(tx, deps, ctx, directory.versions, touched)
  await keepBsns(tx, deps, ctx, directory, source, bsnsOf(sure, patientOf))
  const outcomes = all.map(
    (one): EventOutcome =>
      doubted.get(one) ??
      enrolled.outcomes.get(one) ??
      outcomeOf(one, changed.has(one), known.has(one.person)),
  )
  const isSaid = (one: ResolvedEvent) => changed.has(one) || !repeated.has(one)
  const told = all.map((one, place) => ({
    what: isSaid(one) ? outcomes[place]?.what : undefined,
    patientId: patientOf(one),
  }))
  await recordEvents(tx, deps, ctx, told)
  return outcomes
}

/** Of whom there is no doubt who they are; an event is as old as what it says of its patient. */
const bsnsOf = (sure: readonly ResolvedEvent[], patientOf: (one: ResolvedEvent) => string | null) =>
  sure.flatMap((one) => {
    const patientId = patientOf(one)
    const { patient, changedAt } = one.message
    return patientId && 'birthDate' in patient ? [{ changedAt, ...patient, patientId }] : []
  })

const NOT_OURS: EventOutcome = { what: 'skipped', reason: 'not-ours' }

function outcomeOf(one: ResolvedEvent, isWritten: boolean, isKnown: boolean): EventOutcome {
  if (!isOfOurs(one)) return NOT_OURS
  if (!isWritten) return { what: 'unchanged', reason: null }
  if (one.message.status === 'withdrawn') return { what: 'withdrawn', reason: null }
  return { what: 'taken', reason: isKnown ? null : 'waits' }
}

/** One line for all that changed, with whom it changed something for; what was only said again gets none. */
async function recordEvents(
  tx: Tx,
  deps: Tools,
  ctx: Ctx,
  told: readonly { what: EventOutcome['what'] | undefined; patientId: string | null }[],
) {
  const changed = told.filter(({ what }) => what && what !== 'unchanged' && what !== 'skipped')
  if (changed.length === 0) return
  const counts: Record<string, number> = {}
  for (const { what = '' } of changed) counts[what] = (counts[what] ?? 0) + 1
  await record(tx, deps, ctx, {
    action: 'U',
    type: 'events.admitted',
    patients: changed.flatMap(({ patientId }) => patientId ?? []),
    detail: counts,
  })
}
