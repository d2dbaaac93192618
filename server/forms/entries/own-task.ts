import { and, eq, isNull } from 'drizzle-orm'
import { hasQuestions, ownWordsIn } from '../../../core/answers/goals.ts'
import type { ResponseAnswers } from '../../../core/response.ts'
import { stillRequired } from '../../acts/asked.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { assessments, enrolments } from '../../db/schema/care.ts'
import { organisations, teams } from '../../db/schema/organisations.ts'
import { responses } from '../../db/schema/outcomes.ts'
import { patients } from '../../db/schema/patients.ts'
import type { Deps } from '../../deps.ts'
import { conflict, notFound } from '../../http/problem.ts'
import { lockPatients } from '../../patients/lock.ts'
import { callerOf, inCare, ofOwnTeam } from '../../patients/scope.ts'
import { sentAnswers } from '../../responses/sent-answers.ts'
import type { OpenTask } from '../open-tasks.ts'
import { readPrinted } from './printed-version.ts'

type Works = Pick<Deps, 'db' | 'definitions' | 'now'>

/**
 * One assessment of a patient in the caller's care, for one of the caller's teams, with what is still asked in it; any
 * other does not exist (404). `printed`: the version of its outcome set on the paper that is typed in.
 */
export async function ownTask(deps: Works, ctx: Ctx, assessmentId: string, printed?: number) {
  const [row] = await readOne(deps, ctx, assessmentId)
  if (!row) throw notFound('assessment')
  const { setVersion, printable } = await readPrinted(deps, row, printed)
  const { patientId, moment } = row
  const asked = await stillRequired(deps.db, setVersion, { assessmentId, patientId, moment }, deps.now())
  const sent = await sentAnswers(deps.db, [row.enrolmentId])
  const ownWords = ownWordsIn(sent.get(row.enrolmentId) ?? [])
  const instruments = asked.filter((one) => hasQuestions(one, ownWords))
  const task: OpenTask = {
    id: row.id,
    side: row.side,
    team: row.team,
    clinician: null,
    startsAt: null,
    closesAt: row.closesAt,
    declinedAt: row.declinedAt,
    version: row.version ?? 0,
    answers: (row.answers ?? {}) as ResponseAnswers,
    setVersion,
    moment,
    instruments: instruments.map(({ id }) => id),
    ownWords,
    minutes: instruments.reduce((sum, { minutes }) => sum + minutes, 0),
  }
  return { ...row, assessmentId: row.id, setVersionId: setVersion.id, printable, task }
}
export type OwnTask = Awaited<ReturnType<typeof ownTask>>

const readOne = ({ db, now }: Works, ctx: Ctx, assessmentId: string) => {
  const caller = callerOf(ctx, now())
  return db
    .select({
      id: assessments.id,
      patientId: patients.id,
      enrolmentId: assessments.enrolmentId,
      teamId: assessments.teamId,
      setVersionId: assessments.setVersionId,
      moment: assessments.moment,
      opensAt: assessments.opensAt,
      closesAt: assessments.closesAt,
      linkDeadAt: assessments.linkDeadAt,
      withdrawnAt: assessments.withdrawnAt,
      declinedAt: assessments.declinedAt,
      side: enrolments.side,
      movedAt: enrolments.movedAt,
      givenName: patients.givenName,
      familyName: patients.familyName,
      language: patients.language,
      deceasedOn: patients.deceasedOn,
      organisationId: organisations.id,
      organisation: organisations.name,
      organisationLanguage: organisations.language,
      urgentPhone: organisations.urgentPhone,
      timeZone: organisations.timeZone,
      team: teams.name,
      responseId: responses.id,
      version: responses.version,
      answers: responses.answers,
      submittedAt: responses.submittedAt,
    })
    .from(assessments)
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .innerJoin(patients, eq(patients.id, assessments.patientId))
    .innerJoin(organisations, eq(organisations.id, patients.organisationId))
    .innerJoin(teams, eq(teams.id, assessments.teamId))
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(and(eq(assessments.id, assessmentId), inCare(db, caller), ofOwnTeam(caller, assessments.teamId)))
}

/**
 * 409 where nothing can be answered any more, or not yet. Paper comes by post: it may still be typed in for as long as
 * a mailed link would lead somewhere.
 */
export function mustBeOpen(
  { submittedAt, withdrawnAt, deceasedOn, opensAt, closesAt, linkDeadAt }: OwnTask,
  now: Date,
  how: 'answered' | 'typed',
): void {
  if (submittedAt) throw conflict('already_submitted', 'These answers were sent already')
  const at = now.toISOString()
  const until = how === 'typed' && linkDeadAt > closesAt ? linkDeadAt : closesAt
  if (withdrawnAt || deceasedOn || opensAt > at || until <= at)
    throw conflict('not_open', 'This questionnaire is not open')
}

/** The same within the act: what was withdrawn since it was read, or whose patient died, takes no answers. */
export async function mustStayOpen(
  tx: Tx,
  { assessmentId, patientId }: Pick<OwnTask, 'assessmentId' | 'patientId'>,
): Promise<void> {
  await lockPatients(tx, [patientId])
  const [open] = await tx
    .select({ id: assessments.id })
    .from(assessments)
    .innerJoin(patients, eq(patients.id, assessments.patientId))
    .where(
      and(eq(assessments.id, assessmentId), isNull(assessments.withdrawnAt), isNull(patients.deceasedOn)),
    )
  if (!open) throw conflict('not_open', 'This questionnaire is not open')
}
