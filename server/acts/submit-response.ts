import type { AlertRule } from '../../core/outcome-sets/outcome-set.ts'
import { localDate } from '../../core/time/dates.ts'
import { monthOf } from '../../core/time/months.ts'
import { addAlerts } from '../alerts/store.ts'
import { stayWith } from '../assessments/store.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { conflict, Problem } from '../http/problem.ts'
import { lockPatients } from '../patients/lock.ts'
import { addSealed, currentResponse, sealDraft } from '../responses/store.ts'
import { addScores } from '../scores/store.ts'
import { askedInstruments, stillRequired } from './asked.ts'
import { type Calling, callingOf, readBefore } from './calling.ts'
import { type Checked, checkSubmission, type Submission } from './check-submission.ts'
import { replanningAfter } from './plan-after-answer.ts'
import { planEnrolments } from './plan-enrolment.ts'

/** The assessment that is answered, with the draft as it was read: none yet when `responseId` is null. */
export type Target = {
  assessmentId: string
  enrolmentId: string
  patientId: string
  teamId: string
  setVersionId: string
  moment: string
  organisationId: string
  timeZone: string
  responseId: string | null
  /** Set when somebody submitted it before. */
  submittedAt: string | null
}

export type Submitted = {
  responseId: string
  submittedAt: string
  raised: AlertRule[]
  /** False when it had been submitted before. */
  isNew: boolean
}

type Works = Pick<Deps, 'db' | 'definitions' | 'config' | 'seal' | 'now' | 'newId'>

/**
 * Submits one response: answers, scores, alerts, what it changes in the plan and the audit line together or not at all,
 * with what else the caller has to write: `also`. The team is told of alerts afterwards (climb-alerts.ts). The same
 * submission again gives the same answer; another one is refused (409), one made from an older draft too (412).
 */
export async function submitResponse(
  deps: Works,
  ctx: Ctx,
  target: Target,
  given: Submission,
  also?: (tx: Tx) => Promise<void>,
): Promise<Submitted> {
  const version = await deps.definitions.version(target.setVersionId)
  const required = await stillRequired(deps.db, version, target, deps.now())
  const before = await readBefore(deps, version, target, given)
  const checked = checkSubmission(version, target.moment, required, given, before)
  if (target.submittedAt === null) {
    const answered = askedInstruments(version, target.moment).instruments.map(({ id }) => id)
    const replanning = await replanningAfter(deps, target, answered)
    const calling = await callingOf(deps, version, target, given, checked.raised)
    const stored = await deps.db.transaction(async (tx) => {
      await lockPatients(tx, [target.patientId]) // what others plan or end meanwhile waits for the answer
      const first = await storeSubmission(tx, deps, ctx, target, given, { ...checked, calling })
      if (!first) return null
      if (!target.responseId) await stayWith(tx, target.assessmentId, version.id)
      await also?.(tx)
      if (replanning) await planEnrolments(tx, deps, replanning.versions, replanning.enrolmentIds)
      return first
    })
    if (stored) return { ...stored, raised: rulesOf(checked), isNew: true }
  }
  return submittedBefore(await currentResponse(deps.db, target.assessmentId), checked)
}

function submittedBefore(current: Awaited<ReturnType<typeof currentResponse>>, checked: Checked): Submitted {
  if (!current?.submittedAt)
    throw new Problem(412, 'changed_elsewhere', 'These answers were changed in another window', {
      version: current?.version ?? 0,
      answers: current?.answers ?? {},
    })
  if (current.submitHash !== checked.hash)
    throw conflict('already_submitted', 'Other answers were already sent for this questionnaire')
  const { id: responseId, submittedAt } = current
  return { responseId, submittedAt, raised: rulesOf(checked), isNew: false }
}

const rulesOf = ({ raised }: Checked): AlertRule[] => raised.map(({ rule }) => rule)

/**
 * Writes a checked submission at the instant `now`, and tells nobody. Null when the draft changed or somebody was
 * first: nothing is written then.
 */
async function storeSubmission(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  target: Target,
  given: Submission,
  { answers, scores, calling, hash }: Checked & { calling: Calling | null },
): Promise<{ responseId: string; submittedAt: string } | null> {
  const submittedAt = deps.now().toISOString()
  const { respondent, mode, language, topicText, urgent } = given
  const { sessionId = null, enteredBy = null, checkedBy = null } = given
  const said = { topics: [...given.topics], topicText, urgent }
  const { assessmentId, patientId, enrolmentId, teamId, timeZone } = target
  const month = monthOf(localDate(submittedAt, timeZone))
  const sealed = { submittedAt, month, submitHash: hash, ...said, sessionId, enteredBy, checkedBy }
  const change = { answers, respondent, mode, language, ...sealed }
  const responseId = target.responseId ?? deps.newId('res')
  const first = target.responseId
    ? await sealDraft(tx, { id: responseId, version: given.version }, change)
    : await addSealed(tx, {
        id: responseId,
        assessmentId,
        patientId,
        enrolmentId,
        teamId,
        startedAt: submittedAt,
        ...change,
      })
  if (!first) return null
  await addScores(tx, responseId, scores)
  if (calling) {
    const of = { responseId, enrolmentId, teamId, raisedAt: submittedAt }
    await addAlerts(tx, deps, of, calling.calls, { hours: calling.hours, zone: timeZone })
  }
  await record(tx, deps, ctx, {
    action: 'C',
    type: 'response.submitted',
    patients: [patientId],
    object: { type: 'response', id: responseId },
    detail: { respondent, mode },
  })
  return { responseId, submittedAt }
}
