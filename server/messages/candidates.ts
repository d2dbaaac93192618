import { setImmediate as breathe } from 'node:timers/promises'
import {
  and,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  ne,
  not,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { once } from '../../core/memo.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { appointments, assessments, enrolments } from '../db/schema/care.ts'
import { responses } from '../db/schema/outcomes.ts'
import { patientProxies, patients } from '../db/schema/patients.ts'

export type Candidate = Awaited<ReturnType<typeof readCandidates>>[number]

/** So many at a time: on SQLite everybody else waits behind the question. */
const PAGE = 1000

/**
 * All assessments that wait for answers, or will open before `until`, page by page with a breath between; where teams are
 * named, all of whom one of them asks something: a mail is of all who ask. Only they themselves are asked, by the index on
 * their window; what hangs on them comes per group.
 */
export async function readOpenUnanswered(
  db: Tx,
  { now, until = now, teamIds }: { now: string; until?: string; teamIds?: readonly string[] | undefined },
): Promise<OpenUnanswered[]> {
  const found: OpenUnanswered[] = []
  for (let last = { closesAt: now, id: '' }; ; ) {
    const values = { now, until, ...last }
    const page = await (teamIds ? openOfTeams(db, { teamIds }, values) : openUnanswered(db).execute(values))
    found.push(...page)
    const end = page.at(-1)
    if (!end || page.length < PAGE) return found
    last = end
    await breathe()
  }
}
type OpenUnanswered = { id: string; patientId: string }

/** One page of them, after the last one of the page before. */
export const openUnanswered = once((db: Tx) => openPage(db).prepare('open_unanswered'))

const openOfTeams = listQuery('open_of_teams', ['teamIds'], (db, { teamIds }) =>
  openPage(db, exists(openBeside(db, inArray(beside.teamId, teamIds)))),
)

const beside = alias(assessments, 'beside')

/** What is asked of the same patient in the same time by one of some teams, itself perhaps. */
const openBeside = (db: Tx, ofTeams: SQL) =>
  db
    .select({ id: beside.id })
    .from(beside)
    .where(
      and(
        eq(beside.patientId, assessments.patientId),
        ofTeams,
        lte(beside.opensAt, sql.placeholder('until')),
        gt(beside.closesAt, sql.placeholder('now')),
      ),
    )

const openPage = (db: Tx, ofTeams?: SQL) =>
  db
    .select({ id: assessments.id, patientId: assessments.patientId, closesAt: assessments.closesAt })
    .from(assessments)
    .where(
      and(
        gte(assessments.closesAt, sql.placeholder('closesAt')),
        or(gt(assessments.closesAt, sql.placeholder('closesAt')), gt(assessments.id, sql.placeholder('id'))),
        lte(assessments.opensAt, sql.placeholder('until')),
        gt(assessments.closesAt, sql.placeholder('now')),
        isNull(assessments.withdrawnAt),
        isNull(assessments.declinedAt),
        not(exists(submittedOf(db))),
        ofTeams,
      ),
    )
    .orderBy(assessments.closesAt, assessments.id)
    .limit(PAGE)

const submittedOf = (db: Tx) =>
  db
    .select({ id: responses.id })
    .from(responses)
    .where(and(eq(responses.assessmentId, assessments.id), isNotNull(responses.submittedAt)))

/**
 * Those whose patient can be reached, or who answers for them, by mail or perhaps by text message, and wants to be, on a care path that goes on, for a visit that stands. Of all
 * organisations: a condition on theirs would make SQLite begin with their patients.
 */
export const readCandidates = listQuery('mail_candidates', ['ids'], (db, { ids }) =>
  db
    .select({
      id: assessments.id,
      patientId: assessments.patientId,
      organisationId: patients.organisationId,
      language: patients.language,
      email: patients.email,
      emailDeadAt: patients.emailDeadAt,
      phone: patients.phone,
      phoneDeadAt: patients.phoneDeadAt,
      textsStoppedAt: patients.textsStoppedAt,
      prefersTexts: patients.prefersTexts,
      mailOff: patients.mailOff,
      birthDate: patients.birthDate,
      proxy: {
        id: patientProxies.id,
        endedAt: patientProxies.endedAt,
        untilOn: patientProxies.untilOn,
        email: patientProxies.email,
        emailDeadAt: patientProxies.emailDeadAt,
        mailOffAt: patientProxies.mailOffAt,
      },
      visitAt: appointments.startsAt,
      teamId: assessments.teamId,
      outcomeSet: enrolments.outcomeSet,
      setVersionId: assessments.setVersionId,
      moment: assessments.moment,
      opensAt: assessments.opensAt,
      dueAt: assessments.dueAt,
      closesAt: assessments.closesAt,
      why: assessments.why,
    })
    .from(assessments)
    .innerJoin(patients, eq(patients.id, assessments.patientId))
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .leftJoin(appointments, eq(appointments.id, assessments.appointmentId))
    .leftJoin(
      patientProxies,
      and(
        eq(patientProxies.patientId, assessments.patientId),
        isNull(patientProxies.endedAt),
        isNotNull(patientProxies.email),
      ),
    )
    .where(
      and(
        inArray(assessments.id, ids),
        or(
          and(isNotNull(patients.email), isNull(patients.emailDeadAt)),
          and(isNotNull(patients.phone), isNull(patients.phoneDeadAt)),
          and(
            isNotNull(patientProxies.id),
            isNull(patientProxies.emailDeadAt),
            isNull(patientProxies.mailOffAt),
          ),
        ),
        isNull(patients.optedOutAt),
        isNull(patients.deceasedOn),
        isNull(enrolments.endedOn),
        isNull(enrolments.mailOffAt),
        or(isNull(appointments.id), ne(appointments.status, 'cancelled')),
      ),
    ),
)
