import { timingSafeEqual } from 'node:crypto'
import { and, eq, gt, lt, sum } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { links, patientSessions } from '../db/schema/messages.ts'
import type { Deps } from '../deps.ts'
import { MOST_CHECKS } from './open-link.ts'
import type { PatientSession } from './session.ts'

/** `isDayOver`: no link of this patient takes another try today, a new one neither. */
export type BirthDateCheck = { right: true } | { right: false; left: number; isDayOver: boolean }

/**
 * Wrong birth dates in a day, over all links of a patient: each new link brings new tries, and who reads the mail of
 * somebody else can ask for one every few minutes.
 */
const MOST_A_DAY = 15
const DAY_MS = 86_400_000

/** Counts the try before it looks, so that many at once get no more tries than one by one. */
export async function checkBirthDate(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  session: PatientSession,
  date: string,
): Promise<BirthDateCheck> {
  const linkId = session.linkId ?? '' // on a tablet nobody is asked
  const right = timingSafeEqual(Buffer.from(date), Buffer.from(session.birthDate))
  return db.transaction(async (tx) => {
    const today = await leftToday(tx, { now }, session)
    if (today <= 0) return { right: false, left: 0, isDayOver: true }
    const [tried] = await tx
      .update(links)
      .set({ failedChecks: session.failedChecks + 1 })
      .where(
        and(
          eq(links.id, linkId),
          eq(links.failedChecks, session.failedChecks),
          lt(links.failedChecks, MOST_CHECKS),
        ),
      )
      .returning({ failedChecks: links.failedChecks })
    if (!tried)
      return { right: false, left: Math.max(0, MOST_CHECKS - session.failedChecks - 1), isDayOver: false }
    if (!right) {
      const left = Math.min(MOST_CHECKS - tried.failedChecks, today - 1)
      return { right: false, left, isDayOver: today === 1 }
    }
    await tx.update(links).set({ failedChecks: 0 }).where(eq(links.id, linkId))
    await tx
      .update(patientSessions)
      .set({ confirmedAt: now().toISOString() })
      .where(eq(patientSessions.id, session.id))
    return { right: true }
  })
}

/** How often the birth date of this patient may be tried today, over all their links; none is left at 0 or less. */
export async function leftToday(
  db: Tx,
  { now }: Pick<Deps, 'now'>,
  { patientId }: Pick<PatientSession, 'patientId'>,
): Promise<number> {
  const since = new Date(now().getTime() - DAY_MS)
  const [found] = await db
    .select({ tries: sum(links.failedChecks).mapWith(Number) })
    .from(links)
    .where(and(eq(links.patientId, patientId), gt(links.createdAt, since.toISOString())))
  return MOST_A_DAY - (found?.tries ?? 0)
}
