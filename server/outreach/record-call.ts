import { and, eq, isNull } from 'drizzle-orm'
import type { CallOutcome } from '../../core/mail/outreach.ts'
import { declineWithin } from '../acts/decline.ts'
import { moveNumbers } from '../acts/move-address.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { calls } from '../db/schema/outreach.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { notFound, refused } from '../http/problem.ts'
import { enqueueNewLink } from '../outbox/to-patient.ts'
import { lockPatients } from '../patients/lock.ts'
import { ownTeam } from './rules.ts'
import { type Asked, unreachedOf } from './unreached.ts'

type Works = Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'config' | 'definitions'>
export type Called = { teamId: string; assessmentId: string; outcome: CallOutcome }

/**
 * Writes down how a call ended and does what was agreed in it: a new link goes, the questions are declined, a wrong
 * number is forgotten. What a patient says on the phone is typed in as staff do (server/forms/entries). 404 for what is
 * not open, not asked by the caller's team, or answered meanwhile; 422 ('no_mail', 'no_way') where nothing leads to the
 * questions, 422 ('link_just_went') where no other link goes now.
 */
export async function recordCall(
  deps: Works,
  ctx: Ctx,
  { teamId, assessmentId, outcome }: Called,
): Promise<void> {
  await ownTeam(deps.db, ctx, teamId)
  await deps.db.transaction(async (tx) => {
    const now = deps.now().toISOString()
    const open = await unreachedOf(deps, tx, { teamIds: [teamId], now, sameAs: assessmentId })
    const asked = open.find((one) => one.assessmentId === assessmentId)
    if (!asked) throw notFound('call')
    await lockPatients(tx, [asked.person.id])
    await follow(tx, deps, ctx, outcome, asked, open)
    await tx.insert(calls).values({
      id: deps.newId('cal'),
      teamId,
      patientId: asked.person.id,
      assessmentId,
      staffId: ctx.actor.id,
      outcome,
      calledAt: now,
    })
    await record(tx, deps, ctx, {
      action: 'C',
      type: 'call.recorded',
      patients: [asked.person.id],
      object: { type: 'assessment', id: assessmentId },
      detail: { outcome },
    })
  })
}

/** What follows from how a call ended. */
async function follow(
  tx: Tx,
  deps: Works,
  ctx: Ctx,
  outcome: CallOutcome,
  { person, noMail, canText, hasLetter }: Asked,
  open: readonly Asked[],
): Promise<void> {
  if (outcome === 'new-link') {
    if (noMail && !canText)
      throw refused('no_mail', 'There is no mail address or mobile number that works: write, or ask for one')
    if (!(await enqueueNewLink(tx, deps, person.id)))
      throw refused('link_just_went', 'A new link went just now, or too many went today; no other goes')
  }
  if (outcome === 'will-answer' && noMail && !canText && !hasLetter)
    throw refused('no_way', 'Nothing that this patient has leads to the questions')
  if (outcome === 'does-not-want') {
    const ids = open.map(({ assessmentId }) => assessmentId)
    await declineWithin(tx, deps, ctx, { patientId: person.id, ids, why: null })
  }
  if (outcome === 'wrong-number') await forgetNumber(tx, deps, ctx, person)
}

async function forgetNumber(tx: Tx, deps: Works, ctx: Ctx, { id, phone }: Asked['person']) {
  const isThis = phone === null ? isNull(patients.phone) : eq(patients.phone, phone)
  await tx
    .update(patients)
    .set({ phone: null })
    .where(and(eq(patients.id, id), isThis))
  await moveNumbers(tx, deps, ctx, [id])
  await record(tx, deps, ctx, { action: 'U', type: 'patient.contact-changed', patients: [id] })
}
