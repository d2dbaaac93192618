import type { Answer, ResponseAnswers } from '../../core/response.ts'

// What is known of a draft, and parts of it: by instrument, by item.

type Keep = (instrument: string, item: string, answer: Answer) => boolean

export const isEmpty = (changes: ResponseAnswers): boolean =>
  Object.values(changes).every((items) => Object.keys(items).length === 0)

/** Per item, the later answer wins. */
export function merged(...changes: readonly ResponseAnswers[]): ResponseAnswers {
  const result: ResponseAnswers = {}
  for (const [instrument, items] of changes.flatMap((change) => Object.entries(change)))
    result[instrument] = { ...result[instrument], ...items }
  return result
}

/** Of these answers, those whose item the other has too. */
export const shared = (answers: ResponseAnswers, other: ResponseAnswers): ResponseAnswers =>
  filtered(answers, (instrument, item) => other[instrument]?.[item] !== undefined)

/** Of these answers, those that the other does not have just so. */
export const without = (answers: ResponseAnswers, other: ResponseAnswers): ResponseAnswers =>
  filtered(answers, (instrument, item, answer) => !isEqual(answer, other[instrument]?.[item]))

/** Every item of these, taken back. */
export const cleared = (changes: ResponseAnswers): ResponseAnswers =>
  Object.fromEntries(
    Object.entries(changes).map(([instrument, items]) => [
      instrument,
      Object.fromEntries(Object.keys(items).map((item) => [item, null])),
    ]),
  )

/** Of these answers, those of which `keep` says so. */
export const filtered = (answers: ResponseAnswers, keep: Keep): ResponseAnswers =>
  Object.fromEntries(
    Object.entries(answers).map(([instrument, items]) => [
      instrument,
      Object.fromEntries(Object.entries(items).filter(([item, answer]) => keep(instrument, item, answer))),
    ]),
  )

/** Passed over (null) is not the same as never reached (undefined). */
export const isEqual = (one: Answer | undefined, other: Answer | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
