import { randomBytes } from 'node:crypto'
import { and, desc, eq, gt, inArray, isNotNull, isNull, lt, max, or, sql } from 'drizzle-orm'
import { inChunks } from '../db/chunks.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { rowWriter } from '../db/row-writer.ts'
import { assessments } from '../db/schema/care.ts'
import { links, messageAssessments, messages } from '../db/schema/messages.ts'
import type { Deps } from '../deps.ts'
import { cleanToken, codeKeyOf, hashOf, tokenOf, typedCodeOf } from './token.ts'

export type Link = typeof links.$inferSelect
type NewLink = {
  kind: 'answer' | 'opt-out'
  patientId: string
  messageId: string
  diesAt: string
  /** It is printed on a letter, with a code to type. */
  typed?: boolean
}

/** Makes the links of messages, one of each kind per message; a link that is there already stays as it is. */
export async function addLinks(
  tx: Tx,
  { now, newId, secret }: Pick<Deps, 'now' | 'newId' | 'secret'>,
  wanted: NewLink[],
): Promise<void> {
  const createdAt = now().toISOString()
  const rows = wanted.map(({ typed, ...link }) => {
    const made = { id: newId('lin'), nonce: randomBytes(16).toString('base64url') }
    const codeKey = typed ? codeKeyOf(secret, typedCodeOf(secret, made)) : null
    return { ...link, ...made, tokenHash: hashOf(tokenOf(secret, made)), codeKey, createdAt, failedChecks: 0 }
  })
  await writeLinks(tx, rows)
}

const writeLinks = rowWriter(links, (insert, size) => insert.onConflictDoNothing().prepare(`links_${size}`))

/** The link that a token opens, or null; whether it is still alive is for the caller to say. */
export async function findLink(db: Tx, token: string, kind: Link['kind']): Promise<Link | null> {
  const [link] = await db
    .select()
    .from(links)
    .where(and(eq(links.tokenHash, hashOf(cleanToken(token))), eq(links.kind, kind)))
  return link ?? null
}

/**
 * The token of the newest link that still lives: the way to a patient's questions, or that of who answers for them at
 * their own address. Null when none does.
 */
export async function livingAnswerToken(
  { db, now, secret }: Pick<Deps, 'db' | 'now' | 'secret'>,
  patientId: string,
  proxyId: string | null = null,
): Promise<string | null> {
  const whose = proxyId === null ? isNull(messages.proxyId) : eq(messages.proxyId, proxyId)
  const isTheirs = and(eq(links.patientId, patientId), eq(links.kind, 'answer'), whose)
  const [link] = await db
    .select({ id: links.id, nonce: links.nonce })
    .from(links)
    .innerJoin(messages, eq(messages.id, links.messageId))
    .where(and(isTheirs, isNull(links.revokedAt), gt(links.diesAt, now().toISOString())))
    .orderBy(desc(links.createdAt), desc(links.id))
    .limit(1)
  return link ? tokenOf(secret, link) : null
}

/**
 * Ends every link that was sent to these patients, and with them the browsers in which one was opened: their mail may
 * have reached somebody else. `which`: only those of text messages, or of their own address and not that of who answers
 * for them. Gives of whom, once per link. For good: what moves later does not revive them. A mail that is still to be
 * sent, or sent again, gets other links. The caller holds the patients' lock.
 */
export async function endLinks(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  patientIds: readonly string[],
  which?: 'sms' | 'own',
): Promise<string[]> {
  const ofWhich = which && inArray(links.messageId, messagesBy(tx, which, patientIds))
  const theirs = and(inArray(links.patientId, patientIds), isNull(links.revokedAt), ofWhich)
  const unsent = tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(inArray(messages.patientId, patientIds), isNull(messages.sentAt)))
  const ofWhom = { patientId: links.patientId }
  const dropped = await tx
    .delete(links)
    .where(and(theirs, inArray(links.messageId, unsent)))
    .returning(ofWhom)
  const revoked = await tx
    .update(links)
    .set({ revokedAt: now().toISOString() })
    .where(theirs)
    .returning(ofWhom)
  return [...dropped, ...revoked].map(({ patientId }) => patientId)
}

const messagesBy = (tx: Tx, which: 'sms' | 'own', patientIds: readonly string[]) =>
  tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        inArray(messages.patientId, patientIds),
        which === 'sms' ? eq(messages.channel, which) : isNull(messages.proxyId),
      ),
    )

/** Who of these patients was sent, or is being sent, a link to questions that is not past its date; ended or not. */
export async function sentLinks(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  patientIds: readonly string[],
): Promise<string[]> {
  const at = now().toISOString()
  const rows = await tx
    .selectDistinct({ patientId: links.patientId })
    .from(links)
    .innerJoin(messages, eq(messages.id, links.messageId))
    .where(
      and(
        inArray(links.patientId, patientIds),
        eq(links.kind, 'answer'),
        isNull(messages.proxyId),
        gt(links.diesAt, at),
        or(isNotNull(messages.sentAt), gt(messages.leaseUntil, at)),
      ),
    )
  return rows.map(({ patientId }) => patientId)
}

/** The token that ends messages, beside a link that opens questions; null where it has none, or lives no more. */
export async function optOutToken(
  { db, now, secret }: Pick<Deps, 'db' | 'now' | 'secret'>,
  answerLinkId: string,
): Promise<string | null> {
  const beside = db.select({ id: links.messageId }).from(links).where(eq(links.id, answerLinkId))
  const isIt = and(inArray(links.messageId, beside), eq(links.kind, 'opt-out'), isNull(links.revokedAt))
  const [link] = await db
    .select({ id: links.id, nonce: links.nonce })
    .from(links)
    .where(and(isIt, gt(links.diesAt, now().toISOString())))
  return link ? tokenOf(secret, link) : null
}

const AT_ONCE = 1000

/** These assessments moved: a link that was mailed about one lives as long as what its mail is about, never shorter. */
export async function prolongLinks(tx: Tx, assessmentIds: readonly string[]): Promise<void> {
  for (const ids of inChunks(assessmentIds, AT_ONCE)) await prolong(tx, { ids })
}

const prolong = listQuery('prolong_links', ['ids'], (tx, { ids }) => {
  const last = tx
    .select({ at: max(assessments.linkDeadAt) })
    .from(messageAssessments)
    .innerJoin(assessments, eq(assessments.id, messageAssessments.assessmentId))
    .where(eq(messageAssessments.messageId, links.messageId))
  const mails = tx
    .select({ id: messageAssessments.messageId })
    .from(messageAssessments)
    .where(inArray(messageAssessments.assessmentId, ids))
  return tx
    .update(links)
    .set({ diesAt: sql`${last}` })
    .where(and(eq(links.kind, 'answer'), inArray(links.messageId, mails), lt(links.diesAt, sql`${last}`)))
    .returning({ diesAt: links.diesAt })
})
