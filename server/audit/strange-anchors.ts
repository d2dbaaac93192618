import type { Deps } from '../deps.ts'
import { anchorsFile, readOutside } from './anchor.ts'
import { lastSeal } from './seal.ts'

/**
 * Throws when a database without a log is about to write its anchors behind those of another one: both logs would
 * read as forged from then on. The file is read first, since of servers that start together one may seal meanwhile.
 */
export async function refuseStrangeAnchors({ db, config }: Pick<Deps, 'db' | 'config'>): Promise<void> {
  if (readOutside(config).length === 0 || (await lastSeal(db))) return
  throw new Error(
    `This database is new, and ${anchorsFile(config)} holds the audit anchors of another one: name another DATA_DIR, or move that file away if its database is gone.`,
  )
}
