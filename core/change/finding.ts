import type { Band } from '../instruments/scale.ts'
import type { Direction } from '../shapes.ts'
import type { Localised } from '../words.ts'
import { type ChangeReason, weightOf } from './change.ts'
import { type Missing, missingIn } from './missing.ts'
import { type Severe, severeIn, type Value } from './severe.ts'
import type { ChangeSince, Trend } from './trend.ts'

/** A scale's trend with what a sentence about it needs. */
export type Named = {
  title: Localised
  decimals: number
  direction: Direction
  range: readonly [number, number]
  bands: readonly Band[]
  trend: Trend
}

/**
 * What changed first, for one person: the facts of one sentence. And what is of high concern now, the worst first: who is
 * as badly off as before did not change, and must be seen all the same. And of which scales the answer gave no score: they
 * never take the place of what was measured. Scores in the scale's own units.
 */
export type Finding = Told & { severe: Severe[]; missing: Missing[] }

type Told =
  | {
      kind: 'change'
      verdict: 'better' | 'worse'
      title: Localised
      direction: Direction
      decimals: number
      from: number
      to: number
      since: string
      /** The size that counts in this group; null when none is known. */
      threshold: number
      /** The first score, where the change against it points the other way or is not clear. */
      first: { value: number; at: string; verdict: Verdict } | null
      /** How many of the other scales of this answer changed or did not. */
      others: { better: number; worse: number; same: number; unknown: number }
    }
  | { kind: 'no-clear-change'; since: string; scales: number }
  /** Scores differ or not, and nothing can be said of it, for this reason. */
  | { kind: 'cannot-be-said'; why: ChangeReason; since: string; values: Value[] }
  | { kind: 'first'; at: string; values: Value[] }
  /** Answered, and not one score: why stands in `missing`. */
  | { kind: 'not-computable' }
  /** Not answered this time; the scores before. */
  | { kind: 'earlier'; at: string; values: Value[] }
  | { kind: 'nothing-yet' }

export type Verdict = 'better' | 'worse' | 'same' | 'unknown'

const VALUES = 2 // a line has room for two

/**
 * What stands out in an answer, worse before better, the largest first. `assessmentId` is the assessment that the
 * page is about; without an answer to it, the finding is what was known before.
 */
export function leadFinding(scales: readonly Named[], assessmentId: string | null): Finding {
  const missing = missingIn(scales, assessmentId)
  const told = leadOf(scales, assessmentId, missing.length > 0)
  const isShown = ({ trend: { last } }: Named) =>
    told.kind === 'earlier' ? last?.at === told.at : last?.assessmentId === assessmentId
  return { ...told, severe: severeIn(scales.filter(isShown)), missing }
}

function leadOf(scales: readonly Named[], assessmentId: string | null, anyMissing: boolean): Told {
  const scored = scales.filter(({ trend }) => trend.last && trend.last.assessmentId === assessmentId)
  if (scored.length === 0) return anyMissing ? { kind: 'not-computable' } : earlier(scales)
  const lead = clearest(scored)
  if (lead) return lead
  const since = scored.flatMap(({ trend }) => trend.sincePrevious ?? [])[0]
  if (!since) return first(scored)
  const clear = scored.filter(({ trend }) => trend.sincePrevious?.kind === 'no-clear-change')
  if (clear.length > 0) return { kind: 'no-clear-change', since: since.at, scales: clear.length }
  return cannotBeSaid(scored, since)
}

/** Of several reasons that of the first scale, with the scores that it holds for. */
function cannotBeSaid(scored: readonly Named[], { at, reasons: [why] }: ChangeSince): Told {
  const alike = scored.filter(({ trend }) => trend.sincePrevious?.reasons[0] === why)
  return {
    kind: 'cannot-be-said',
    why: why ?? 'no-measurement-error-known',
    since: at,
    values: values(alike),
  }
}

export const verdictOf = (kind: 'better' | 'worse' | 'no-clear-change' | 'unknown'): Verdict =>
  kind === 'no-clear-change' ? 'same' : kind

function clearest(scored: readonly Named[]): Told | null {
  const changed = scored
    .filter(({ trend }) => trend.sincePrevious?.kind === 'worse' || trend.sincePrevious?.kind === 'better')
    .sort((a, b) => weightOf(b.trend.sincePrevious) - weightOf(a.trend.sincePrevious))
  const [lead] = changed
  const change = lead?.trend.sincePrevious
  if (!lead?.trend.last || !change || (change.kind !== 'worse' && change.kind !== 'better')) return null
  if (change.threshold === null) return null // never so for a clear change
  const { title, direction, decimals, trend } = lead
  return {
    kind: 'change',
    verdict: change.kind,
    title,
    direction,
    decimals,
    from: change.value,
    to: lead.trend.last.value,
    since: change.at,
    threshold: change.threshold,
    first: trend.sinceFirst && {
      value: trend.sinceFirst.value,
      at: trend.sinceFirst.at,
      verdict: verdictOf(trend.sinceFirst.kind),
    },
    others: countOthers(scored.filter((one) => one !== lead)),
  }
}

function countOthers(others: readonly Named[]) {
  const verdicts = others.flatMap(({ trend }) =>
    trend.sincePrevious ? [verdictOf(trend.sincePrevious.kind)] : [],
  )
  const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length
  return { better: count('better'), worse: count('worse'), same: count('same'), unknown: count('unknown') }
}

function first(scored: readonly Named[]): Told {
  const at = scored[0]?.trend.last?.at
  return at === undefined ? { kind: 'nothing-yet' } : { kind: 'first', at, values: values(scored) }
}

function earlier(scales: readonly Named[]): Told {
  const known = scales.filter(({ trend }) => trend.last)
  const at = known
    .map(({ trend }) => trend.last?.at ?? '')
    .sort()
    .at(-1)
  if (at === undefined) return { kind: 'nothing-yet' }
  return { kind: 'earlier', at, values: values(known.filter(({ trend }) => trend.last?.at === at)) }
}

const values = (scales: readonly Named[]): Value[] =>
  scales
    .slice(0, VALUES)
    .flatMap(({ title, decimals, range, trend }) =>
      trend.last ? [{ title, value: trend.last.value, decimals, max: range[1] }] : [],
    )
