import type { SetVersion } from '../../definitions/reader.ts'
import type { Deps } from '../../deps.ts'
import { refused } from '../../http/problem.ts'

type Task = { setVersionId: string; moment: string; movedAt: string | null }

/**
 * The versions of an outcome set by whose questions an assessment can have been printed, the newest first: its own, and
 * where the care path went over to that, the earlier ones that ask at this moment.
 */
async function versionsOnPaper(
  { definitions }: Pick<Deps, 'definitions'>,
  { setVersionId, moment, movedAt }: Task,
): Promise<SetVersion[]> {
  const own = await definitions.version(setVersionId)
  if (!movedAt) return [own]
  const all = await definitions.everPublished([own.set.id])
  const earlier = [...all.values()].filter(
    ({ set }) => set.version < own.set.version && set.moments.some(({ id }) => id === moment),
  )
  return [own, ...earlier.toSorted((a, b) => b.set.version - a.set.version)]
}

/**
 * By whose questions a paper is typed in: those of the version that is printed on it. `printed` is its number; without
 * one, the version by which is asked now. 422 ('not_printed') for a version that cannot have been printed.
 */
export async function readPrinted(deps: Pick<Deps, 'definitions'>, task: Task, printed: number | undefined) {
  const versions = await versionsOnPaper(deps, task)
  const [own] = versions
  const chosen = printed === undefined ? own : versions.find(({ set }) => set.version === printed)
  if (!chosen) throw refused('not_printed', 'These questions were not printed in that version')
  return { setVersion: chosen, printable: versions.map(({ set }) => set.version) }
}
