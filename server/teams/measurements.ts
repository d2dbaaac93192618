import { and, eq, inArray, isNotNull, isNull, lt, lte, or } from 'drizzle-orm'
import type { CohortRow } from '../../core/figures/cohort.ts'
import { ageOn } from '../../core/instruments/norm.ts'
import { type Dated, isKnownIn } from '../../core/patients/as-known.ts'
import { localDate } from '../../core/time/dates.ts'
import { monthOf } from '../../core/time/months.ts'
import type { Tx } from '../db/database.ts'
import { appointments, assessments, enrolments, stageEntries } from '../db/schema/care.ts'
import { responses, scores } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'
import { leadOn, readFormer, treatmentOn } from '../enrolments/former-choices.ts'
import { countedAs, readFormerTraits } from '../patients/former-traits.ts'
import { comparedColumns, toCompare } from '../scores/compared.ts'
import type { Team } from './scope.ts'

/** By what somebody can be grouped on a local date; of how and where they answered nothing is known where nobody did. */
export type Traits = {
  enrolment: string
  on: string
  /** '' where the patient group has none. */
  side: string
  treatment: string | null
  age: number
  sex: string
  language: string
  leadClinician: string | null
  setVersionId: string
  mode: string | null
  site: string | null
}

/**
 * A cohort row with what it can be grouped by. `on` is the date of the answer, or on which it was due; `overOn` that from
 * which it counts in a response: its window has closed.
 */
export type Measurement = CohortRow & Traits & { hasMail: boolean; overOn: string }

type ScaleName = { instrument: string; scale: string }

/** Everything the team asked that was due before `until` and is answered or over, seen through one scale; of some moments, or all. */
export async function readMeasurements(
  db: Tx,
  team: Team,
  name: ScaleName,
  until: string,
  now: string,
  moments?: readonly string[],
): Promise<Measurement[]> {
  const rows = await db
    .select({
      assessment: assessments.id,
      person: enrolments.patientId,
      enrolment: enrolments.id,
      moment: assessments.moment,
      dueAt: assessments.dueAt,
      closesAt: assessments.closesAt,
      submittedAt: responses.submittedAt,
      side: enrolments.side,
      treatment: enrolments.treatmentOption,
      treatmentChosenOn: enrolments.treatmentChosenOn,
      birthDate: patients.birthDate,
      sex: patients.sex,
      language: patients.language,
      leadClinician: enrolments.leadClinicianId,
      setVersionId: assessments.setVersionId,
      mode: responses.mode,
      site: appointments.location,
      emailKey: patients.emailKey,
      emailDeadAt: patients.emailDeadAt,
      ...comparedColumns,
    })
    .from(assessments)
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .innerJoin(patients, eq(patients.id, enrolments.patientId))
    .leftJoin(appointments, eq(appointments.id, assessments.appointmentId))
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .leftJoin(scores, ofScale(name))
    .where(
      and(
        eq(assessments.teamId, team.id),
        lt(assessments.dueAt, until),
        isAnsweredOrOver(now),
        moments ? inArray(assessments.moment, [...moments]) : undefined,
      ),
    )
    .orderBy(assessments.dueAt, assessments.id)
  const former = await readFormer(db, [team.id])
  const formerly = await readFormerTraits(db, team)
  return latestScoring(rows).map(({ dueAt, closesAt, submittedAt, ...row }) => {
    const on = localDate(submittedAt ?? dueAt, team.zone)
    const { birthDate, language, hasMail } = countedAs(formerly, { ...row, on })
    return {
      ...row,
      on,
      language,
      hasMail,
      overOn: localDate(submittedAt && submittedAt > closesAt ? submittedAt : closesAt, team.zone),
      treatment: treatmentOn(former, on, row),
      leadClinician: leadOn(former, on, row),
      isOver: closesAt <= now,
      answered: submittedAt !== null,
      score: toCompare(row),
      age: ageOn(birthDate, on),
    }
  })
}

const ofScale = ({ instrument, scale }: ScaleName) =>
  and(eq(scores.responseId, responses.id), eq(scores.instrument, instrument), eq(scores.scale, scale))

/** Answered, whatever happened later; or closed without an answer, and not taken back. */
const isAnsweredOrOver = (now: string) =>
  or(isNotNull(responses.submittedAt), and(isNull(assessments.withdrawnAt), lte(assessments.closesAt, now)))

/** A response that was scored again has a row per scoring version: the newest counts. */
function latestScoring<Row extends { assessment: string; scoringVersion: number | null }>(
  rows: readonly Row[],
): Row[] {
  const latest = new Map<string, Row>()
  for (const row of rows) {
    const known = latest.get(row.assessment)
    if (!known || (known.scoringVersion ?? 0) < (row.scoringVersion ?? 0)) latest.set(row.assessment, row)
  }
  return [...latest.values()]
}

/** Those whose window has closed, on the day on which it did: from then on nothing about them changes. */
export const closed = (history: readonly Measurement[]): Measurement[] =>
  history.filter(({ isOver }) => isOver).map((row) => ({ ...row, on: row.overOn }))

export type StageEntry = { stage: string; enteredOn: string }

/** … with the month in which it came to be known, and that in which it was taken back. */
type KnownEntry = StageEntry & Dated

/** Every stage entry of the team's enrolments by enrolment, also those that were taken back; oldest first. */
export async function readKnownStages(
  db: Tx,
  team: Pick<Team, 'id' | 'zone'>,
): Promise<Map<string, KnownEntry[]>> {
  const { enrolmentId, stage, enteredOn, recordedAt, withdrawnAt } = stageEntries
  const rows = await db
    .select({ enrolmentId, stage, enteredOn, recordedAt, withdrawnAt })
    .from(stageEntries)
    .innerJoin(enrolments, eq(enrolments.id, enrolmentId))
    .where(eq(enrolments.teamId, team.id))
    .orderBy(enteredOn, recordedAt)
  const monthIn = (instant: string) => monthOf(localDate(instant, team.zone))
  const known = rows.map(({ recordedAt: from, withdrawnAt: until, ...row }) => ({
    ...row,
    from: monthIn(from),
    until: until && monthIn(until),
  }))
  return Map.groupBy(known, (row) => row.enrolmentId)
}

/** The stage in which somebody was on a date, as it was known when that month ended; null before the first. */
export function stageAsKnown(entries: readonly KnownEntry[] | undefined, on: string): string | null {
  const known = entries?.filter((entry) => isKnownIn(monthOf(on), entry))
  return stageOn(known, on)
}

/** Of these, what stands today. */
export const standingStages = (known: ReadonlyMap<string, KnownEntry[]>): Map<string, StageEntry[]> =>
  new Map(
    [...known].map(([enrolment, entries]) => [enrolment, entries.filter(({ until }) => until === null)]),
  )

/** The stage somebody was in on a date; null before the first. */
const stageOn = (entries: readonly StageEntry[] | undefined, date: string): string | null =>
  entries?.findLast(({ enteredOn }) => enteredOn <= date)?.stage ?? null
