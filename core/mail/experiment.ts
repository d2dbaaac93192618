import { z } from 'zod'
import { isTellable } from '../disclosure/small-groups.ts'
import { differenceOfShares, type Estimate, shareWithInterval } from '../statistics/intervals.ts'
import { mailTextLanguages, mailTextShape } from './mail-text.ts'

// Two ways to invite against each other, drawn for each patient: which of them makes more people start?

/** How one half of the patients is invited; null is as everybody is. */
const armShape = z.strictObject({
  text: mailTextShape.nullable(),
  /** 'HH:MM' local: invitations of a day go from then on. */
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
})
export type Arm = z.infer<typeof armShape>
export const arms = ['a', 'b'] as const
export type ArmName = (typeof arms)[number]

export const experimentShape = z.strictObject({
  /** Whose invitations: a text can only be tried on who reads its language. */
  language: z.enum(mailTextLanguages),
  a: armShape,
  b: armShape,
})
export type ExperimentArms = z.infer<typeof experimentShape>

/** Two-sided 5 % and a chance of 80 % to see a difference that is there. */
const [Z_ERROR, Z_POWER] = [1.959964, 0.841621]

/**
 * Patients needed in each arm to see `difference` between shares of which the lower is `share` (Fleiss, Levin & Paik
 * 2003, formula 4.14, without correction for continuity).
 */
export function plannedSize(share: number, difference: number): number {
  const other = share + difference
  const mean = (share + other) / 2
  const chance = Z_ERROR * Math.sqrt(2 * mean * (1 - mean))
  const power = Z_POWER * Math.sqrt(share * (1 - share) + other * (1 - other))
  return Math.ceil((chance + power) ** 2 / difference ** 2)
}

export type ArmResult = { invited: number; started: number; share: Estimate }
export type ExperimentResult = {
  a: ArmResult | null
  b: ArmResult | null
  /** Share of b less that of a. */
  difference: Estimate | null
  /** Told once both arms have as many as were planned, or the experiment has ended: who looks early sees what is not there. */
  verdict: 'a' | 'b' | 'none' | 'not-yet'
}

/** Each person once, by their first invitation. An arm with too few people is null. */
export function experimentResult(
  rows: readonly { arm: ArmName; person: string; started: boolean }[],
  { planned, hasEnded }: { planned: number; hasEnded: boolean },
): ExperimentResult {
  const once = [...new Map(rows.toReversed().map((row) => [row.person, row])).values()]
  const [a, b] = arms.map((arm) => resultOf(once.filter((row) => row.arm === arm))) as [
    ArmResult | null,
    ArmResult | null,
  ]
  const difference = a && b ? differenceOfShares(b.share, a.share) : null
  const isComplete = hasEnded || arms.every((arm) => once.filter((row) => row.arm === arm).length >= planned)
  return { a, b, difference, verdict: isComplete && difference ? verdictOf(difference) : 'not-yet' }
}

function resultOf(rows: readonly { started: boolean }[]): ArmResult | null {
  const started = rows.filter((row) => row.started).length
  const share = shareWithInterval(started, rows.length)
  return share && isTellable(rows.length) ? { invited: rows.length, started, share } : null
}

const verdictOf = ({ low, high }: Estimate) => (low > 0 ? 'b' : high < 0 ? 'a' : 'none')
