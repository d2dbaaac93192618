import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { instrumentShape } from '../../core/instrument.ts'
import { outcomeSetShape } from '../../core/outcome-set.ts'
import { definitionVersions } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'

type Kind = 'instrument' | 'outcome-set'
type Definition = { id: string; version: number }
type Installed = { kind: Kind; id: string; version: number; as: 'published' | 'draft' }

/**
 * Brings the files of `surveys/` into the database: what is new there is published, what changed since becomes a new
 * draft for somebody to publish. Says what it did. Throws with file, place and cure when a file is wrong.
 */
export async function installDefinitions(
  { db, now, newId }: Pick<Deps, 'db' | 'now' | 'newId'>,
  folder: string,
): Promise<Installed[]> {
  const read = [
    ...readFolder(folder, 'instruments', (json) => instrumentShape.parse(json)).map((one) => ({
      kind: 'instrument' as const,
      one,
    })),
    ...readFolder(folder, 'outcome-sets', (json) => outcomeSetShape.parse(json)).map((one) => ({
      kind: 'outcome-set' as const,
      one,
    })),
  ]
  return db.transaction(async (tx) => {
    const known = await tx
      .select({
        kind: definitionVersions.kind,
        definition: definitionVersions.definition,
        version: definitionVersions.version,
        hash: definitionVersions.contentHash,
      })
      .from(definitionVersions)
    const installed = read.flatMap(({ kind, one }) => {
      const versions = known.filter((row) => row.kind === kind && row.definition === one.id)
      if (versions.some((row) => row.hash === hashOf(one))) return []
      const as = versions.length === 0 ? ('published' as const) : ('draft' as const)
      const version = Math.max(one.version, ...versions.map((row) => row.version + 1))
      return [{ kind, id: one.id, version, as, content: one }]
    })
    if (installed.length === 0) return []
    const at = now().toISOString()
    await tx
      .insert(definitionVersions)
      .values(
        installed.map(({ kind, id, version, as, content }) => ({
          id: newId('def'),
          kind,
          definition: id,
          version,
          status: as,
          content: JSON.stringify({ ...content, version }),
          contentHash: hashOf(content),
          createdAt: at,
          publishedAt: as === 'published' ? at : null,
        })),
      )
      .onConflictDoNothing() // another process that starts at the same moment installs the same
    return installed.map(({ kind, id, version, as }) => ({ kind, id, version, as }))
  })
}

// The version is not part of it: a draft made from a file is the same file again at the next start.
const hashOf = ({ version: _, ...content }: Definition) =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex')

function readFolder<T>(folder: string, kind: string, parse: (json: unknown) => T): T[] {
  const at = join(folder, kind)
  return readdirSync(at)
    .filter((name) => name.endsWith('.json'))
    .map((name) => parse(JSON.parse(readFileSync(join(at, name), 'utf8'))))
}
