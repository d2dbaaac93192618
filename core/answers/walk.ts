// No imports of libraries at run time: the page walks with this, and so does the server where no script runs.
import { type Condition, holds } from '../form/conditions.ts'
import type { Answer, Answers, ResponseAnswers } from '../response.ts'
import type { CheckedItem } from './item-check.ts'

/** One question on the way through everything that is asked: whose it is, what it hangs on, how long it takes. */
export type Place = {
  assessment: string
  instrument: string
  item: string
  /** The conditions of its page, its panel and its own, read already. */
  conditions: readonly Condition[]
  check: CheckedItem
  required: boolean
  minutes: number
}

/** Answers by assessment: all that is known of the drafts. */
export type Drafts = Readonly<Record<string, ResponseAnswers>>

/** What is known of a question: an answer, null when it was passed over, undefined when it was never reached. */
export const answerAt = (
  drafts: Drafts,
  { assessment, instrument, item }: Pick<Place, 'assessment' | 'instrument' | 'item'>,
): Answer | undefined => own(own(drafts[assessment], instrument), item)

// Keys come from definitions: `constructor` is an item like any other.
const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined

/** The questions to show for these answers, as numbers of places. Answers to questions that are hidden do not count. */
export function shownPlaces(places: readonly Place[], drafts: Drafts): number[] {
  const counting = new Map<string, Answers>()
  return places.flatMap((place, at) => {
    const form = `${place.assessment} ${place.instrument}`
    const answers = counting.get(form) ?? {}
    counting.set(form, answers)
    if (!place.conditions.every((condition) => holds(condition, answers))) return []
    const answer = answerAt(drafts, place)
    if (answer !== undefined) answers[place.item] = answer
    return [at]
  })
}

/** Where to go on: the first question that was never reached; the last one when all were. */
export function resumeAt(places: readonly Place[], drafts: Drafts): number {
  const shown = shownPlaces(places, drafts)
  const unreached = shown.find((at) => {
    const place = places[at]
    return place && answerAt(drafts, place) === undefined
  })
  return unreached ?? shown.at(-1) ?? 0
}

/** What comes before and after a question, and how far along it is. `at` need not be shown itself. */
export function wayAt(places: readonly Place[], drafts: Drafts, at: number) {
  const shown = shownPlaces(places, drafts)
  const minutes = (numbers: readonly number[]) =>
    numbers.reduce((sum, number) => sum + (places[number]?.minutes ?? 0), 0)
  const before = shown.filter((other) => other < at)
  return {
    previous: before.at(-1) ?? null,
    next: shown.find((other) => other > at) ?? null,
    minutesLeft: minutes(shown.filter((other) => other >= at)),
    /** From 0 to 1. */
    share: minutes(before) / (minutes(shown) || 1),
  }
}
