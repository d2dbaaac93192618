// No imports at run time: pages describe change too.
import type { Scale, Threshold } from '../instruments/scale.ts'

/** `byProxy`: somebody else answered for the patient. That is another view, and never held against the patient's own. */
export type ScoreToCompare = {
  value: number | null
  standardError: number | null
  scoringVersion: number
  byProxy: boolean
}

export type ChangeReason =
  | 'not-scored'
  | 'other-scoring-version'
  | 'other-view'
  | 'no-measurement-error-known'
  | 'within-measurement-error'
  | 'below-threshold'
  | 'no-threshold-known'
  | 'threshold-unverified'
  | 'error-unverified'

/** All numbers in the scale's own units; `delta` is current − previous, `error` and `threshold` are sizes without a sign. */
export type Change = {
  kind: 'better' | 'worse' | 'no-clear-change' | 'unknown'
  delta: number | null
  error: number | null
  threshold: number | null
  reasons: ChangeReason[]
}

/** Sums of decimals such as 0.1 + 0.2 must not turn "exactly the threshold" into "just below it". */
const tolerance = 1e-9

/**
 * Whether a score clearly changed: beyond measurement error (1.96·√(SE₁² + SE₂²), which is 1.96·√2·SEM for a constant
 * one: Jacobson & Truax 1991) and at least the change that patients in this context found important. Where nobody knows
 * that, no change is called clear: a number that moved is not yet a person who notices.
 * A threshold holds in its context; without one for this context the general one counts, and without that the largest
 * of all, so that no change is called clear on a threshold from elsewhere that is too small.
 */
export function describeChange(
  scale: Pick<Scale, 'direction' | 'error' | 'thresholds'>,
  previous: ScoreToCompare,
  current: ScoreToCompare,
  context?: string,
): Change {
  const reason = whyApart(previous, current)
  const delta = differenceOf(previous, current)
  if (reason || delta === null) return unknown(reason ?? 'not-scored')
  const error = errorOfDifference(previous.standardError, current.standardError)
  if (error === null) return { ...unknown('no-measurement-error-known'), delta }
  const better = delta > 0 === (scale.direction === 'higher-is-better')
  const threshold = thresholdFor(scale.thresholds, better ? 'improvement' : 'worsening', context)
  const known = { delta, error, threshold: threshold?.value ?? null }
  const notes = caveats(scale, threshold)
  if (Math.abs(delta) <= error + tolerance) {
    return { ...known, kind: 'no-clear-change', reasons: ['within-measurement-error', ...notes] }
  }
  if (!threshold) return { ...known, kind: 'no-clear-change', reasons: notes }
  if (Math.abs(delta) < threshold.value - tolerance) {
    return { ...known, kind: 'no-clear-change', reasons: ['below-threshold', ...notes] }
  }
  return { ...known, kind: better ? 'better' : 'worse', reasons: notes }
}

/** How far two scores lie apart, later less earlier; null where they cannot be compared. */
export const differenceOf = (previous: ScoreToCompare, current: ScoreToCompare): number | null =>
  previous.value === null || current.value === null || whyApart(previous, current)
    ? null
    : current.value - previous.value

function whyApart(previous: ScoreToCompare, current: ScoreToCompare): ChangeReason | null {
  if (previous.value === null || current.value === null) return 'not-scored'
  if (previous.byProxy !== current.byProxy) return 'other-view'
  return previous.scoringVersion === current.scoringVersion ? null : 'other-scoring-version'
}

/**
 * Which clear change is told first, to whom it is about as to who treats them: worse weighs more than any better; within
 * them, by how many times the measurement error it is. 0 for what is no clear change.
 */
export function weightOf(change: Change | null): number {
  if (change?.kind !== 'worse' && change?.kind !== 'better') return 0
  const size = Math.abs(change.delta ?? 0) / (change.error || 1)
  return change.kind === 'worse' ? 1_000_000 + size : size
}

function unknown(reason: ChangeReason): Change {
  return { kind: 'unknown', delta: null, error: null, threshold: null, reasons: [reason] }
}

function errorOfDifference(first: number | null, second: number | null): number | null {
  return first === null || second === null ? null : 1.96 * Math.hypot(first, second)
}

function thresholdFor(
  thresholds: readonly Threshold[],
  direction: 'improvement' | 'worsening',
  context: string | undefined,
): Threshold | null {
  const fitting = thresholds.filter((one) => one.direction === direction || one.direction === 'either')
  const inContext = [context, 'general']
    .map((wanted) => fitting.filter((one) => one.context === wanted))
    .find((found) => found.length > 0)
  const candidates = inContext ?? fitting
  return candidates.reduce<Threshold | null>((top, one) => (top && top.value >= one.value ? top : one), null)
}

function caveats(scale: Pick<Scale, 'error'>, threshold: Threshold | null): ChangeReason[] {
  const notes: ChangeReason[] = []
  if (scale.error?.unverified) notes.push('error-unverified')
  if (!threshold) notes.push('no-threshold-known')
  if (threshold?.unverified) notes.push('threshold-unverified')
  return notes
}
