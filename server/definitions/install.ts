import { createHash } from 'node:crypto'
import type { Definitions } from '../../core/definitions-check.ts'
import type { Tx } from '../db/database.ts'
import { definitionVersions } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'

type Kind = 'instrument' | 'outcome-set'
type Definition = { id: string; version: number }
type Installed = { kind: Kind; id: string; version: number; as: 'published' | 'draft' }

/**
 * Brings the definitions of files into the database: what is new is published, what changed since it was published
 * becomes a new draft, for somebody to publish. Says what it did.
 */
export async function installDefinitions(
  { db, now, newId }: Pick<Deps, 'db' | 'now' | 'newId'>,
  { instruments, outcomeSets }: Definitions,
): Promise<Installed[]> {
  const given = [
    ...[...instruments.values()].map((content) => ({ kind: 'instrument' as const, content })),
    ...[...outcomeSets.values()].map((content) => ({ kind: 'outcome-set' as const, content })),
  ]
  return db.transaction(async (tx) => {
    const known = await knownVersions(tx)
    const fresh = given.flatMap(({ kind, content }) => asNextVersion(kind, content, known))
    if (fresh.length === 0) return []
    const at = now().toISOString()
    await tx
      .insert(definitionVersions)
      .values(fresh.map((one) => rowOf(one, newId('def'), at)))
      .onConflictDoNothing() // another process that starts at the same moment installs the same
    return fresh.map(({ kind, id, version, as }) => ({ kind, id, version, as }))
  })
}

type Known = { kind: string; definition: string; version: number; hash: string }

const knownVersions = (tx: Tx): Promise<Known[]> =>
  tx
    .select({
      kind: definitionVersions.kind,
      definition: definitionVersions.definition,
      version: definitionVersions.version,
      hash: definitionVersions.contentHash,
    })
    .from(definitionVersions)

function asNextVersion(
  kind: Kind,
  content: Definition,
  known: Known[],
): (Installed & { content: Definition })[] {
  const versions = known.filter((row) => row.kind === kind && row.definition === content.id)
  if (versions.some((row) => row.hash === hashOf(content))) return []
  const version = Math.max(content.version, ...versions.map((row) => row.version + 1))
  return [{ kind, id: content.id, version, as: versions.length === 0 ? 'published' : 'draft', content }]
}

const rowOf = (
  { kind, id, version, as, content }: Installed & { content: Definition },
  rowId: string,
  at: string,
) => ({
  id: rowId,
  kind,
  definition: id,
  version,
  status: as,
  content: JSON.stringify({ ...content, version }),
  contentHash: hashOf(content),
  createdAt: at,
  publishedAt: as === 'published' ? at : null,
})

// The version is not part of it: a draft made from a file is the same file again at the next start.
const hashOf = (content: Definition) =>
  createHash('sha256')
    .update(JSON.stringify({ ...content, version: undefined }))
    .digest('hex')
