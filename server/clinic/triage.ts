import { eq, inArray } from 'drizzle-orm'
import type { VisitTriage } from '../../core/clinic-day.ts'
import type { Trend } from '../../core/trend.ts'
import { judge, propose, type VisitForm, wishOf } from '../../core/triage.ts'
import type { TriageModule } from '../../core/triage-shape.ts'
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
  const [trendsIn, given, decided] = await Promise.all([
    readTrends(db, about),
    answersIn(db, { ids: about.map(({ responseId }) => responseId) }),
    decisionsOn(db, { ids: asked.map(({ visit }) => visit.id) }),
  ])
  const answers = new Map(given.map((row) => [row.id, row.answers]))
  return new Map(
    asked.map(({ visit, module }) => {
      const newestFirst = answersOf(visit).toReversed()
      const trends = newestFirst.map(trendsIn)
      const wishes = newestFirst.map(({ responseId }) => wishIn(module, answers.get(responseId)))
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

const wishIn = (
  module: TriageModule,
  answers: Readonly<Record<string, Record<string, unknown>>> | undefined,
) => wishOf(module, answers?.[module.wish.instrument]?.[module.wish.item])

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
