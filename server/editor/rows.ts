import { createHash } from 'node:crypto'
import { and, eq, gt, inArray, max } from 'drizzle-orm'
import type { Instrument } from '../../core/instruments/instrument.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { dialect } from '../db/dialect.ts'
import { definitionVersions, organisations } from '../db/schema/organisations.ts'
import { storedInstrument } from '../definitions/stored.ts'
import { notFound, Problem } from '../http/problem.ts'
import { keepsDefinitions } from '../organisations/keeper.ts'

export type Row = typeof definitionVersions.$inferSelect

/** A version; of an outcome set with the instruments that it names, in the versions it names. */
export type WholeRow = { row: Row; instruments: Row[]; missing: string[] }

/** Everything that a version is made of. 404 where there is none. */
export async function readWhole(db: Tx, id: string): Promise<WholeRow> {
  const [row] = await db.select().from(definitionVersions).where(eq(definitionVersions.id, id))
  if (!row) throw notFound('definition')
  if (row.kind === 'instrument') return { row, instruments: [], missing: [] }
  const named = (JSON.parse(row.content) as OutcomeSet).instruments
  const { instruments, missing } = await readNamed(db, named)
  return { row, instruments, missing }
}

/** Instruments by id and version, in this order; `missing` names those that are not here, as 'id version'. */
export async function readNamed(db: Tx, named: readonly { id: string; version: number }[]) {
  const ids = named.map(({ id }) => id)
  const rows =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(definitionVersions)
          .where(and(eq(definitionVersions.kind, 'instrument'), inArray(definitionVersions.definition, ids)))
  const find = (one: { id: string; version: number }) =>
    rows.find(({ definition, version }) => definition === one.id && version === one.version)
  return {
    instruments: named.flatMap((one) => find(one) ?? []),
    missing: named.filter((one) => !find(one)).map(({ id, version }) => `${id} ${version}`),
  }
}

/** The published versions of these instruments, by id. */
export async function readPublished(db: Tx, ids: readonly string[]): Promise<Map<string, Instrument>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ content: definitionVersions.content, publishedAt: definitionVersions.publishedAt })
    .from(definitionVersions)
    .where(
      and(
        eq(definitionVersions.kind, 'instrument'),
        eq(definitionVersions.status, 'published'),
        inArray(definitionVersions.definition, [...ids]),
      ),
    )
  return new Map(rows.map(storedInstrument).map((one) => [one.id, one]))
}

/** What goes the same way as a version, because nobody has published it yet: itself, and new instruments that it names. */
export const goingAlong = ({ row, instruments }: WholeRow): Row[] => [
  row,
  ...instruments.filter(({ publishedAt }) => publishedAt === null),
]

/** Stands for exactly this text of everything: whoever approves says what they have read. */
export const fingerprintOf = ({ row, instruments }: WholeRow): string =>
  createHash('sha256')
    .update([row, ...instruments].map(({ id, contentHash }) => `${id} ${contentHash}`).join('\n'))
    .digest('hex')
    .slice(0, 32)

/** What somebody who writes in a draft saw of it: the text that is not right yet, else the version as it is. */
export const draftHashOf = ({ unfinishedHash, contentHash }: Row): string => unfinishedHash ?? contentHash

/**
 * Definitions are the installation's: one organisation keeps them for all. 403 for the others. Its acts on definitions
 * take turns until the end of the transaction: what may be ended or published depends on what others write. SQLite has
 * one writer anyway.
 */
export async function mustKeep(tx: Tx, ctx: Ctx): Promise<void> {
  if (!(await keepsDefinitions(tx, ctx)))
    throw new Problem(403, 'not_the_keeper', 'Another organisation of this installation publishes for all')
  if (dialect === 'sqlite') return
  const own = eq(organisations.id, ctx.organisationId)
  await tx.select({ id: organisations.id }).from(organisations).where(own).for('no key update')
}

const LIVING = ['draft', 'review', 'published']

/**
 * Whether a version is what a definition is today, or what it is becoming: nothing newer is written, judged or used, and
 * it is not being judged itself. What builds on another one would bring back what was mended since.
 */
export async function isCurrent(db: Tx, { kind, definition, version, status }: Row): Promise<boolean> {
  if (status !== 'draft' && status !== 'published') return false
  const [later] = await db
    .select({ id: definitionVersions.id })
    .from(definitionVersions)
    .where(
      and(
        eq(definitionVersions.kind, kind),
        eq(definitionVersions.definition, definition),
        gt(definitionVersions.version, version),
        inArray(definitionVersions.status, LIVING),
      ),
    )
    .limit(1)
  return !later
}

/** Whether a version is the published one. Within a transaction it stays so until the end of it. */
export async function isRunning(tx: Tx, id: string): Promise<boolean> {
  const one = tx
    .select({ id: definitionVersions.id })
    .from(definitionVersions)
    .where(and(eq(definitionVersions.id, id), eq(definitionVersions.status, 'published')))
  const rows = await (dialect === 'sqlite' ? one : one.for('share'))
  return rows.length > 0
}

/** The highest version that there is of a definition, in whatever state. */
export async function newestOf(db: Tx, { kind, definition }: Row): Promise<number> {
  const [row] = await db
    .select({ newest: max(definitionVersions.version) })
    .from(definitionVersions)
    .where(and(eq(definitionVersions.kind, kind), eq(definitionVersions.definition, definition)))
  return row?.newest ?? 0
}
