import { and, asc, between, eq, inArray, isNotNull, isNull, min } from 'drizzle-orm'
import type { Answered, Course } from '../../core/register/rows.ts'
import type { Register } from '../../core/register/shape.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Tx } from '../db/database.ts'
import { enrolments, stageEntries } from '../db/schema/care.ts'
import { responses } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'
import { allowedOn } from '../patients/consents.ts'
import type { Team } from '../teams/scope.ts'
import { readMeasures, readScores } from './read-pages.ts'

/** Care paths that are in hand at once. */
const PAGE = 250

export type Asked = {
  team: Team
  register: Register
  /** ISO dates between which (both included) the index date lies. */
  from: string
  to: string
  now: string
  nameOf(id: string): string
}

/** What a register counts of a team, page by page: care paths by their index date, with what was answered and recorded. */
export async function* readCourses(db: Tx, asked: Asked): AsyncGenerator<Course[]> {
  const begun = await readIndexDates(db, asked)
  for (let at = 0; at < begun.length; at += PAGE) yield await readPage(db, asked, begun.slice(at, at + PAGE))
}

type Begun = { enrolment: string; indexOn: string }

/** The index dates of all care paths that count, oldest first. */
async function readIndexDates(db: Tx, asked: Asked): Promise<Begun[]> {
  const { team, register, from, to, now } = asked
  const counted = and(
    eq(enrolments.teamId, team.id),
    register.treatments ? inArray(enrolments.treatmentOption, register.treatments) : undefined,
    allowedOn(db, enrolments.patientId, register.basis, now),
  )
  const { index } = register
  const rows =
    index.kind === 'enrolment'
      ? await db
          .select({ enrolment: enrolments.id, indexOn: enrolments.startedOn })
          .from(enrolments)
          .where(and(counted, between(enrolments.startedOn, from, to)))
      : await db
          .select({ enrolment: enrolments.id, indexOn: min(stageEntries.enteredOn) })
          .from(stageEntries)
          .innerJoin(enrolments, eq(enrolments.id, stageEntries.enrolmentId))
          .where(and(counted, eq(stageEntries.stage, index.stage), isNull(stageEntries.withdrawnAt)))
          .groupBy(enrolments.id)
          .having(between(min(stageEntries.enteredOn), from, to))
  return rows
    .flatMap(({ enrolment, indexOn }) => (indexOn === null ? [] : [{ enrolment, indexOn }]))
    .toSorted((a, b) => a.indexOn.localeCompare(b.indexOn) || a.enrolment.localeCompare(b.enrolment))
}

async function readPage(db: Tx, { team, nameOf }: Asked, begun: readonly Begun[]): Promise<Course[]> {
  const ids = begun.map(({ enrolment }) => enrolment)
  const people = await readPeople(db, ids)
  const answered = await readAnswered(db, ids, team.zone)
  const measures = await readMeasures(db, ids)
  return begun.flatMap(({ enrolment, indexOn }) => {
    const about = people.get(enrolment)
    if (!about) return []
    const pseudonym = nameOf(about.person)
    const recorded = new Map(measures.get(enrolment)?.map(({ measure, value }) => [measure, value]))
    return [{ ...about, indexOn, pseudonym, answered: answered.get(enrolment) ?? [], measures: recorded }]
  })
}

async function readPeople(db: Tx, ids: string[]) {
  const rows = await db
    .select({
      enrolment: enrolments.id,
      person: enrolments.patientId,
      side: enrolments.side,
      treatment: enrolments.treatmentOption,
      birthDate: patients.birthDate,
      sex: patients.sex,
      deceasedOn: patients.deceasedOn,
    })
    .from(enrolments)
    .innerJoin(patients, eq(patients.id, enrolments.patientId))
    .where(inArray(enrolments.id, ids))
  return new Map(rows.map((row) => [row.enrolment, row]))
}

/** What was sent in, oldest first, by enrolment. */
async function readAnswered(db: Tx, ids: string[], zone: string): Promise<Map<string, Answered[]>> {
  const rows = await db
    .select({
      id: responses.id,
      enrolment: responses.enrolmentId,
      submittedAt: responses.submittedAt,
      mode: responses.mode,
      respondent: responses.respondent,
      answers: responses.answers,
    })
    .from(responses)
    .where(and(inArray(responses.enrolmentId, ids), isNotNull(responses.submittedAt)))
    .orderBy(asc(responses.submittedAt))
  const scores = await readScores(
    db,
    rows.map(({ id }) => id),
  )
  const all = rows.map(({ id, submittedAt, ...row }) => ({
    ...row,
    on: localDate(submittedAt ?? '', zone),
    scores: new Map(
      scores
        .get(id)
        ?.map(({ instrument, scale, scoringVersion, value }) => [
          `${instrument} ${scale} ${scoringVersion}`,
          value,
        ]),
    ),
  }))
  return Map.groupBy(all, ({ enrolment }) => enrolment)
}
