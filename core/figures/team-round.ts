import type { Instrument } from '../instruments/instrument.ts'
import type { Answers } from '../response.ts'
import { scoreInstrument } from '../scoring/score-instrument.ts'

/** What colleagues and partners answer without a name is told from this many answers on. */
export const LEAST_ANSWERS = 5

export type ScaleResult = { scale: string; mean: number | null; n: number }
export type RoundResult = {
  /** Means of the scales, each only where enough answered it. */
  scales: ScaleResult[]
  /** What was written, by item, in an order that says nothing about who wrote it. */
  texts: { item: string; texts: string[] }[]
}

/** What a round came to; null while fewer than five answered. Scored by the same rules as what patients answer. */
export function roundResult(instrument: Instrument, answers: readonly Answers[]): RoundResult | null {
  if (answers.length < LEAST_ANSWERS) return null
  const scored = answers.map((one) => scoreInstrument(instrument, one))
  const scales = instrument.scales.map(({ id, range }): ScaleResult => {
    const values = scored.flatMap((scores) => scores.find(({ scale }) => scale === id)?.value ?? [])
    const enough = values.length >= LEAST_ANSWERS
    const mean = enough ? roundedMean(values, range) : null
    return { scale: id, mean, n: enough ? values.length : 0 }
  })
  return { scales, texts: instrument.items.flatMap((item) => textsOf(item.key, item.kind, answers)) }
}

/**
 * The mean in steps of half a person's range: of five on 0 to 100, in tens. From an exact mean, four who tell each other
 * what they answered (or who answered for others) work out the fifth's answer; from this they mostly learn within
 * which half of the range it lies. The more answered, the finer the steps.
 */
function roundedMean(values: readonly number[], [from, to]: readonly [number, number]): number {
  const step = (to - from) / (2 * values.length)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return from + Math.round((mean - from) / step) * step
}

/** Few who wrote something could be known by it among many who did not: all or none are shown. */
function textsOf(item: string, kind: string, answers: readonly Answers[]) {
  if (kind !== 'text') return []
  const texts = answers.flatMap((one) => (typeof one[item] === 'string' ? [one[item]] : []))
  return texts.length >= LEAST_ANSWERS ? [{ item, texts: texts.toSorted() }] : []
}
