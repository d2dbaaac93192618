import { and, eq, gt, isNotNull, isNull, lte, notExists } from 'drizzle-orm'
import { localDate, midnight, moveDate } from '../../core/time/dates.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { assessments } from '../db/schema/care.ts'
import { responses } from '../db/schema/outcomes.ts'
import { versionNow } from '../definitions/moved.ts'
import type { Deps } from '../deps.ts'
import { ownEnrolment } from '../enrolments/store.ts'
import { conflict, notFound, refused } from '../http/problem.ts'
import { lockPatients } from '../patients/lock.ts'
import { proxyOf } from '../patients/proxies.ts'
import { teamOf } from './enrol.ts'

/** Somebody can answer from so long before the day it is due until so long after. */
const AROUND = 'P14D'

/** No team plans further ahead, and a day must be one that can be reckoned from. */
const FURTHEST = 'P2Y'

const SOON_MS = 14 * 86_400_000

type Order = { moment: string; dueOn: string; reason: string }

/**
 * Asks the questions of one moment once more, round a day; recalculation leaves it alone. 404 for a moment that the care
 * path does not have; 422 ('day_passed', 'day_too_far') for a day that is over or
 * more than two years ahead; 409 ('enrolment_ended'), 'asked_already' while the same questions wait for an answer, and
 * 'no_proxy' for what is asked of who answers for a patient where nobody does.
 */
export async function orderMeasurement(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>,
  ctx: Ctx,
  enrolmentId: string,
  { moment, dueOn, reason }: Order,
): Promise<{ id: string }> {
  const { patientId, teamId, setVersionId } = await ownEnrolment(deps.db, ctx, enrolmentId, deps.now())
  const versions = await deps.definitions.versions([setVersionId])
  const { zone } = await teamOf(deps.db, ctx, teamId)
  const at = deps.now().toISOString()
  const today = localDate(at, zone)
  if (dueOn < today) throw refused('day_passed', 'Choose today or a later day')
  if (dueOn > moveDate(today, FURTHEST)) throw refused('day_too_far', 'Choose a day within two years')
  const early = moveDate(dueOn, `-${AROUND}`)
  const closesAt = midnight(moveDate(dueOn, AROUND), zone)
  const id = deps.newId('ass')
  await deps.db.transaction(async (tx) => {
    await lockPatients(tx, [patientId])
    const path = await ownEnrolment(tx, ctx, enrolmentId, deps.now())
    const { set } = await versionNow(tx, versions, path.setVersionId)
    const ordered = set.moments.find(({ id }) => id === moment)
    if (!ordered) throw notFound('moment')
    if (path.endedOn) throw conflict('enrolment_ended', 'This care path has ended')
    if (ordered.respondent === 'proxy' && !(await proxyOf(tx, patientId)))
      throw conflict('no_proxy', 'Nobody was named who answers for this patient')
    if ((await tx.$count(assessments, waiting(tx, enrolmentId, moment, at))) > 0)
      throw conflict('asked_already', 'These questions are waiting for an answer already')
    await tx.insert(assessments).values({
      id,
      enrolmentId,
      patientId,
      teamId,
      setVersionId: path.setVersionId,
      moment,
      anchor: `extra:${id}`,
      opensAt: midnight(early > today ? early : today, zone),
      dueAt: midnight(dueOn, zone),
      closesAt,
      linkDeadAt: closesAt,
      why: [],
      manual: { by: ctx.actor.id, at, reason },
      createdAt: at,
    })
    await record(tx, deps, ctx, {
      action: 'C',
      type: 'assessment.ordered',
      patients: [patientId],
      object: { type: 'assessment', id },
      detail: { moment },
    })
  })
  return { id }
}

/** The same questions, open now or soon, and not sent in. */
function waiting(tx: Tx, enrolmentId: string, moment: string, at: string) {
  const sent = tx
    .select({ id: responses.id })
    .from(responses)
    .where(and(eq(responses.assessmentId, assessments.id), isNotNull(responses.submittedAt)))
  const soon = new Date(Date.parse(at) + SOON_MS).toISOString()
  return and(
    eq(assessments.enrolmentId, enrolmentId),
    eq(assessments.moment, moment),
    isNull(assessments.withdrawnAt),
    isNull(assessments.declinedAt),
    gt(assessments.closesAt, at),
    lte(assessments.opensAt, soon),
    notExists(sent),
  )
}
