import { desc, eq } from 'drizzle-orm'
import { anchorKey, isSigned } from '../audit/anchor.ts'
import type { Db, Tx } from '../db/database.ts'
import { auditAnchors } from '../db/schema/audit.ts'
import { settings } from '../db/schema/organisations.ts'
import { keyedHash } from '../db/seal.ts'

const NAME = 'secret'
const markOf = (secret: string) => keyedHash(secret, 'own-secret', 'uitkomst')

/**
 * Writes down, once, by which SECRET this database is encrypted, as a keyed hash from which the secret cannot be
 * found. Throws when it was another one: with the wrong one nobody gets in and every line of the log seems forged.
 */
export async function claimSecret(db: Db, secret: string): Promise<void> {
  await refuseOtherSecret(db, secret)
  await db
    .insert(settings)
    .values({ name: NAME, value: markOf(secret) })
    .onConflictDoNothing()
  await refuseOtherSecret(db, secret) // of two that begin together, each with its own, the later
}

/** Throws when the database was made with another SECRET than this; only reads. */
export async function refuseOtherSecret(db: Tx, secret: string): Promise<void> {
  const [stored] = await db.select({ mark: settings.value }).from(settings).where(eq(settings.name, NAME))
  const isOwn = stored ? stored.mark === markOf(secret) : await signedLast(db, secret)
  if (isOwn) return
  throw new Error(
    'This database was made with another SECRET. Start with that one: SECRET, SECRET_FILE, or the file `secret` in its own DATA_DIR.',
  )
}

/** A database from before the secret was written down: its last anchor says whose it is; without one, it is anybody's. */
async function signedLast(db: Tx, secret: string): Promise<boolean> {
  const [last] = await db.select().from(auditAnchors).orderBy(desc(auditAnchors.number)).limit(1)
  return !last || isSigned(anchorKey(secret), last)
}
