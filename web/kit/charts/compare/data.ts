import type { ComparedUnit, Comparison } from '../../../../core/figures/comparison.ts'

/** A unit as it is drawn; others than one's own have no name. */
export type ComparedRow = { id: string; label: string; own: boolean; told: ComparedUnit | null }

export type CompareProps = {
  sentence: string
  /** Above the axis: "%, hoger = beter". */
  axis: string
  overall: NonNullable<Comparison['overall']>
  rows: readonly ComparedRow[]
  range: readonly [number, number]
  write: (value: number) => string
  width: number
}
