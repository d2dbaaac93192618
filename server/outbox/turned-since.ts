import { and, eq, gte, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { careEvents } from '../db/schema/care.ts'
import { messages } from '../db/schema/messages.ts'

/** Of the mails that say thank you those since which a loss or a palliative turn was told; of all others nothing is read. */
export async function turnedSince(
  db: Tx,
  rows: readonly Pick<typeof messages.$inferSelect, 'id' | 'kind'>[],
): Promise<ReadonlySet<string>> {
  const mailIds = rows.flatMap(({ id, kind }) => (kind === 'thanks' ? [id] : []))
  const turned = mailIds.length > 0 ? await readTurned(db, { mailIds }) : []
  return new Set(turned.map(({ id }) => id))
}

const readTurned = listQuery('mail_turned', ['mailIds'], (db, { mailIds }) =>
  db
    .selectDistinct({ id: messages.id })
    .from(messages)
    .innerJoin(careEvents, eq(careEvents.patientId, messages.patientId))
    .where(
      and(
        inArray(messages.id, mailIds),
        isNotNull(careEvents.turn),
        isNull(careEvents.withdrawnAt),
        gte(careEvents.recordedAt, messages.createdAt),
      ),
    ),
)
