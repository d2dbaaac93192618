import { and, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { messages } from '../db/schema/messages.ts'
import { recipientOf } from './addressed.ts'

/** Kinds that ask something of a patient; what they wanted themselves, such as a new link, counts for no days between mails. */
const unasked = ['invitation', 'reminder']

/** The instants at which a mail or text message last asked something of these patients, of whichever outcome set, by whose address (`recipientOf`). */
export async function lastAsked(db: Tx, patientIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = patientIds.length > 0 ? await readLast(db, { patientIds: [...new Set(patientIds)] }) : []
  return new Map(
    rows.flatMap(({ patientId, proxyId, at }) =>
      patientId && at ? [[recipientOf({ patientId, proxyId }), at] as const] : [],
    ),
  )
}

const readLast = listQuery('mail_last_asked', ['patientIds'], (db, { patientIds }) =>
  db
    .select({
      patientId: messages.patientId,
      proxyId: messages.proxyId,
      at: sql<string | null>`max(coalesce(${messages.sentAt}, ${messages.createdAt}))`,
    })
    .from(messages)
    .where(
      and(
        inArray(messages.patientId, patientIds),
        inArray(messages.kind, unasked),
        inArray(messages.channel, ['mail', 'sms']),
        isNull(messages.suppressedAt),
        isNull(messages.failedAt),
      ),
    )
    .groupBy(messages.patientId, messages.proxyId),
)
