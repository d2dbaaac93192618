// Imports nothing heavy: the page checks with this what was typed, as the server does.

import type { Answer } from '../response.ts'
import { cleanLines } from '../words/clean-text.ts'

export type WrongAnswer = 'wrong-type' | 'not-an-option' | 'out-of-range' | 'too-long'

/** What a check must know of an item: the part of `Item` that the page is given too. */
export type CheckedItem =
  | { kind: 'choice'; values: readonly number[] }
  | { kind: 'rating'; values: readonly number[] }
  | { kind: 'multiple'; values: readonly number[] }
  | { kind: 'number'; min: number; max: number; whole: boolean }
  | { kind: 'text'; maxLength: number }
  | { kind: 'date' }

/** Two small constants instead of an object per answer; a text can never be mistaken for one. */
export type Refused = { readonly refused: WrongAnswer }
export type AnswerCheck = (given: unknown) => Answer | Refused

const wrongType: Refused = { refused: 'wrong-type' }
const notAnOption: Refused = { refused: 'not-an-option' }
const outOfRange: Refused = { refused: 'out-of-range' }
const tooLong: Refused = { refused: 'too-long' }

export function isRefused(checked: Answer | Refused): checked is Refused {
  return typeof checked === 'object' && checked !== null && 'refused' in checked
}

/** The check of one item. An empty text, an empty list and null all mean "not answered", which is never refused. */
export function checkFor(item: CheckedItem): AnswerCheck {
  const check = checkOfKind(item)
  return (given) => (given === null || given === undefined ? null : check(given))
}

function checkOfKind(item: CheckedItem): AnswerCheck {
  if (item.kind === 'choice' || item.kind === 'rating') return (given) => chosen(given, item.values)
  if (item.kind === 'multiple') return (given) => severalChosen(given, item.values)
  if (item.kind === 'number') return (given) => number(given, item)
  if (item.kind === 'date') return date
  return (given) => text(given, item.maxLength)
}

function chosen(given: unknown, values: readonly number[]): Answer | Refused {
  if (typeof given !== 'number') return wrongType
  return values.includes(given) ? given + 0 : notAnOption
}

function severalChosen(given: unknown, values: readonly number[]): Answer | Refused {
  if (!Array.isArray(given)) return wrongType
  if (given.length > values.length) return notAnOption
  const numbers = given.filter((value): value is number => typeof value === 'number')
  if (numbers.length < given.length) return wrongType
  const chosenOnce = new Set(numbers)
  if (chosenOnce.size < numbers.length || numbers.some((value) => !values.includes(value))) return notAnOption
  return numbers.length === 0 ? null : values.filter((value) => chosenOnce.has(value))
}

function number(
  given: unknown,
  { min, max, whole }: { min: number; max: number; whole: boolean },
): Answer | Refused {
  if (typeof given !== 'number' || !Number.isFinite(given)) return wrongType
  if (whole && !Number.isInteger(given)) return wrongType
  return given >= min && given <= max ? given + 0 : outOfRange
}

function date(given: unknown): Answer | Refused {
  if (typeof given !== 'string') return wrongType
  if (given === '') return null
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given)) return wrongType
  const parsed = new Date(`${given}T00:00:00Z`)
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(given)
  return exists ? given : outOfRange
}

function text(given: unknown, maxLength: number): Answer | Refused {
  if (typeof given !== 'string') return wrongType
  if (given.length > maxLength) return tooLong
  return cleanLines(given) || null
}
