import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { record, recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { assessments } from '../db/schema/care.ts'
import { responses } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { notFound, refused } from '../http/problem.ts'
import { enqueueSentLink } from '../outbox/to-patient.ts'
import { unreachable } from '../outbox/verdict.ts'
import { openPhone } from '../patients/contact.ts'
import { callerOf, inCare, ofOwnTeam } from '../patients/scope.ts'
import { channelOf } from '../patients/texting.ts'

/** Whom an assessment that can be answered now was asked of, in the caller's care and team; 404 for any other. */
async function askedPerson(db: Tx, ctx: Ctx, assessmentId: string, now: Date) {
  const caller = callerOf(ctx, now)
  const at = now.toISOString()
  const [row] = await db
    .select({
      id: patients.id,
      phone: patients.phone,
      email: patients.email,
      emailDeadAt: patients.emailDeadAt,
      phoneDeadAt: patients.phoneDeadAt,
      textsStoppedAt: patients.textsStoppedAt,
      ownAskedAt: patients.ownAskedAt,
      prefersTexts: patients.prefersTexts,
      optedOutAt: patients.optedOutAt,
      deceasedOn: patients.deceasedOn,
    })
    .from(assessments)
    .innerJoin(patients, eq(patients.id, assessments.patientId))
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(
      and(
        eq(assessments.id, assessmentId),
        isNull(assessments.withdrawnAt),
        isNull(responses.submittedAt),
        // What was begun stays open until it closes.
        or(lte(assessments.opensAt, at), gt(responses.startedAt, '')),
        gt(assessments.closesAt, at),
        inCare(db, caller),
        ofOwnTeam(caller, assessments.teamId),
      ),
    )
  if (!row) throw notFound('assessment')
  return row
}

/**
 * Sends a link to what is open, now. 422 ('no_mail') where no mail or text message reaches this patient, 422 ('link_just_went') where
 * one went just now.
 */
export async function sendLink(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'config'>,
  ctx: Ctx,
  assessmentId: string,
): Promise<void> {
  const person = await askedPerson(deps.db, ctx, assessmentId, deps.now())
  if (unreachable(person, channelOf(deps, person) ?? 'mail'))
    throw refused('no_mail', 'No mail and no text message reaches this patient')
  await deps.db.transaction(async (tx) => {
    if (!(await enqueueSentLink(tx, deps, person.id)))
      throw refused('link_just_went', 'A link went just now; no other goes')
    await record(tx, deps, ctx, {
      action: 'E',
      type: 'link.sent',
      patients: [person.id],
      object: { type: 'assessment', id: assessmentId },
    })
  })
}

/** The number of somebody who was asked and has not answered: a look of its own in the log. 404 where there is none. */
export async function readPhone(deps: Deps, ctx: Ctx, assessmentId: string): Promise<{ phone: string }> {
  const { id, phone } = await askedPerson(deps.db, ctx, assessmentId, deps.now())
  if (!phone) throw notFound('phone number')
  await recordRead(deps, ctx, {
    type: 'patient.phone-read',
    patients: [id],
    object: { type: 'assessment', id: assessmentId },
  })
  return { phone: openPhone(deps.seal, id, phone) }
}
