import type { Verdict } from '../../../../core/change/finding.ts'
import type { Unscored } from '../../../../core/change/unscored.ts'

/** What happened at one moment of measuring. Dates are ISO, a day or an instant. */
export type TimePoint = { at: string } & (
  | {
      kind: 'score'
      value: number /** An alert was raised on it, or it is clearly worse. */
      concern?: boolean
      /** Somebody else answered: drawn open. */
      byOther?: boolean
      /** Only scores of one line are joined; without it all are. */
      line?: string
      /** A letter or two beside the point for how it came about; what they stand for is said below the picture. */
      mark?: string
      /** How it came about where that is not the usual way, for the table: "op papier". */
      note?: string
    }
  | { kind: 'missed' }
  | { kind: 'not-asked' }
  | ({ kind: 'not-computable' } & Unscored)
)

/**
 * A change against an earlier score: `value` is that earlier one, in the scale's own units; `sentence` says why the
 * verdict is what it is.
 */
export type Since = { at: string; value: number; verdict: Verdict; sentence?: string }

export type TimePanel = {
  id: string
  title: string
  /** Below the title: the instrument, and what must be known of it ("not a validated instrument"). */
  about: string
  /** What of it nobody has checked in its source, in one sentence; shown with the numbers. */
  unverified?: string | null
  /** Beside the axis: "hoger = meer pijn". Never turned round. */
  direction: string
  range: readonly [number, number]
  decimals: number
  /** From low to high; each goes on to the next one's `from`. Empty where the owner names none. */
  bands: readonly { from: number; label: string; concern: 'none' | 'watch' | 'high' }[]
  norm: number | null
  points: readonly TimePoint[]
  /** Against the previous score and against the baseline, in that order; null where there is none. */
  since: readonly [Since | null, Since | null]
}

export type TimeStage = {
  name: string
  from: string /** Null while the patient is in it. */
  until: string | null
}

/** A treatment or a decision on the care path; `until` makes it a bar, `open` an outline (a decision). */
export type TimeEvent = { name: string; at: string; until?: string; open?: boolean }

export type TimeChartData = {
  /** The conclusion, read first by a screen reader. */
  sentence: string
  today: string
  from: string
  until: string
  stages: readonly TimeStage[]
  events: readonly TimeEvent[]
  panels: readonly TimePanel[]
  /** Assessments still to come. */
  planned: readonly string[]
  /** Whose norm the dashed line is: "vrouwen 65–74 jaar, Nederland"; null without norms. */
  normName: string | null
  /** What the marks at single points mean, where they differ. */
  legend?: string
  /** What the two columns of changes stand against: "sinds 17 aug 2026", "sinds vóór de operatie, 12 jan". */
  sinceNames: readonly [string, string]
}

/** The last score of a panel, if there is any. */
export function lastScore(panel: TimePanel): { at: string; value: number } | null {
  const last = panel.points.findLast((point) => point.kind === 'score')
  return last?.kind === 'score' ? last : null
}
