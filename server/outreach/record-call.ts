import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { CallOutcome } from '../../core/outreach.ts'
import { declineWithin } from '../acts/decline.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { links, messages } from '../db/schema/messages.ts'
import { calls } from '../db/schema/outreach.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { notFound, refused } from '../http/problem.ts'
import { addLinks } from '../links/store.ts'
import { tokenOf } from '../links/token.ts'
import { blank } from '../outbox/store.ts'
import { enqueueNewLink } from '../outbox/to-patient.ts'
import { lockPatients } from '../patients/lock.ts'
import { ownTeam } from './rules.ts'
import { type Asked, unreachedOf } from './unreached.ts'

type Works = Pick<Deps, 'db' | 'now' | 'newId' | 'secret'>
export type Called = { teamId: string; assessmentId: string; outcome: CallOutcome }

/** Somebody who answers on the phone has this long; the link is for that conversation. */
const ON_THE_PHONE_HOURS = 4

/**
 * Writes down how a call ended and does what was agreed in it: a new link goes, the questions are declined, a wrong
 * number is forgotten. Where the patient answers at once, gives the address at which the caller fills in what they say.
 * 404 for what is not open, not asked by the caller's team, or answered meanwhile; 422 ('no_mail') for a link to nowhere.
 */
export async function recordCall(
  deps: Works,
  ctx: Ctx,
  { teamId, assessmentId, outcome }: Called,
): Promise<{ answerAt: string | null }> {
  await ownTeam(deps.db, ctx, teamId)
  return deps.db.transaction(async (tx) => {
    const open = await unreachedOf(tx, [teamId], deps.now().toISOString())
    const asked = open.find((one) => one.assessmentId === assessmentId)
    if (!asked) throw notFound('call')
    await lockPatients(tx, [asked.person.id])
    const ofPerson = open.filter(({ person }) => person.id === asked.person.id)
    const begun = await follow(tx, deps, ctx, outcome, asked, ofPerson)
    await tx.insert(calls).values({
      id: deps.newId('cal'),
      teamId,
      patientId: asked.person.id,
      assessmentId,
      staffId: ctx.actor.id,
      outcome,
      calledAt: deps.now().toISOString(),
      messageId: begun?.messageId ?? null,
    })
    await record(tx, deps, ctx, {
      action: 'C',
      type: 'call.recorded',
      patients: [asked.person.id],
      object: { type: 'assessment', id: assessmentId },
      detail: { outcome },
    })
    return { answerAt: begun?.path ?? null }
  })
}

/** What follows from how a call ended. */
async function follow(
  tx: Tx,
  deps: Works,
  ctx: Ctx,
  outcome: CallOutcome,
  { person, noMail }: Asked,
  open: readonly Asked[],
) {
  if (outcome === 'new-link') {
    if (noMail)
      throw refused('no_mail', 'There is no mail address that works: write a letter, or ask for one')
    await enqueueNewLink(tx, deps, person.id)
  }
  if (outcome === 'does-not-want') {
    const ids = open.map(({ assessmentId }) => assessmentId)
    await declineWithin(tx, deps, ctx, { patientId: person.id, ids, why: null })
  }
  if (outcome === 'wrong-number') await forgetNumber(tx, deps, ctx, person)
  return outcome === 'answered-by-phone' ? beginOnThePhone(tx, deps, ctx, person.id) : null
}

async function forgetNumber(tx: Tx, deps: Works, ctx: Ctx, { id, phone }: Asked['person']) {
  const isThis = phone === null ? isNull(patients.phone) : eq(patients.phone, phone)
  await tx
    .update(patients)
    .set({ phone: null })
    .where(and(eq(patients.id, id), isThis))
  await record(tx, deps, ctx, { action: 'U', type: 'patient.contact-changed', patients: [id] })
}

/** A link of its own, never mailed: what is saved behind it is known to have come by phone. */
async function beginOnThePhone(tx: Tx, deps: Works, { organisationId }: Ctx, patientId: string) {
  const row = { ...blank(deps, organisationId, 'new-link'), channel: 'phone', patientId }
  const sentAt = row.createdAt
  await tx.insert(messages).values({ ...row, batch: row.id, sentAt })
  const diesAt = new Date(deps.now().getTime() + ON_THE_PHONE_HOURS * 3_600_000).toISOString()
  await addLinks(tx, deps, [{ kind: 'answer', patientId, messageId: row.id, diesAt, mode: 'phone' }])
  const [link] = await tx
    .select()
    .from(links)
    .where(inArray(links.messageId, [row.id]))
  return link ? { messageId: row.id, path: `/v/${tokenOf(deps.secret, link)}` } : null
}
