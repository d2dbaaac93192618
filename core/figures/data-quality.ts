import { daysBetween } from '../consult/board.ts'
import { isTellable } from '../disclosure/small-groups.ts'
import { quartiles } from '../statistics/intervals.ts'
import type { Localised } from '../words.ts'

/** Something that should be known of a person: when it could be, and when it was, if at all. ISO dates. */
export type Expected = {
  person: string
  due: string
  known: string | null
  /** Who reported it: 'patient', 'staff', 'csv' … */
  source: string | null
  /** Known, but of no use: no score came of it, or it lies outside of what is possible. */
  unusable: boolean
}

/** How good one source is; all but the title null where too few people are expected. */
export type QualityRow = {
  id: string
  title: Localised
  figures: null | {
    expected: number
    known: number
    /** Days from when it could be known until it was: the median. Null while nothing is. */
    days: number | null
    unusable: number
    /** How many came from where, most first. */
    sources: { source: string; n: number }[]
  }
}

/** Completeness, timeliness and plausibility of one measure or moment. */
export function qualityOf(rows: readonly Expected[]): QualityRow['figures'] {
  if (!isTellable(new Set(rows.map(({ person }) => person)).size)) return null
  const known = rows.flatMap((row) => (row.known === null ? [] : [{ ...row, known: row.known }]))
  const days = known.map(({ due, known: on }) => Math.max(0, daysBetween(due, on)))
  const sources = [...Map.groupBy(known, ({ source }) => source ?? '')]
  return {
    expected: rows.length,
    known: known.length,
    days: quartiles(days)?.median ?? null,
    unusable: known.filter(({ unusable }) => unusable).length,
    sources: sources.map(([source, own]) => ({ source, n: own.length })).toSorted((a, b) => b.n - a.n),
  }
}

export type DataQuality = {
  /** ISO date from which it is counted. */
  since: string
  moments: QualityRow[]
  measures: QualityRow[]
}
