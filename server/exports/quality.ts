import { and, count, eq, gte, isNotNull, isNull, lte, not, or } from 'drizzle-orm'
import { countedOn } from '../../core/figures/clinical-measures.ts'
import { type DataQuality, type Expected, qualityOf } from '../../core/figures/data-quality.ts'
import { type ClinicalMeasure, isMeasuredWith } from '../../core/outcome-sets/measure.ts'
import { namedForStaff } from '../../core/outcome-sets/moment.ts'
import { localDate } from '../../core/time/dates.ts'
import { startOfMonth } from '../../core/time/months.ts'
import type { Tx } from '../db/database.ts'
import { assessments, enrolments, measureValues } from '../db/schema/care.ts'
import { responses, scores } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { objectsAt } from '../patients/objections.ts'
import { readKnownStages, type StageEntry, standingStages } from '../teams/measurements.ts'
import type { Team } from '../teams/scope.ts'

/** How complete, how soon and how usable a team's data are, since January of last year: per moment and per clinical measure. */
export async function readQuality(
  { db, definitions, now }: Pick<Deps, 'db' | 'definitions' | 'now'>,
  team: Team,
): Promise<DataQuality> {
  const version = await definitions.current(team.outcomeSet)
  if (!version) throw refused('no_outcome_set', 'This team has no published outcome set')
  const { set } = version
  const instant = now().toISOString()
  const today = localDate(instant, team.zone)
  const since = `${Number(today.slice(0, 4)) - 1}-01-01`
  const asked = await readAsked(db, team, since, instant)
  const recorded = await readRecorded(db, team, instant)
  const stages = standingStages(await readKnownStages(db, team))
  return {
    since,
    moments: namedForStaff(set.moments).map(({ id, title }) => ({
      id,
      title,
      figures: qualityOf(asked.get(id) ?? []),
    })),
    measures: set.measures.flatMap((measure) =>
      measure.kind === 'scale'
        ? []
        : [
            {
              id: measure.id,
              title: measure.title,
              figures: qualityOf(expectedOf(measure, recorded, stages, since, today)),
            },
          ],
    ),
  }
}

/** What patients were asked and is over, by moment; unusable where an answer gave no score at all. */
async function readAsked(db: Tx, team: Team, since: string, now: string): Promise<Map<string, Expected[]>> {
  const rows = await db
    .select({
      moment: assessments.moment,
      person: assessments.patientId,
      opensAt: assessments.opensAt,
      submittedAt: responses.submittedAt,
      mode: responses.mode,
      scored: count(scores.value).mapWith(Number),
    })
    .from(assessments)
    .leftJoin(responses, and(eq(responses.assessmentId, assessments.id), isNotNull(responses.submittedAt)))
    .leftJoin(scores, eq(scores.responseId, responses.id))
    .where(
      and(
        eq(assessments.teamId, team.id),
        gte(assessments.opensAt, startOfMonth(since.slice(0, 7), team.zone)),
        lte(assessments.closesAt, now),
        or(isNotNull(responses.id), isNull(assessments.withdrawnAt)),
        not(objectsAt(db, assessments.patientId, now)),
      ),
    )
    .groupBy(
      assessments.id,
      assessments.moment,
      assessments.patientId,
      assessments.opensAt,
      responses.submittedAt,
      responses.mode,
    )
  const day = (at: string) => localDate(at, team.zone)
  const expected = rows.map(({ moment, person, opensAt, submittedAt, mode, scored }) => ({
    moment,
    person,
    due: day(opensAt),
    known: submittedAt && day(submittedAt),
    source: mode,
    unusable: scored === 0,
  }))
  return Map.groupBy(expected, ({ moment }) => moment)
}

type Recorded = Awaited<ReturnType<typeof readRecorded>>

/** Everybody of the team who does not object, with what was recorded of them, by enrolment and measure. */
async function readRecorded(db: Tx, team: Team, now: string) {
  const everyone = await db
    .select({
      enrolment: enrolments.id,
      person: enrolments.patientId,
      treatment: enrolments.treatmentOption,
    })
    .from(enrolments)
    .where(and(eq(enrolments.teamId, team.id), not(objectsAt(db, enrolments.patientId, now))))
  const values = await db
    .select({
      enrolment: measureValues.enrolmentId,
      measure: measureValues.measure,
      value: measureValues.value,
      source: measureValues.source,
      recordedAt: measureValues.recordedAt,
    })
    .from(measureValues)
    .innerJoin(enrolments, eq(enrolments.id, measureValues.enrolmentId))
    .where(and(eq(enrolments.teamId, team.id), isNull(measureValues.replacedAt)))
  return {
    everyone,
    values: new Map(
      values.map((row) => [
        `${row.enrolment} ${row.measure}`,
        { ...row, on: localDate(row.recordedAt, team.zone) },
      ]),
    ),
  }
}

function expectedOf(
  measure: ClinicalMeasure,
  { everyone, values }: Recorded,
  stages: ReadonlyMap<string, StageEntry[]>,
  since: string,
  today: string,
): Expected[] {
  return everyone.flatMap(({ enrolment, person, treatment }) => {
    if (!isMeasuredWith(measure, treatment)) return []
    const due = countedOn(measure, stages.get(enrolment) ?? [], today)
    if (due === null || due < since) return []
    const found = values.get(`${enrolment} ${measure.id}`)
    const [least, most] = measure.kind === 'value' ? measure.range : [0, 1]
    const unusable = found !== undefined && (found.value < least || found.value > most)
    return [{ person, due, known: found?.on ?? null, source: found?.source ?? null, unusable }]
  })
}
