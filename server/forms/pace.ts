import { z } from 'zod'
import {
  ENOUGH_TO_TELL_TIME,
  LONGEST_SECONDS,
  medianSeconds,
  type PaceNote,
  paceKinds,
} from '../../core/pace.ts'
import { askedInstruments } from '../acts/asked.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { addPace, readWholeTimes } from '../responses/pace.ts'
import type { OpenTask } from './open-tasks.ts'

const key = z.string().max(64)

/**
 * What a page with a script tells along with a save. Nothing is counted of who answers without one. What
 * cannot be is left out: no answer is ever refused for how long it took.
 */
export const paceShape = z
  .array(z.tuple([z.enum(paceKinds), key, key, z.int().min(0)]))
  .max(200)
  .default([])
  .catch([])

type Told = { version: SetVersion; moment: string; language: string; notes: readonly PaceNote[] }

/** Counts what was told about questions that are asked there, in a time of answering; anything else is left out. */
export function countPace(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  { version, moment, language, notes }: Told,
): Promise<void> {
  if (notes.length === 0) return Promise.resolve()
  const { instruments } = askedInstruments(version, moment)
  const isTold = ([kind, instrument, item, seconds]: PaceNote) =>
    seconds <= LONGEST_SECONDS && isAsked(kind, instrument, item)
  const isAsked = (kind: string, instrument: string, item: string) =>
    kind === 'first' || kind === 'whole'
      ? instrument === '' && item === ''
      : instruments.some(({ id, items }) => id === instrument && items.some((one) => one.key === item))
  return addPace(deps, { setVersionId: version.id, moment, language }, notes.filter(isTold))
}

/**
 * The tasks with the minutes that they took others, the median, once enough have finished; else as the items say.
 * Where something is not asked again, what others did is no measure.
 */
export async function withMeasuredMinutes(
  { db }: Pick<Deps, 'db'>,
  tasks: readonly OpenTask[],
): Promise<OpenTask[]> {
  const counted = await readWholeTimes(db, {
    versions: [...new Set(tasks.map(({ setVersion }) => setVersion.id))],
  })
  return tasks.map((task) => {
    const own = counted.filter(
      ({ setVersionId, moment }) => setVersionId === task.setVersion.id && moment === task.moment,
    )
    const people = own.reduce((all, { n }) => all + n, 0)
    const asksAll =
      askedInstruments(task.setVersion, task.moment).instruments.length === task.instruments.length
    const median = people >= ENOUGH_TO_TELL_TIME && asksAll ? medianSeconds(own) : null
    return median === null ? task : { ...task, minutes: median / 60 }
  })
}
