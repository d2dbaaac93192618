import { z } from 'zod'
import {
  ENOUGH_TO_TELL_TIME,
  LONGEST_SECONDS,
  medianSeconds,
  type PaceNote,
  paceKinds,
} from '../../core/answers/pace.ts'
import type { ResponseAnswers } from '../../core/response.ts'
import { askedInstruments } from '../acts/asked.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { addPace, readWholeTimes } from '../responses/pace.ts'
import type { OpenTask } from './open-tasks.ts'

const key = z.string().max(64)

/** More than a page that was offline for all its questions tells; the rest is left out. */
const MOST_NOTES = 200

/**
 * What a page with a script tells along with a save. Nothing is counted of who answers without one. What
 * cannot be is left out: no answer is ever refused for how long it took.
 */
export const paceShape = z
  .array(z.tuple([z.enum(paceKinds), key, key, z.int().min(0)]))
  .transform((notes) => notes.slice(0, MOST_NOTES))
  .default([])
  .catch([])

type Told = { version: SetVersion; moment: string; language: string; notes: readonly PaceNote[] }
type Counting = Pick<Deps, 'db' | 'now'>

/**
 * Counts what was told along with a save. Who answers counts once: only a save with the first answer to some question
 * tells anything, so that saving over and over does not.
 */
export function countSave(deps: Counting, told: Told, before: ResponseAnswers, after: ResponseAnswers): void {
  const isNew = (instrument: string, item: string) => before[instrument]?.[item] === undefined
  const isFirst = (instrument: string, item: string) =>
    isNew(instrument, item) && after[instrument]?.[item] !== undefined
  const brings = Object.entries(after).some(([id, items]) =>
    Object.keys(items).some((item) => isFirst(id, item)),
  )
  if (!brings) return
  const counts = ([kind, instrument, item]: PaceNote) =>
    ({
      first: Object.keys(before).length === 0,
      answered: isFirst(instrument, item),
      reached: isNew(instrument, item),
      time: true,
      whole: false, // known once it is sent
    })[kind]
  addPace(deps, placeOf(told), knownOf(told).filter(counts))
}

/** Counts what was told along with sending, which happens once. */
export const countSubmission = (deps: Counting, told: Told): void =>
  addPace(deps, placeOf(told), knownOf(told))

const placeOf = ({ version, moment, language }: Told) => ({ setVersionId: version.id, moment, language })

/** What is about questions that are asked there, in a time of answering, each once; anything else is left out. */
function knownOf({ version, moment, notes }: Told): PaceNote[] {
  const { instruments } = askedInstruments(version, moment)
  const isAsked = (kind: string, instrument: string, item: string) =>
    kind === 'first' || kind === 'whole'
      ? instrument === '' && item === ''
      : instruments.some(({ id, items }) => id === instrument && items.some((one) => one.key === item))
  const known = notes.filter(
    ([kind, instrument, item, seconds]) => seconds <= LONGEST_SECONDS && isAsked(kind, instrument, item),
  )
  const each = new Map(known.toReversed().map((note) => [note.slice(0, 3).join(' '), note]))
  return [...each.values()]
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
