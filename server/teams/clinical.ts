import { and, eq, isNull } from 'drizzle-orm'
import {
  type ClinicalMeasure,
  countedOn,
  type Recorded,
  summariseMeasure,
} from '../../core/clinical-measures.ts'
import { ageOn } from '../../core/norm.ts'
import type { OutcomeSet } from '../../core/outcome-set.ts'
import type { MeasureSummary } from '../../core/team-outcomes.ts'
import type { Tx } from '../db/database.ts'
import { enrolments, measureValues } from '../db/schema/care.ts'
import { patients } from '../db/schema/patients.ts'
import { type Look, pick } from './groups.ts'
import type { StageEntry } from './measurements.ts'
import type { Team } from './scope.ts'

type Asked = {
  set: OutcomeSet
  team: Pick<Team, 'id'>
  stages: ReadonlyMap<string, StageEntry[]>
  look: Look
  today: string
}

/** The clinical measures of the team's enrolments: of those whose day is counted, as the look says. */
export async function readClinicalMeasures(db: Tx, asked: Asked): Promise<MeasureSummary[]> {
  const { set, team, stages, look, today } = asked
  const measures = set.measures.filter((measure) => measure.kind !== 'scale')
  if (measures.length === 0) return []
  const { everyone, recordedFor } = await readRecorded(db, { teamId: team.id, stages })
  return measures.map((measure) => {
    const rows = recordedFor(measure.id, everyone).flatMap((one, place) => {
      const on = countedOn(measure, one.stages, today)
      const traits = everyone[place]
      return on !== null && traits
        ? [{ ...traits, ...one, on, age: ageOn(traits.birthDate, on), mode: null, site: null }]
        : []
    })
    const eligible = pick(look, rows)
    const recorded = pick(
      look,
      rows.filter(({ value }) => value !== null),
    )
    const { n, estimate } = summariseMeasure(measure, recorded.rows)
    return { ...describe(measure), n, estimate, eligible: summariseMeasure(measure, eligible.rows).eligible }
  })
}

/** The team's enrolments, and what was recorded of them for a measure. */
export async function readRecorded(db: Tx, { teamId, stages }: Pick<Asked, 'stages'> & { teamId: string }) {
  const everyone = await readEnrolments(db, teamId)
  const values = await readValues(db, teamId)
  const recordedFor = (measure: string, rows: readonly { enrolment: string; person: string }[]): Recorded[] =>
    rows.map(({ enrolment, person }) => ({
      person,
      stages: stages.get(enrolment) ?? [],
      value: values.get(`${enrolment} ${measure}`) ?? null,
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
    .select({
      enrolment: enrolments.id,
      person: enrolments.patientId,
      treatment: enrolments.treatmentOption,
      leadClinician: enrolments.leadClinicianId,
      setVersionId: enrolments.setVersionId,
      birthDate: patients.birthDate,
      sex: patients.sex,
      language: patients.language,
    })
    .from(enrolments)
    .innerJoin(patients, eq(patients.id, enrolments.patientId))
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
