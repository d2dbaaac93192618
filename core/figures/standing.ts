import type { fitCaseMix } from '../statistics/case-mix.ts'
import { chancesOfPeople, within } from '../statistics/count-chances.ts'
import type { Comparable, Comparison } from './comparison.ts'

// How far chance reaches, and what lies beyond it.

/** Where a unit lies: within what chance allows, or beyond the limits; or why nothing is said about that. */
export type Standing =
  | 'within'
  | 'beyond-95'
  | 'beyond-998'
  | 'low-response'
  | 'too-few'
  | 'too-few-others'
  | 'no-model'

// Two-sided limits of the standard normal distribution (Spiegelhalter 2005): 95 and 99.8 %.
export const Z95 = 1.959963984540054
const Z998 = 3.090232306167814
const TAILS = { 95: 0.025, 998: 0.001 } as const
/** Fewer expected events, or expected others, than this, and limits are counted out. */
const FEW_EVENTS = 10

/**
 * How far from the overall value chance reaches in a group of `n` with the average case mix; both limits, in the values'
 * unit. Of rare events they are those of the binomial distribution (Spiegelhalter 2005, appendix).
 */
export function limitsAt(
  { kind, value, spread }: NonNullable<Comparison['overall']>,
  n: number,
  limit: 95 | 998,
): readonly [number, number] {
  if (kind === 'share' && n * Math.min(value, 1 - value) < FEW_EVENTS) {
    const people = Math.round(n)
    const [low, high] = within(chancesOfPeople(Array.from({ length: people }, () => value)), TAILS[limit])
    return [low / people, high / people]
  }
  const half = ((limit === 95 ? Z95 : Z998) * spread) / Math.sqrt(n)
  return [withinRange(kind, value - half), withinRange(kind, value + half)]
}

type Fitted = NonNullable<ReturnType<typeof fitCaseMix<Comparable & { y: number }>>>
type Residuals = Fitted['residuals']

/** Counted out from what was expected of each: neither the rarity of the outcome nor the case mix moves the limits. */
export function standingOfShare(residuals: Residuals): Standing {
  const chances = chancesOfPeople(residuals.map(({ expected }) => expected))
  const count = residuals.filter(({ row }) => row.y === 1).length
  const isBeyond = (tail: number) => {
    const [low, high] = within(chances, tail)
    return count < low || count > high
  }
  return isBeyond(TAILS[998]) ? 'beyond-998' : isBeyond(TAILS[95]) ? 'beyond-95' : 'within'
}

export function standingOfMean({ residuals, spread }: Fitted): Standing {
  const far = Math.abs(meanOf(residuals)) / (spread / Math.sqrt(residuals.length))
  return far > Z998 ? 'beyond-998' : far > Z95 ? 'beyond-95' : 'within'
}

export const meanOf = (residuals: Residuals) =>
  residuals.reduce((sum, { residual }) => sum + residual, 0) / residuals.length

export const withinRange = (kind: Comparison['kind'], value: number) =>
  kind === 'share' ? Math.min(1, Math.max(0, value)) : value
