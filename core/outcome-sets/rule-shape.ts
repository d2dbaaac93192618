import { z } from 'zod'
import { idShape, keyShape } from '../shapes.ts'

// What alerts and the sorting of visits can look at in an answer.

/** On which side of a limit. */
export const comparison = { op: z.enum(['<', '<=', '=', '>=', '>']), value: z.number() }

/** Whether a number is on the side of the limit that a rule names. */
export function meets(value: number, { op, value: limit }: { op: string; value: number }): boolean {
  if (op === '=') return value === limit
  if (op === '>') return value > limit
  if (op === '>=') return value >= limit
  return op === '<' ? value < limit : value <= limit
}

export const itemRuleShape = z.strictObject({
  kind: z.literal('item'),
  instrument: idShape,
  item: keyShape,
  ...comparison,
})

export const scaleRuleShape = z.strictObject({
  kind: z.literal('scale'),
  instrument: idShape,
  scale: keyShape,
  ...comparison,
})

/** Clearly worse, by the error and the thresholds of the scale, than the measurement before or the first. */
export const changeRuleShape = z.strictObject({
  kind: z.literal('change'),
  instrument: idShape,
  scale: keyShape,
  since: z.enum(['previous', 'first']),
})
