import { eq, inArray } from 'drizzle-orm'
import type { Trend } from '../../core/change/trend.ts'
import type { VisitTriage } from '../../core/consult/clinic-day.ts'
import { judge, propose, type VisitForm, wishOf } from '../../core/consult/triage.ts'
import { once } from '../../core/memo.ts'
import type { TriageModule } from '../../core/outcome-sets/triage-shape.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { responses } from '../db/schema/outcomes.ts'
import { staff } from '../db/schema/staff.ts'
import { visitDecisions } from '../db/schema/visits.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { readBooked } from './booked.ts'
import { readTrends, scaleKey } from './findings.ts'

type Booked = Awaited<ReturnType<typeof readBooked>>[number]
export type Triaged = Booked & { version: SetVersion; openAlerts: number }

/**
 * What is proposed for visits, by appointment, and what was decided: only where the set asks for it, for the kinds of
 * visit that it names, and once something was answered in the weeks before.
 */
export async function readTriage(
  db: Tx,
  visits: readonly Triaged[],
): Promise<ReadonlyMap<string, VisitTriage>> {
  const asked = visits.flatMap((visit) => {
    const module = visit.version.set.triage
    return module?.appointmentKinds.includes(visit.kind) && visit.recent.length > 0 ? [{ visit, module }] : []
  })
  if (asked.length === 0) return new Map()
  const about = asked.flatMap(({ visit }) => answersOf(visit))
  const [trendsIn, wishIn, decided] = await Promise.all([
    readTrends(db, about),
    readWishes(db, about),
    decisionsOn(db, { ids: asked.map(({ visit }) => visit.id) }),
  ])
  return new Map(
    asked.map(({ visit, module }) => {
      const newestFirst = answersOf(visit).toReversed()
      const trends = newestFirst.map(trendsIn)
      const wishes = newestFirst.map(wishIn)
      const proposal = propose(
        module,
        judge(module, (instrument, scale) => newestTrend(trends, scaleKey(instrument, scale))),
        { ...aroundOf(visit), wish: wishes.find((wish) => wish !== null) ?? null },
      )
      const decision = decided.find(({ at, visitAt }) => at === visit.id && visitAt === visit.startsAt)
      return [visit.id, { ...proposal, decided: decision ? describe(decision) : null }] as const
    }),
  )
}

const answersOf = ({ recent, version, treatment }: Triaged) =>
  recent.map(({ id }) => ({ responseId: id, version, treatment }))

const newestTrend = (trends: readonly ReadonlyMap<string, Trend>[], key: string) =>
  trends.map((one) => one.get(key)).find((trend) => trend?.last)

type Answer = { responseId: string; version: SetVersion }

/** Wishes that are kept: what was sent in never changes, and a whole answer is large to read for one question of it. */
const MOST_KEPT = 10_000
const keptIn = once<Tx, Map<string, VisitForm | null>>(() => new Map())
const keyOf = ({ responseId, version }: Answer) => `${responseId} ${version.id}`

/** What the patients wished, by answer; null where an answer does not say. */
async function readWishes(db: Tx, about: readonly Answer[]): Promise<(one: Answer) => VisitForm | null> {
  const kept = keptIn(db)
  if (kept.size > MOST_KEPT) kept.clear()
  const unknown = about.filter((one) => !kept.has(keyOf(one)))
  const rows = await answersIn(db, { ids: unknown.map(({ responseId }) => responseId) })
  const answers = new Map(rows.map((row) => [row.id, row.answers]))
  for (const one of unknown)
    kept.set(keyOf(one), wishGiven(one.version.set.triage, answers.get(one.responseId)))
  const found = new Map(about.map((one) => [keyOf(one), kept.get(keyOf(one)) ?? null]))
  return (one) => found.get(keyOf(one)) ?? null
}

const wishGiven = (
  module: TriageModule | undefined,
  answers: Readonly<Record<string, Record<string, unknown>>> | undefined,
) => (module ? wishOf(module, answers?.[module.wish.instrument]?.[module.wish.item]) : null)

/** What was said and not talked about yet. */
function aroundOf({ recent, openAlerts }: Triaged) {
  const waiting = recent.filter(({ discussedAt }) => discussedAt === null)
  return {
    openAlerts,
    urgent: waiting.some(({ urgent }) => urgent),
    hasTopics: waiting.some(({ topics, topicText }) => (topics ?? []).length > 0 || topicText !== null),
  }
}

type Decision = Awaited<ReturnType<typeof decisionsOn>>[number]

const describe = ({
  decision,
  by,
  decidedAt,
  arrangedAt,
}: Decision): NonNullable<VisitTriage['decided']> => ({
  form: decision as VisitForm,
  by,
  at: decidedAt,
  arrangedAt,
})

const answersIn = listQuery('triage_answers', ['ids'], (db, { ids }) =>
  db
    .select({ id: responses.id, answers: responses.answers })
    .from(responses)
    .where(inArray(responses.id, ids)),
)

const decisionsOn = listQuery('triage_decisions', ['ids'], (db, { ids }) =>
  db
    .select({
      at: visitDecisions.appointmentId,
      visitAt: visitDecisions.visitAt,
      decision: visitDecisions.decision,
      decidedAt: visitDecisions.decidedAt,
      arrangedAt: visitDecisions.arrangedAt,
      by: staff.name,
    })
    .from(visitDecisions)
    .innerJoin(staff, eq(staff.id, visitDecisions.decidedBy))
    .where(inArray(visitDecisions.appointmentId, ids)),
)
