import { eq } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { organisations, settings } from '../db/schema/organisations.ts'

const NAME = 'mode'

/**
 * Writes down, once, whether this database is a demo's or a real one's, and refuses the other from then on: invented
 * patients and real ones never meet.
 */
export async function claimMode(db: Db, demo: boolean): Promise<void> {
  const wanted = demo ? 'demo' : 'real'
  await db.transaction(async (tx) => {
    const [stored] = await tx.select({ value: settings.value }).from(settings).where(eq(settings.name, NAME))
    if (stored?.value === wanted) return
    if (stored) throw new Error(refusal(demo))
    if (demo && (await tx.$count(organisations)) > 0) throw new Error(refusal(demo))
    await tx.insert(settings).values({ name: NAME, value: wanted }).onConflictDoNothing()
  })
}

const refusal = (demo: boolean) =>
  demo
    ? 'This database holds a real installation, and DEMO is not 0: start with DEMO=0, or name another DATA_DIR or DATABASE_URL for a demo.'
    : 'This database holds the demo, and DEMO=0 asks for a real installation: name another DATA_DIR or DATABASE_URL.'
