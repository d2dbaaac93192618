import { type Outcome, scored, tooFew } from './method.ts'

export type Part = { outcome: Outcome; turn: number | null }

/** The mean of the scales it is made of, those with a `turn` (lowest + highest) turned round; none when one of them has none. */
export function meanOfScales(parts: readonly Part[]): Outcome {
  let sum = 0
  for (const { outcome, turn } of parts) {
    if ('reason' in outcome) return tooFew
    sum += turn === null ? outcome.value : turn - outcome.value
  }
  return scored(sum / parts.length)
}
