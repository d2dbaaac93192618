import { say as sayIn } from '../words.ts'
import type { Written } from './spread-sentence.ts'
import { outcomeWords } from './team-outcome-words.ts'
import type { MeasureSummary } from './team-outcomes.ts'

/** A clinical measure as three cells of a table: what came out, its 95 % interval, and of how many it was recorded. */
export function recordedCells(measure: MeasureSummary, { language, format }: Written): string[] {
  const { kind, unit, estimate } = measure
  const recorded = recordedOf(measure, { language, format })
  if (!estimate) return ['–', '–', recorded]
  const write = (value: number) => format.number(kind === 'event' ? value * 100 : value, 1)
  const suffix = kind === 'event' ? '\u00A0%' : unit ? ` ${sayIn(unit, language)}` : ''
  return [write(estimate.value) + suffix, `${write(estimate.low)} – ${write(estimate.high)}`, recorded]
}

function recordedOf({ n, eligible }: MeasureSummary, { language, format }: Written): string {
  const say = outcomeWords[language].clinical
  if (n === null || eligible === null) return say.few
  // A value counts from the day it was recorded, a person from the day the window ended.
  return n > eligible ? format.number(n) : say.of(n, eligible)
}
