import { describeChange, type ScoreToCompare } from '../change/change.ts'
import {
  isTellable,
  type Run,
  type Shares,
  tellableRuns,
  tellableShares,
} from '../disclosure/small-groups.ts'
import { bandOf } from '../instruments/bands.ts'
import type { Scale } from '../instruments/scale.ts'
import { type Estimate, meanWithInterval, type Quartiles, quartiles } from '../statistics/intervals.ts'

/**
 * One assessment that was due and is answered or closed, seen through one scale. `person` tells people apart: somebody
 * with two enrolments is one person. `isOver`: its window has passed, answered or not; only then it is in a response.
 * Score fields as in `Score`; `score` is null when nothing was answered.
 */
export type CohortRow = {
  person: string
  enrolment: string
  moment: string
  isOver: boolean
  answered: boolean
  score: ScoreToCompare | null
}

/** What can be told about a group through one scale; null wherever too few people stand behind it. */
export type GroupSummary = {
  /** Assessments whose window is over; 'response' is the share 0–1 of them that was answered. */
  asked: number | null
  response: number | null
  /** How many patients' own answers gave a score: the n of all that follows. Somebody else's view is not mixed in. */
  n: number | null
  mean: Estimate | null
  quartiles: Quartiles | null
  /** Shares per band of the scale, in its order, small ones together with their neighbours; null also when the scale has no bands. */
  bands: (Shares & { runs: Run[] | null }) | null
}

type Scored = CohortRow & { score: ScoreToCompare & { value: number } }

/** Sums up a group that may be told (core/disclosure/told-blocks.ts). The interval of the mean is cut off at the ends of the scale. */
export function summarise(scale: Pick<Scale, 'bands' | 'range'>, rows: readonly CohortRow[]): GroupSummary {
  const scored = rows.filter(isOwn)
  const told = isTellable(people(scored))
  const over = rows.filter(({ isOver }) => isOver)
  const asked = isTellable(people(over))
  const values = scored.map(({ score }) => score.value)
  return {
    asked: asked ? over.length : null,
    response: asked ? over.filter(({ answered }) => answered).length / over.length : null,
    n: told ? scored.length : null,
    mean: told ? within(scale.range, meanWithInterval(values)) : null,
    quartiles: told ? quartiles(values) : null,
    bands: told ? bandShares(scale, scored) : null,
  }
}

/** How people stand against their own first measurement: shares of better, same and worse beyond error. */
export type ChangeSummary = { n: number; shares: Shares | null; unknown: number }

const KINDS = ['better', 'no-clear-change', 'worse'] as const

/**
 * Compares each row with the same enrolment's score at the `baseline` moment, by `describeChange`. `n` counts those
 * measured both times for whom change can be said; `unknown` those for whom it cannot (no known measurement error or
 * threshold, another scoring version, another's view). Null below the smallest group, or when it can be said for nobody.
 */
export function summariseChange(
  scale: Pick<Scale, 'direction' | 'error' | 'thresholds'>,
  rows: readonly CohortRow[],
  baseline: ReadonlyMap<string, ScoreToCompare>,
): ChangeSummary | null {
  const both = rows.filter(isScored).flatMap((row) => {
    const first = baseline.get(row.enrolment)
    return first ? [{ row, kind: describeChange(scale, first, row.score).kind }] : []
  })
  const known = both.filter(({ kind }) => kind !== 'unknown' && scale.thresholds.length > 0)
  if (!isTellable(people(known.map(({ row }) => row)))) return null
  const cells = KINDS.map((kind) => known.filter((one) => one.kind === kind).map(({ row }) => row))
  return {
    n: known.length,
    shares: tellableShares(
      cells.map(({ length }) => length),
      cells.map(people),
    ),
    unknown: both.length - known.length,
  }
}

/** Whether it can be said of somebody if they are better: measured both times, on a scale of which error and threshold are known. */
export const isComparable = (
  scale: Pick<Scale, 'direction' | 'error' | 'thresholds'>,
  first: ScoreToCompare | undefined,
  now: ScoreToCompare,
): boolean =>
  first !== undefined && scale.thresholds.length > 0 && describeChange(scale, first, now).kind !== 'unknown'

/** How many different people stand behind these rows. */
export const people = (rows: readonly CohortRow[]): number => new Set(rows.map(({ person }) => person)).size

/** The scores at one moment by enrolment, as a baseline to compare with: who was measured twice, by the first row given. */
export const baselineOf = (rows: readonly CohortRow[], moment: string): Map<string, ScoreToCompare> =>
  new Map(
    rows
      .filter(isScored)
      .flatMap((row) => (row.moment === moment ? [[row.enrolment, row.score] as const] : []))
      .toReversed(),
  )

/** Whether an assessment gave a score on this scale. */
export const isScored = <Row extends CohortRow>(row: Row): row is Row & Scored =>
  row.score !== null && row.score.value !== null

/** … and the patient's own view: the only ones of which a level is told. */
export const isOwn = <Row extends CohortRow>(row: Row): row is Row & Scored =>
  isScored(row) && !row.score.byProxy

function bandShares(scale: Pick<Scale, 'bands'>, scored: readonly Scored[]): GroupSummary['bands'] {
  if (scale.bands.length === 0) return null
  const cells = scale.bands.map((band) => scored.filter(({ score }) => bandOf(scale, score.value) === band))
  return tellableRuns(
    cells.map(({ length }) => length),
    cells.map(people),
  )
}

const within = ([lowest, highest]: readonly [number, number], estimate: Estimate | null) =>
  estimate && {
    ...estimate,
    low: Math.max(lowest, estimate.low),
    high: Math.min(highest, estimate.high),
  }
