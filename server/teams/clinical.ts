import { and, eq, isNull } from 'drizzle-orm'
import { knownOn, type Recorded, summariseMeasure } from '../../core/figures/clinical-measures.ts'
import type { MeasureSummary } from '../../core/figures/team-outcomes.ts'
import { ageOn } from '../../core/instruments/norm.ts'
import { type ClinicalMeasure, isMeasuredWith } from '../../core/outcome-sets/measure.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Tx } from '../db/database.ts'
import { enrolments, measureValues } from '../db/schema/care.ts'
import { patients } from '../db/schema/patients.ts'
import { leadOn, readFormer, treatmentOn } from '../enrolments/former-choices.ts'
import { countedAs, readFormerTraits } from '../patients/former-traits.ts'
import { type Look, pick } from './groups.ts'
import type { History } from './history.ts'
import type { StageEntry } from './measurements.ts'
import type { Team } from './scope.ts'

type Asked = {
  set: OutcomeSet
  team: Pick<Team, 'id' | 'zone'>
  stages: ReadonlyMap<string, StageEntry[]>
  today: string
}

/** For each clinical measure the team's enrolments on the day on which they count, and those recorded on the day from which that is known. */
export async function readClinical(db: Tx, { set, team, stages, today }: Asked) {
  const measures = set.measures.filter((measure) => measure.kind !== 'scale')
  if (measures.length === 0) return []
  const { everyone, recordedFor } = await readRecorded(db, { teamId: team.id, stages })
  const former = await readFormer(db, [team.id])
  const formerly = await readFormerTraits(db, team)
  return measures.map((measure) => {
    const eligible = recordedFor(measure.id, everyone).flatMap((one, place) => {
      const on = knownOn(measure, one.stages, today)
      const traits = everyone[place]
      if (on === null || !traits) return []
      const { birthDate, language } = countedAs(formerly, { ...traits, on })
      const then = {
        age: ageOn(birthDate, on),
        language,
        treatment: treatmentOn(former, on, traits),
        leadClinician: leadOn(former, on, traits),
        mode: null,
        site: null,
      }
      return isMeasuredWith(measure, then.treatment) ? [{ ...traits, ...one, ...then, on }] : []
    })
    const recorded = eligible.flatMap((row) => {
      const day = row.recordedAt && localDate(row.recordedAt, team.zone)
      return day === null ? [] : [{ ...row, on: day > row.on ? day : row.on }]
    })
    return { measure, eligible, recorded }
  })
}

/** The clinical measures: of those whose day is counted, as the look says. */
export const tellClinical = (look: Look, { clinical }: Pick<History, 'clinical'>): MeasureSummary[] =>
  clinical.map(({ measure, eligible, recorded }) => {
    const { n, estimate } = summariseMeasure(measure, pick(look, recorded).rows)
    const { eligible: counted } = summariseMeasure(measure, pick(look, eligible).rows)
    return { ...describe(measure), n, estimate, eligible: counted }
  })

/** The team's enrolments, and what was recorded of them for a measure. */
export async function readRecorded(db: Tx, { teamId, stages }: Pick<Asked, 'stages'> & { teamId: string }) {
  const everyone = await readEnrolments(db, teamId)
  const values = await readValues(db, teamId)
  const recordedFor = (measure: string, rows: readonly { enrolment: string; person: string }[]) =>
    rows.map(({ enrolment, person }): Recorded & { recordedAt: string | null } => ({
      person,
      stages: stages.get(enrolment) ?? [],
      value: values.get(`${enrolment} ${measure}`)?.value ?? null,
      recordedAt: values.get(`${enrolment} ${measure}`)?.recordedAt ?? null,
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
      side: enrolments.side,
      treatment: enrolments.treatmentOption,
      treatmentChosenOn: enrolments.treatmentChosenOn,
      leadClinician: enrolments.leadClinicianId,
      setVersionId: enrolments.setVersionId,
      birthDate: patients.birthDate,
      sex: patients.sex,
      language: patients.language,
      emailKey: patients.emailKey,
      emailDeadAt: patients.emailDeadAt,
    })
    .from(enrolments)
    .innerJoin(patients, eq(patients.id, enrolments.patientId))
    .where(eq(enrolments.teamId, teamId))

async function readValues(db: Tx, teamId: string) {
  const rows = await db
    .select({
      enrolment: measureValues.enrolmentId,
      measure: measureValues.measure,
      value: measureValues.value,
      recordedAt: measureValues.recordedAt,
    })
    .from(measureValues)
    .innerJoin(enrolments, eq(enrolments.id, measureValues.enrolmentId))
    .where(and(eq(enrolments.teamId, teamId), isNull(measureValues.replacedAt)))
  return new Map(rows.map(({ enrolment, measure, ...recorded }) => [`${enrolment} ${measure}`, recorded]))
}
