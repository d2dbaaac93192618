import type { Tx } from '../db/database.ts'
import { readVersions, type SetVersion } from './reader.ts'

/** Outcome sets by version id, as `Definitions.versions` gives them: read before the transaction. */
export type SetVersions = ReadonlyMap<string, SetVersion>

/**
 * A care path may go on with a newer version between the reading of versions and the transaction that needs them. Gives
 * them with those that are not among them; the database is asked only then.
 */
export async function withMoved(tx: Tx, versions: SetVersions, ids: Iterable<string>): Promise<SetVersions> {
  const unknown = [...new Set(ids)].filter((id) => !versions.has(id))
  if (unknown.length === 0) return versions
  const read = await readVersions(tx, unknown)
  return new Map([...versions, ...read.map((one) => [one.id, one] as const)])
}

/** The one of these versions that a care path is bound to now. */
export async function versionNow(tx: Tx, versions: SetVersions, id: string): Promise<SetVersion> {
  const found = (await withMoved(tx, versions, [id])).get(id)
  if (!found) throw new Error(`No outcome set version ${id}`)
  return found
}
