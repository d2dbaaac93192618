import { medianSeconds } from '../../core/answers/pace.ts'
import { isTellable } from '../../core/disclosure/small-groups.ts'
import type { Localised } from '../../core/words.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import { type CountedPace, readPace } from '../responses/pace.ts'

/** One question: how many came to it, the share of them that went no further, and how long it takes. Small groups are null. */
export type QuestionPace = {
  instrument: string
  item: string
  label: Localised
  reached: number | null
  stopped: number | null
  medianSeconds: number | null
}

export type SetPace = {
  /** How many answered all in one go, and how long that took. */
  finished: number | null
  wholeSeconds: number | null
  /** From opening the page to the first answer. */
  firstSeconds: number | null
  questions: QuestionPace[]
}

/** Where an outcome set loses people, counted without anybody's name; questions in their order, as far as they are told. */
export async function readSetPace(
  { db, definitions }: Pick<Deps, 'db' | 'definitions'>,
  versionId: string,
): Promise<SetPace> {
  const version = (await definitions.versions([versionId])).get(versionId)
  if (!version) throw notFound('outcome set version')
  const counted = await readPace(db, versionId)
  const about = (kind: CountedPace['kind'], instrument = '', item = '') =>
    counted.filter((row) => row.kind === kind && row.instrument === instrument && row.item === item)
  const whole = about('whole')
  const questions = version.set.instruments.flatMap(({ id }) =>
    (version.instruments.get(id)?.items ?? []).map(({ key, label }) => {
      const answered = people(about('answered', id, key))
      // Who begins with it came from the start, which tells nothing.
      const reached = Math.max(answered, people(about('reached', id, key)))
      const isTold = isTellable(reached)
      return {
        instrument: id,
        item: key,
        label,
        reached: isTold ? reached : null,
        stopped: isTold ? 1 - answered / reached : null,
        medianSeconds: medianOf(about('time', id, key)),
      }
    }),
  )
  return {
    finished: isTellable(people(whole)) ? people(whole) : null,
    wholeSeconds: medianOf(whole),
    firstSeconds: medianOf(about('first')),
    questions: questions.filter(({ reached }) => reached !== null),
  }
}

const people = (rows: readonly CountedPace[]) => rows.reduce((sum, { n }) => sum + n, 0)

const medianOf = (rows: readonly CountedPace[]) => (isTellable(people(rows)) ? medianSeconds(rows) : null)
