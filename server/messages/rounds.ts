import { eq } from 'drizzle-orm'
import { settings } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'

const NAME = 'sender'
/** A sender that has not come round for so long has stopped, or runs nowhere. */
const LATE_MS = 5 * 60_000

type Works = Pick<Deps, 'db' | 'now'>

/** Writes down that a sender came round; of several processes the last one counts. */
export async function noteRound({ db, now }: Works): Promise<void> {
  const value = now().toISOString()
  await db
    .insert(settings)
    .values({ name: NAME, value })
    .onConflictDoUpdate({ target: settings.name, set: { value } })
}

/** When a sender last came round (within a minute), and whether that is too long ago, or by a clock that was ahead. */
export async function lastRound({ db, now }: Works): Promise<{ at: string | null; isLate: boolean }> {
  const [row] = await db.select({ at: settings.value }).from(settings).where(eq(settings.name, NAME))
  const at = row?.at ?? null
  return { at, isLate: at === null || Math.abs(now().getTime() - Date.parse(at)) > LATE_MS }
}
