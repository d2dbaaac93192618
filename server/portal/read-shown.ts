import type { Deps } from '../deps.ts'
import type { ShownPath } from './overview-page.ts'
import type { Reader } from './reader.ts'
import { isStopped, readScores } from './record.ts'
import { resultsOf } from './results.ts'
import type { Shown } from './results-page.ts'

/** What was answered on each care path, as the page and the paper show it. */
export async function readShown(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  reader: Reader,
  paths: readonly ShownPath[],
): Promise<Shown[]> {
  const ids = paths.map(({ path }) => path.id)
  const scores = ids.length > 0 ? await readScores(db, ids) : []
  return paths.map(({ path, version }) => {
    const own = new Set(path.assessments.map(({ responseId }) => responseId))
    const ofPath = scores.filter(({ responseId }) => own.has(responseId))
    const results = resultsOf(version, path, ofPath, reader, now().toISOString())
    return { team: path.team, phone: path.phone, results, stoppedOn: isStopped(path) ? path.endedOn : null }
  })
}
