import { and, eq, inArray } from 'drizzle-orm'
import { isOthersWording, type Licence } from '../../core/instruments/instrument.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { definitionVersions } from '../db/schema/organisations.ts'
import type { SetVersion } from './reader.ts'
import { storedInstrument } from './stored.ts'

/**
 * Sets with the licences that hold today. What somebody asks stays in the version it was published in, but a licence is
 * about the instrument: one that was made longer, limited or taken back since is in a later version of it. Sets of our own
 * wording, by far the most, are given back as they are.
 */
export function withLatestLicences(db: Tx): (versions: SetVersion[]) => Promise<SetVersion[]> {
  const renewed = new Map<string, { licences: string; version: SetVersion }>()
  return async (versions) => {
    const ids = [...new Set(versions.flatMap(licensedIn))]
    if (ids.length === 0) return versions
    const rows = await readPublished(db, { ids })
    const latest = new Map(rows.map(storedInstrument).map(({ id, licence }) => [id, licence]))
    return versions.map((version) => {
      const licensed = licensedIn(version)
      const licences = JSON.stringify(licensed.map((id) => latest.get(id) ?? null))
      const known = renewed.get(version.id)
      if (licensed.length === 0) return version
      if (known?.licences === licences) return known.version // the same object: what is worked out from it is kept by it
      const made = withLicences(version, latest)
      renewed.set(version.id, { licences, version: made })
      return made
    })
  }
}

const licensedIn = ({ instruments }: SetVersion): string[] =>
  [...instruments.values()].flatMap((one) =>
    one.licence.validTo !== undefined || isOthersWording(one) ? [one.id] : [],
  )

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
