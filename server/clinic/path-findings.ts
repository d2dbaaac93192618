import type { Finding } from '../../core/change/finding.ts'
import type { Tx } from '../db/database.ts'
import type { SetVersion } from '../definitions/reader.ts'
import { readFindings } from './findings.ts'
import { readLastScored } from './scored.ts'

/** A care path with the answer that is spoken about; null where there is none. */
type Path = { enrolmentId: string; responseId: string | null; version: SetVersion; treatment: string | null }

/**
 * What stands out in the answer of each care path; where there is none, what was known before. Where nothing was measured
 * in it, as all of it was answered a short while before, it is about that answer.
 */
export async function readPathFindings(db: Tx, paths: readonly Path[]): Promise<(path: Path) => Finding> {
  const ownOf = await readFindings(
    db,
    paths.flatMap((path) => (path.responseId === null ? [] : [said(path, path.responseId, false)])),
  )
  const own = ({ responseId, ...path }: Path) => {
    const finding = responseId === null ? null : ownOf(said(path, responseId, false))
    return finding?.kind === 'nothing-yet' ? null : finding
  }
  const silent = paths.filter((path) => own(path) === null)
  const last = await readLastScored(
    db,
    silent.map(({ enrolmentId }) => enrolmentId),
  )
  const before = (path: Path) => said(path, last.get(path.enrolmentId) ?? '', path.responseId === null)
  const beforeOf = await readFindings(db, silent.map(before))
  return (path) => own(path) ?? beforeOf(before(path))
}

const said = (
  { version, treatment }: Pick<Path, 'version' | 'treatment'>,
  responseId: string,
  isEarlier: boolean,
) => ({ responseId, version, treatment, isEarlier })
