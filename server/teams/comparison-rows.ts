import { and, desc, eq, inArray } from 'drizzle-orm'
import type { ScoreToCompare } from '../../core/change/change.ts'
import type { Indicator } from '../../core/outcome-sets/indicator.ts'
import type { Months } from '../../core/time/months.ts'
import type { Tx } from '../db/database.ts'
import { assessments } from '../db/schema/care.ts'
import { responses, scores } from '../db/schema/outcomes.ts'
import type { SetVersion } from '../definitions/reader.ts'
import { comparedColumns, toCompare } from '../scores/compared.ts'
import { scaleOf } from './indicator-source.ts'
import type { Team } from './scope.ts'

/** Indicators that can be adjusted for case mix: of what patients report at a moment. */
export type Adjustable = Indicator & { count: Extract<Indicator['count'], { kind: 'better' | 'mean' }> }
export const isAdjustable = (one: Indicator): one is Adjustable =>
  one.count.kind === 'better' || one.count.kind === 'mean'

/** Of which teams, over which months, seen at which instant. */
export type Compared = {
  version: SetVersion
  indicator: Adjustable
  teams: readonly Team[]
  months: Months
  now: string
}

/** First scores on a scale by enrolment, whoever answered, of the newest scoring: at the indicator's own baseline, or the first moment that asks for the scale. */
export async function readFirst(
  db: Tx,
  { version, indicator, teams }: Compared,
  measure: string,
): Promise<ReadonlyMap<string, ScoreToCompare | null>> {
  const { name } = scaleOf(version, measure)
  const { count } = indicator
  const asks = version.set.moments.find(({ instruments }) => instruments.includes(name.instrument))
  const moment = count.kind === 'better' ? count.baseline : (asks?.id ?? '')
  const rows = await db
    .select({ enrolment: assessments.enrolmentId, ...comparedColumns })
    .from(assessments)
    .innerJoin(responses, eq(responses.assessmentId, assessments.id))
    .innerJoin(
      scores,
      and(
        eq(scores.responseId, responses.id),
        eq(scores.instrument, name.instrument),
        eq(scores.scale, name.scale),
      ),
    )
    .where(
      and(
        inArray(
          assessments.teamId,
          teams.map(({ id }) => id),
        ),
        eq(assessments.moment, moment),
      ),
    )
    .orderBy(desc(assessments.dueAt), desc(assessments.id), scores.scoringVersion)
  return new Map(rows.map(({ enrolment, ...score }) => [enrolment, toCompare(score)]))
}
