import { and, eq, inArray, isNull, max } from 'drizzle-orm'
import { localDate } from '../../core/time/dates.ts'
import { record } from '../audit/store.ts'
import { type Ctx, systemCtx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { links, messages } from '../db/schema/messages.ts'
import { patientProxies, type patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'

type Proxy = typeof patientProxies.$inferSelect
type Patient = typeof patients.$inferSelect

/** Those of these ids, ended or not. */
export const proxiesById = listQuery('mail_proxies', ['ids'], (db, { ids }) =>
  db.select().from(patientProxies).where(inArray(patientProxies.id, ids)),
)

type Reach = Pick<Proxy, 'endedAt' | 'untilOn' | 'email' | 'emailDeadAt' | 'mailOffAt'>

/** Whether mail goes to the own address of who answers, at an instant: no day longer than they do. */
export const isReached = (proxy: Reach, now: string, zone: string): boolean =>
  proxy.email !== null && !proxy.emailDeadAt && !proxy.mailOffAt && isNamed(proxy, now, zone)

/** Whether they answer at that instant, though the round that ends them may still have to come. */
const isNamed = (
  { endedAt, untilOn }: Pick<Proxy, 'endedAt' | 'untilOn'>,
  now: string,
  zone: string,
): boolean => endedAt === null && untilOn >= localDate(now, zone)

/** The patient as whoever answers for them is written to: at their own address, by mail alone, with all that stops it. */
export function reachedBy(patient: Patient, proxy: Proxy, now: string, zone: string): Patient {
  const { email, emailKey, emailDeadAt, mailOffAt } = proxy
  const named = isNamed(proxy, now, zone)
  return {
    ...patient,
    email: named ? email : null,
    emailKey,
    emailDeadAt,
    ownAskedAt: null,
    phone: null,
    prefersTexts: false,
    mailOff: [],
    optedOutAt: patient.optedOutAt ?? mailOffAt,
  }
}

/** To whose own address a link went: the id of who answers, null for the patient's. */
export async function proxyOfMessage(db: Tx, messageId: string): Promise<string | null> {
  const [found] = await db.select({ id: messages.proxyId }).from(messages).where(eq(messages.id, messageId))
  return found?.id ?? null
}

/** The links in mail to somebody's own address open nothing any more, in no browser. */
export async function endLinksOfProxy(tx: Tx, { now }: Pick<Deps, 'now'>, proxyId: string): Promise<void> {
  const theirs = tx.select({ id: messages.id }).from(messages).where(eq(messages.proxyId, proxyId))
  await tx
    .update(links)
    .set({ revokedAt: now().toISOString() })
    .where(and(inArray(links.messageId, theirs), eq(links.kind, 'answer'), isNull(links.revokedAt)))
}

/** Mail to this address came back for good. Only the one that was tried: another may have been given since. */
export async function endProxyAddress(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  { id, email }: { id: string; email?: string | null },
  message: { id: string; why: string },
): Promise<void> {
  const ended = await tx
    .update(patientProxies)
    .set({ emailDeadAt: deps.now().toISOString() })
    .where(
      and(
        eq(patientProxies.id, id),
        isNull(patientProxies.emailDeadAt),
        email ? eq(patientProxies.email, email) : undefined,
      ),
    )
    .returning({ patientId: patientProxies.patientId, organisationId: patientProxies.organisationId })
  for (const { patientId, organisationId } of ended)
    await record(tx, deps, systemCtx(organisationId, 'mail'), {
      action: 'U',
      type: 'patient.proxy-address-dead',
      patients: [patientId],
      object: { type: 'message', id: message.id },
      detail: { why: message.why },
    })
}

/** Since when an address wants no more mail about a patient, whoever is named with it again; null where it does not mind. */
export async function mailOffOf(
  tx: Tx,
  patientId: string,
  emailKey: string | null | undefined,
): Promise<string | null> {
  if (!emailKey) return null
  const [off] = await tx
    .select({ at: max(patientProxies.mailOffAt) })
    .from(patientProxies)
    .where(and(eq(patientProxies.patientId, patientId), eq(patientProxies.emailKey, emailKey)))
  return off?.at ?? null
}

/** Who answers wants no more mail, and their links end; the patient's go on. Again is harmless. */
export async function stopProxyMail(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  proxyId: string,
): Promise<void> {
  const stopped = await tx
    .update(patientProxies)
    .set({ mailOffAt: deps.now().toISOString() })
    .where(and(eq(patientProxies.id, proxyId), isNull(patientProxies.mailOffAt)))
    .returning({ patientId: patientProxies.patientId })
  await endLinksOfProxy(tx, deps, proxyId)
  for (const { patientId } of stopped)
    await record(tx, deps, ctx, { action: 'U', type: 'patient.proxy-mail-off', patients: [patientId] })
}
