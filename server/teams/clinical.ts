import { and, eq, isNull } from 'drizzle-orm'
import {
  type ClinicalMeasure,
  isEligible,
  type Recorded,
  summariseMeasure,
} from '../../core/clinical-measures.ts'
import type { OutcomeSet } from '../../core/outcome-set.ts'
import type { MeasureSummary } from '../../core/team-outcomes.ts'
import type { Tx } from '../db/database.ts'
import { enrolments, measureValues } from '../db/schema/care.ts'
import type { StageEntry } from './measurements.ts'

type Asked = {
  set: OutcomeSet
  teamId: string
  stages: ReadonlyMap<string, StageEntry[]>
  treatment: string | null
  /** Local dates, both included. */
  period: { from: string; to: string }
  today: string
}

/** The clinical measures of the team's enrolments whose day lies in the period. */
export async function readClinicalMeasures(db: Tx, asked: Asked): Promise<MeasureSummary[]> {
  const measures = asked.set.measures.filter((measure) => measure.kind !== 'scale')
  if (measures.length === 0) return []
  const { everyone, recordedFor } = await readRecorded(db, asked)
  return measures.map((measure) => {
    const recorded = (rows: typeof everyone) => recordedFor(measure.id, rows)
    const eligible = (rows: typeof everyone) =>
      recorded(rows).filter(({ stages }) => isEligible(measure, stages, asked.period, asked.today))
    const chosen = everyone.filter(({ treatment }) => !asked.treatment || treatment === asked.treatment)
    return { ...describe(measure), ...summariseMeasure(measure, eligible(chosen), eligible(everyone)) }
  })
}

/** The team's enrolments, and what was recorded of them for a measure. */
export async function readRecorded(db: Tx, { teamId, stages }: Pick<Asked, 'teamId' | 'stages'>) {
  const everyone = await readEnrolments(db, teamId)
  const values = await readValues(db, teamId)
  const recordedFor = (measure: string, rows: readonly { id: string; person: string }[]): Recorded[] =>
    rows.map(({ id, person }) => ({
      person,
      stages: stages.get(id) ?? [],
      value: values.get(`${id} ${measure}`) ?? null,
    }))
  return { everyone, recordedFor }
}

const describe = (measure: ClinicalMeasure) => ({
  id: measure.id,
  title: measure.title,
  kind: measure.kind,
  reporter: measure.reporter,
  direction: measure.direction,
  denominator: measure.denominator,
  source: measure.source,
  ...(measure.kind === 'event'
    ? { unit: null, decimals: 0, numerator: measure.numerator }
    : { unit: measure.unit, decimals: measure.decimals, numerator: null }),
})

const readEnrolments = (db: Tx, teamId: string) =>
  db
    .select({ id: enrolments.id, person: enrolments.patientId, treatment: enrolments.treatmentOption })
    .from(enrolments)
    .where(eq(enrolments.teamId, teamId))

async function readValues(db: Tx, teamId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({
      enrolment: measureValues.enrolmentId,
      measure: measureValues.measure,
      value: measureValues.value,
    })
    .from(measureValues)
    .innerJoin(enrolments, eq(enrolments.id, measureValues.enrolmentId))
    .where(and(eq(enrolments.teamId, teamId), isNull(measureValues.replacedAt)))
  return new Map(rows.map(({ enrolment, measure, value }) => [`${enrolment} ${measure}`, value]))
}
