import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'

type Asked = { setVersionId: string; moment: string; begun: boolean }

/**
 * The version of an outcome set by whose questions somebody answers. Until an answer is saved that is the one that their
 * page shows: a care path may have gone on with a newer one since.
 */
export async function shownVersion(
  { definitions }: Pick<Deps, 'definitions'>,
  { setVersionId, moment, begun }: Asked,
  shown: string | undefined,
): Promise<SetVersion> {
  const current = await definitions.version(setVersionId)
  if (begun || shown === undefined || shown === setVersionId) return current
  const earlier = (await definitions.everPublished([current.set.id])).get(shown)
  return earlier?.set.moments.some(({ id }) => id === moment) ? earlier : current
}
