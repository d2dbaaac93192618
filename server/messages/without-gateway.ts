import { and, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { messages } from '../db/schema/messages.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'

const MOST = 500
/** What the planner writes it writes again, by the channel that is left. */
const planned = ['invitation', 'reminder']

const isFree = (now: string) =>
  and(
    eq(messages.channel, 'sms'),
    isNull(messages.sentAt),
    isNull(messages.suppressedAt),
    isNull(messages.failedAt),
    or(isNull(messages.leaseUntil), lt(messages.leaseUntil, now)),
  )

/**
 * The gateway for text messages was taken away: what still waits for it is ended with that reason, and leaves its day to
 * the next channel; what somebody asked for goes by mail where they have that. Gives how many were ended.
 */
export async function endTexts({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<number> {
  const at = now().toISOString()
  return db.transaction(async (tx) => {
    const waiting = await tx
      .select({ id: messages.id, kind: messages.kind, hasMail: sql`${hasMail}`.mapWith(Boolean) })
      .from(messages)
      .innerJoin(patients, eq(patients.id, messages.patientId))
      .where(isFree(at))
      .limit(MOST)
    const goesByMail = waiting.filter((one) => one.hasMail && !planned.includes(one.kind))
    const ends = waiting.filter((one) => !goesByMail.includes(one))
    const which = (rows: typeof waiting) =>
      and(isFree(at), inArray(messages.id, ['', ...rows.map(({ id }) => id)]))
    if (goesByMail.length > 0)
      await tx.update(messages).set({ channel: 'mail', attempts: 0, dueAt: at }).where(which(goesByMail))
    if (ends.length > 0)
      await tx
        .update(messages)
        .set({ suppressedAt: at, why: 'no-gateway', batch: sql`${messages.id}` })
        .where(which(ends))
    return ends.length
  })
}

const hasMail = and(isNotNull(patients.email), isNull(patients.emailDeadAt))
