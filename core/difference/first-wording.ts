import type { Instrument } from '../instruments/instrument.ts'
import { isRecord } from './structural.ts'

/**
 * What a first wording is compared with: the same form without a word in it, so that each text stands on its own before
 * whoever signs for it.
 */
export const beforeWording = (before: Instrument, after: Instrument): Instrument =>
  after.form && !before.form ? { ...before, form: wordless(after.form) as Instrument['form'] } : before

function wordless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wordless)
  if (!isRecord(value)) return value
  if (isText(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wordless(inner)]))
}

const isText = (value: Record<string, unknown>) =>
  Object.entries(value).every(([key, text]) => /^[a-z]{2}$/.test(key) && typeof text === 'string')
