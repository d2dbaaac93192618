import { and, eq, inArray } from 'drizzle-orm'
import type { Licence } from '../../core/instrument.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { definitionVersions } from '../db/schema/organisations.ts'
import type { SetVersion } from './reader.ts'
import { storedInstrument } from './stored.ts'

/**
 * Sets with the licences that hold today. What somebody asks stays in the version it was published in, but a licence is
 * about the instrument: one that was made longer since is in a later version of it. Sets without an end of a licence, by
 * far the most, are given back as they are.
 */
export function withLatestLicences(db: Tx): (versions: SetVersion[]) => Promise<SetVersion[]> {
  const renewed = new Map<string, { licences: string; version: SetVersion }>()
  return async (versions) => {
    const ids = [...new Set(versions.flatMap(endingIn))]
    if (ids.length === 0) return versions
    const rows = await readPublished(db, { ids })
    const latest = new Map(rows.map(storedInstrument).map(({ id, licence }) => [id, licence]))
    return versions.map((version) => {
      const ending = endingIn(version)
      const licences = JSON.stringify(ending.map((id) => latest.get(id) ?? null))
      const known = renewed.get(version.id)
      if (ending.length === 0) return version
      if (known?.licences === licences) return known.version // the same object: what is worked out from it is kept by it
      const made = withLicences(version, latest)
      renewed.set(version.id, { licences, version: made })
      return made
    })
  }
}

const endingIn = ({ instruments }: SetVersion): string[] =>
  [...instruments.values()].flatMap(({ id, licence }) => (licence.validTo === undefined ? [] : [id]))

const withLicences = (version: SetVersion, latest: ReadonlyMap<string, Licence>): SetVersion => ({
  ...version,
  instruments: new Map(
    [...version.instruments].map(([id, one]) => [id, { ...one, licence: latest.get(id) ?? one.licence }]),
  ),
})

const readPublished = listQuery('latest_licences', ['ids'], (db, { ids }) =>
  db
    .select({ content: definitionVersions.content, publishedAt: definitionVersions.publishedAt })
    .from(definitionVersions)
    .where(
      and(
        eq(definitionVersions.kind, 'instrument'),
        eq(definitionVersions.status, 'published'),
        inArray(definitionVersions.definition, ids),
      ),
    ),
)
