import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Instrument } from '../../core/instruments/instrument.ts'
import { once } from '../../core/memo.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { definitionVersions } from '../db/schema/organisations.ts'
import { withLatestLicences } from './licences.ts'
import { storedInstrument, storedSet } from './stored.ts'

/** An outcome set as it was published, with the instruments in exactly the versions it names. */
export type SetVersion = { id: string; set: OutcomeSet; instruments: ReadonlyMap<string, Instrument> }
type Read = SetVersion & { isFinal: boolean }

/**
 * Published definitions never change, so they are kept by version id once read. Ask before a transaction, not inside:
 * what is not kept yet is read from the database.
 */
export type Definitions = {
  /** The version with this id, published, retired or draft. Throws when there is none: a reference to it was stored. */
  version(id: string): Promise<SetVersion>
  /** Several at once, by id. */
  versions(ids: Iterable<string>): Promise<ReadonlyMap<string, SetVersion>>
  /** Every version of these outcome sets that was ever published, by id: what an enrolment may be bound to. */
  everPublished(outcomeSets: Iterable<string>): Promise<ReadonlyMap<string, SetVersion>>
  /** The latest published version of an outcome set, or null. */
  current(outcomeSet: string): Promise<SetVersion | null>
  /** The same of several at once, by outcome set; those that were never published are not there. */
  currents(outcomeSets: Iterable<string>): Promise<ReadonlyMap<string, SetVersion>>
}

export function createDefinitions(db: Tx): Definitions {
  const kept = new Map<string, SetVersion>()
  const upToDate = withLatestLicences(db)

  async function versions(ids: Iterable<string>) {
    const wanted = [...new Set(ids)]
    const unknown = wanted.filter((id) => !kept.has(id))
    const read = new Map((await readVersions(db, unknown)).map((one) => [one.id, one]))
    for (const one of read.values()) if (one.isFinal) kept.set(one.id, one)
    const found = await upToDate(wanted.flatMap((id) => kept.get(id) ?? read.get(id) ?? []))
    return new Map(found.map((one) => [one.id, one]))
  }

  async function version(id: string) {
    const found = (await versions([id])).get(id)
    if (!found) throw new Error(`No outcome set version ${id}`)
    return found
  }

  return {
    version,
    versions,
    async everPublished(outcomeSets) {
      const rows = await everPublished(db, { definitions: [...outcomeSets] })
      return versions(rows.map(({ id }) => id))
    },
    async current(outcomeSet) {
      const [latest] = await lastPublished(db).execute({ outcomeSet })
      return latest ? version(latest.id) : null
    },
    async currents(outcomeSets) {
      const rows = await allPublished(db, { definitions: [...outcomeSets] })
      const latest = new Map(rows.map(({ definition, id }) => [definition, id]))
      const found = await versions(latest.values())
      return new Map(
        [...latest].flatMap(([set, id]) => (found.has(id) ? [[set, found.get(id) as SetVersion]] : [])),
      )
    },
  }
}

const isKind = (kind: 'instrument' | 'outcome-set') => eq(definitionVersions.kind, kind)
const isPublished = eq(definitionVersions.status, 'published')

const everPublished = listQuery('ever_published', ['definitions'], (db, { definitions }) =>
  db
    .select({ id: definitionVersions.id })
    .from(definitionVersions)
    .where(
      and(
        isKind('outcome-set'),
        inArray(definitionVersions.definition, definitions),
        isNotNull(definitionVersions.publishedAt),
      ),
    ),
)

/** What is published of some definitions, the latest last. */
const allPublished = listQuery('all_published', ['definitions'], (db, { definitions }) =>
  db
    .select({ id: definitionVersions.id, definition: definitionVersions.definition })
    .from(definitionVersions)
    .where(and(isKind('outcome-set'), inArray(definitionVersions.definition, definitions), isPublished))
    .orderBy(definitionVersions.version),
)

const lastPublished = once((db: Tx) =>
  db
    .select({ id: definitionVersions.id })
    .from(definitionVersions)
    .where(
      and(
        isKind('outcome-set'),
        eq(definitionVersions.definition, sql.placeholder('outcomeSet')),
        isPublished,
      ),
    )
    .orderBy(desc(definitionVersions.version))
    .limit(1)
    .prepare('last_published'),
)

export async function readVersions(db: Tx, ids: string[]): Promise<Read[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({
      id: definitionVersions.id,
      content: definitionVersions.content,
      publishedAt: definitionVersions.publishedAt,
    })
    .from(definitionVersions)
    .where(and(isKind('outcome-set'), inArray(definitionVersions.id, ids)))
  const sets = rows.map((row) => ({ id: row.id, isFinal: row.publishedAt !== null, set: storedSet(row) }))
  const instruments = await readInstruments(
    db,
    sets.flatMap(({ set }) => set.instruments),
  )
  return sets.map(({ id, isFinal, set }) => ({
    id,
    isFinal,
    set,
    instruments: new Map(set.instruments.map((used) => [used.id, found(instruments, used.id, used.version)])),
  }))
}

/** By id and version; a draft that no set names is not read, whatever is in it. */
async function readInstruments(db: Tx, used: OutcomeSet['instruments']): Promise<Map<string, Instrument>> {
  if (used.length === 0) return new Map()
  const wanted = new Set(used.map(({ id, version }) => `${id} ${version}`))
  const ids = [...new Set(used.map(({ id }) => id))]
  const rows = await db
    .select({
      id: definitionVersions.definition,
      version: definitionVersions.version,
      content: definitionVersions.content,
      publishedAt: definitionVersions.publishedAt,
    })
    .from(definitionVersions)
    .where(and(isKind('instrument'), inArray(definitionVersions.definition, ids)))
  const named = rows.map((row) => [`${row.id} ${row.version}`, row] as const)
  return new Map(named.flatMap(([name, row]) => (wanted.has(name) ? [[name, storedInstrument(row)]] : [])))
}

function found(instruments: Map<string, Instrument>, id: string, version: number): Instrument {
  const instrument = instruments.get(`${id} ${version}`)
  if (!instrument) throw new Error(`No instrument ${id} version ${version}`)
  return instrument
}
