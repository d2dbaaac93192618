import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Definitions } from '../../core/definitions/definitions-check.ts'
import { instrumentShape, isOthersWording } from '../../core/instruments/instrument.ts'
import { outcomeSetShape } from '../../core/outcome-sets/outcome-set.ts'
import type { Tx } from '../db/database.ts'
import { definitionSteps, definitionVersions } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'

type Kind = 'instrument' | 'outcome-set'
const shapes = { instrument: instrumentShape, 'outcome-set': outcomeSetShape }
type Definition = { id: string; version: number }
/** `left`: this installation writes this definition itself, and the file says something else. */
type Installed = { kind: Kind; id: string; version: number; as: 'published' | 'draft' | 'left' }

/**
 * Brings the definitions of files into the database, each by its id and version: what is new is published, a further
 * version becomes a draft, for somebody to publish; so does what brings the wording of others. What this installation
 * writes itself goes its own way: a file that says something else of a version is left. Says what it did. Throws one
 * message, and takes nothing in, when a file changed under a version that was taken in before: a version means the same
 * for ever.
 */
export async function installDefinitions(
  { db, now, newId }: Pick<Deps, 'db' | 'now' | 'newId'>,
  { instruments, outcomeSets }: Pick<Definitions, 'instruments' | 'outcomeSets'>,
): Promise<Installed[]> {
  const unsigned = new Set([...instruments.values()].filter(isOthersWording).map(({ id }) => id))
  const given = [
    ...[...instruments.values()].map((content) => ({
      kind: 'instrument' as const,
      content,
      isSigned: !unsigned.has(content.id),
    })),
    ...[...outcomeSets.values()].map((content) => ({
      kind: 'outcome-set' as const,
      content,
      isSigned: !content.instruments.some(({ id }) => unsigned.has(id)),
    })),
  ]
  return db.transaction(async (tx) => {
    const known = await knownVersions(tx)
    const fresh = given.flatMap((one) => asNewVersion(one, known))
    const problems = fresh.flatMap((one) => ('problem' in one ? [one.problem] : []))
    if (problems.length > 0) throw new Error(`These definitions are wrong:\n  ${problems.join('\n  ')}`)
    const found = fresh.flatMap((one) => ('problem' in one ? [] : [one]))
    const rows = found.filter((one) => one.as !== 'left')
    const at = now().toISOString()
    if (rows.length > 0)
      await tx
        .insert(definitionVersions)
        .values(rows.map((one) => rowOf(one, newId('def'), at)))
        .onConflictDoNothing() // another process that starts at the same moment installs the same
    return found.map(({ kind, id, version, as }) => ({ kind, id, version, as }))
  })
}

type Known = {
  kind: string
  definition: string
  version: number
  hash: string
  content: string
  writer: string | null
}

const knownVersions = (tx: Tx): Promise<Known[]> =>
  tx
    .select({
      kind: definitionVersions.kind,
      definition: definitionVersions.definition,
      version: definitionVersions.version,
      hash: definitionVersions.contentHash,
      content: definitionVersions.content,
      writer: definitionSteps.staffId,
    })
    .from(definitionVersions)
    .leftJoin(
      definitionSteps,
      and(eq(definitionSteps.versionId, definitionVersions.id), eq(definitionSteps.act, 'written')),
    )

type New = Installed & { content: Definition }

/** `isSigned`: nothing in it is the wording of others, which a person of the site publishes. */
type Given = { kind: Kind; content: Definition; isSigned: boolean }

function asNewVersion({ kind, content, isSigned }: Given, known: Known[]): (New | { problem: string })[] {
  const { id, version } = content
  const versions = known.filter((row) => row.kind === kind && row.definition === id)
  const same = versions.find((row) => row.version === version)
  if (same && (same.hash === contentHashOf(content) || meansTheSame(kind, same.content, content))) return []
  const newest = Math.max(0, ...versions.map((row) => row.version))
  if (version > newest)
    return [{ kind, id, version, as: newest === 0 && isSigned ? 'published' : 'draft', content }]
  if (versions.some(({ writer }) => writer !== null)) return [{ kind, id, version, as: 'left', content }]
  const what = same
    ? `the file changed, but still says version ${version}`
    : `version ${version} is new here, but older than version ${newest}`
  return [{ problem: `${kind}s/${id}.json: ${what}; write "version": ${newest + 1}` }]
}

const rowOf = ({ kind, id, version, as, content }: New, rowId: string, at: string) => ({
  id: rowId,
  kind,
  definition: id,
  version,
  status: as,
  content: JSON.stringify(content),
  contentHash: contentHashOf(content),
  createdAt: at,
  publishedAt: as === 'published' ? at : null,
})

/** What an earlier release stored, read as this one reads its files: a default that came since is no change of a file. */
const meansTheSame = (kind: Kind, stored: string, content: Definition): boolean => {
  const read = shapes[kind].safeParse(JSON.parse(stored))
  return read.success && contentHashOf(read.data) === contentHashOf(content)
}

// The version is not part of it: it stands beside it.
export const contentHashOf = (content: Definition) =>
  createHash('sha256')
    .update(JSON.stringify({ ...content, version: undefined }))
    .digest('hex')
