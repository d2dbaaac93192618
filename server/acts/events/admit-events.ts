import type { Directory } from '../../appointments/directory.ts'
import { record } from '../../audit/store.ts'
import { adoptEvents, eventsNumbered, writeEvents } from '../../care-events/store.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { patientsByNumber } from '../../patients/store.ts'
import type { Source } from '../admit/desk.ts'
import { applyEvents } from './apply-events.ts'
import { enrolByDiagnosis } from './enrol-by-diagnosis.ts'
import { doubtEvents } from './find-doubts.ts'
import { isOfOurs, type ResolvedEvent } from './resolve-events.ts'
import { rowsOf } from './rows.ts'

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
  const doubted = await doubtEvents(tx, deps, ctx, ours, { known, before, source })
  const sure = ours.filter((one) => !doubted.has(one))
  const enrolled = await enrolByDiagnosis(tx, deps, ctx, directory, sure, { known, source })
  const written = new Map<ResolvedEvent, Set<string>>()
  for (const one of sure) {
    const patientId = enrolled.patients.get(one.person) ?? known.get(one.person)?.id ?? null
    const rows = rowsOf(deps, ctx, one, {
      source,
      patientId,
      before: before.get(one.message.number) ?? [],
    }).filter((row) => isNews(row, before.get(row.number) ?? []))
    written.set(one, await writeEvents(tx, rows))
  }
  const people = sure.flatMap(({ person, personKey }) => {
    const patientId = enrolled.patients.get(person) ?? known.get(person)?.id
    return patientId ? [{ patientId, personKey }] : []
  })
  await adoptEvents(tx, people)
  const touched = people.map(({ patientId }) => patientId)
  await applyEvents(tx, deps, ctx, directory.versions, touched)
  const outcomes = all.map(
    (one): EventOutcome =>
      doubted.get(one) ??
      enrolled.outcomes.get(one) ??
      outcomeOf(one, written.get(one) ?? null, known.has(one.person)),
  )
  const inDoubt = [...doubted.keys()].flatMap(({ person }) => known.get(person)?.id ?? [])
  await recordEvents(tx, deps, ctx, outcomes, [...touched, ...inDoubt])
  return outcomes
}

const NOT_OURS: EventOutcome = { what: 'skipped', reason: 'not-ours' }

type Row = ReturnType<typeof rowsOf>[number]

/** Repeated word for word it is not written again: nothing would change, and a feed may repeat itself all day. */
function isNews(row: Row, before: readonly Row[]): boolean {
  const told = ({
    outcomeSet,
    meaning,
    stage,
    turn,
    goesOn,
    value,
    side,
    happenedOn,
    patientId,
    withdrawnAt,
  }: Row) =>
    JSON.stringify([
      outcomeSet,
      meaning,
      stage,
      turn,
      goesOn,
      value,
      side,
      happenedOn,
      patientId,
      withdrawnAt !== null,
    ])
  return !before.some((one) => told(one) === told(row) && one.changedAt >= row.changedAt)
}

function outcomeOf(one: ResolvedEvent, written: Set<string> | null, isKnown: boolean): EventOutcome {
  if (!isOfOurs(one)) return NOT_OURS
  if (!written || written.size === 0) return { what: 'unchanged', reason: null }
  if (one.message.status === 'withdrawn') return { what: 'withdrawn', reason: null }
  return { what: 'taken', reason: isKnown ? null : 'waits' }
}

async function recordEvents(
  tx: Tx,
  deps: Tools,
  ctx: Ctx,
  outcomes: readonly EventOutcome[],
  patients: readonly string[],
) {
  const changed = outcomes.filter(({ what }) => what !== 'unchanged' && what !== 'skipped')
  if (changed.length === 0) return
  const counts: Record<string, number> = {}
  for (const { what } of changed) counts[what] = (counts[what] ?? 0) + 1
  await record(tx, deps, ctx, {
    action: 'U',
    type: 'events.admitted',
    patients: [...new Set(patients)],
    detail: counts,
  })
}
