// No imports at run time beside its neighbours: pages use it too.

import type { Scale } from '../instruments/scale.ts'
import { type Change, describeChange } from './change.ts'
import { type Unscored, unscored } from './unscored.ts'

type Scored = { value: number; standardError: number | null; scoringVersion: number }

/** What one assessment gave for one scale. `at` is an ISO day or instant: of the submission, or when it was due. */
export type TrendPoint = { at: string; assessmentId: string } & (
  | ({ kind: 'score'; byProxy: boolean } & Scored)
  | ({ kind: 'not-computable' } & Unscored)
  | { kind: 'missed' }
  | { kind: 'not-asked' }
)

/** What was not asked, as it was answered a short while before, says nothing of its own. */
export const isAnswered = ({ kind }: Pick<TrendPoint, 'kind'>): boolean =>
  kind === 'score' || kind === 'not-computable'

/** A change against the score of `at`, which was `value`. */
export type ChangeSince = Change & { at: string; value: number }

export type Trend = {
  points: TrendPoint[]
  last: { at: string; assessmentId: string; value: number } | null
  sincePrevious: ChangeSince | null
  /** Null while the previous score is the first one. Both compare with answers of the same view as the last only. */
  sinceFirst: ChangeSince | null
}

/** One assessment, and what it gave for this scale: undefined where the scale was not asked. */
export type Asked = {
  assessmentId: string
  /** When it was due. */
  dueAt: string
  closesAt: string
  submittedAt: string | null
  /** Somebody else answered for the patient: that is another view, and never held against the patient's own. */
  byProxy: boolean
  /** Whether its moment asks for the scale at all. */
  asks: boolean
  score: (Omit<Scored, 'value'> & { value: number | null; answered: number; reason: string | null }) | null
}

/** Answers that lie closer together are one measurement: what differs between them is no change over time. */
const APART = 86_400_000 // milliseconds

/**
 * One scale over time for one person, oldest first; what came in at once stands in the order of the assessments' ids.
 * What is still open or to come has no point.
 */
export function trendOf(scale: Scale, asked: readonly Asked[], now: string, context?: string): Trend {
  const points = asked
    .flatMap((one) => pointOf(scale, one, now))
    .sort((a, b) => (a.at === b.at ? compare(a.assessmentId, b.assessmentId) : compare(a.at, b.at)))
  const scored = points.filter((point) => point.kind === 'score')
  const last = scored.at(-1) ?? null
  const alike = scored.filter(({ byProxy }) => byProxy === last?.byProxy)
  const previous = last && alike.findLast(({ at }) => Date.parse(last.at) - Date.parse(at) >= APART)
  const first = alike[0]
  return {
    points,
    last: last && { at: last.at, assessmentId: last.assessmentId, value: last.value },
    sincePrevious: last && previous ? since(scale, previous, last, context) : null,
    sinceFirst: last && first && previous && first !== previous ? since(scale, first, last, context) : null,
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function pointOf(scale: Scale, one: Asked, now: string): TrendPoint[] {
  const { assessmentId, submittedAt, byProxy, score } = one
  if (submittedAt === null) {
    return one.asks && one.closesAt <= now ? [{ kind: 'missed', at: one.dueAt, assessmentId }] : []
  }
  if (!score) return [{ kind: 'not-asked', at: submittedAt, assessmentId }]
  const { value, standardError, scoringVersion } = score
  return value === null
    ? [{ kind: 'not-computable', at: submittedAt, assessmentId, ...unscored(scale, score) }]
    : [{ kind: 'score', at: submittedAt, assessmentId, byProxy, value, standardError, scoringVersion }]
}

type Known = Scored & { at: string; byProxy: boolean }

function since(scale: Scale, then: Known, now: Known, context?: string): ChangeSince {
  return { ...describeChange(scale, then, now, context), at: then.at, value: then.value }
}
