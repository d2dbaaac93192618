import { type CaseMixModel, fitCaseMix } from './case-mix.ts'
import { type Estimate, meanWithInterval, shareWithInterval } from './intervals.ts'
import { hiddenCells, isTellable, LEAST_RESPONSE, SMALLEST_COMPARED } from './small-groups.ts'

/** One person who was asked, as a comparison sees them: in which unit, what came of it, and their case mix. */
export type Comparable = {
  unit: string
  person: string
  /** 1 or 0 for a share, a score for a mean; null where it is not known. */
  y: number | null
  answered: boolean
  /** In the order of the variables; null where nothing is recorded. */
  caseMix: readonly (number | null)[]
}

/** Where a unit lies: within what chance allows, or beyond the limits; or why nothing is said about that. */
export type Standing = 'within' | 'beyond-95' | 'beyond-998' | 'low-response' | 'too-few' | 'no-model'

export type ComparedUnit = {
  id: string
  /** How many have a value; response is the share 0–1 of the asked who answered. */
  n: number
  response: number
  raw: Estimate
  /** Where it would be with the case mix of all; null where nothing is compared. */
  adjusted: Estimate | null
  standing: Standing
}

export type Comparison = {
  kind: 'share' | 'mean'
  /** Of everybody in the model; null while there are too few. */
  overall: { value: number; n: number; spread: number } | null
  /** Null for a unit of which nothing may be told. */
  units: { id: string; told: ComparedUnit | null }[]
  model: CaseMixModel | null
}

// Two-sided limits of the standard normal distribution (Spiegelhalter 2005): 95 and 99.8 %.
const Z95 = 1.959963984540054
const Z998 = 3.090232306167814

/** How far from the overall value chance reaches in a group of `n`; both limits, in the values' unit. */
export const limitsAt = (
  { value, spread }: NonNullable<Comparison['overall']>,
  n: number,
  limit: 95 | 998,
): readonly [number, number] => {
  const half = ((limit === 95 ? Z95 : Z998) * spread) / Math.sqrt(n)
  return [value - half, value + half]
}

/**
 * Units beside each other, raw and adjusted: a unit's adjusted value is the overall one plus the mean of what its people
 * did better or worse than the model expects of people like them. There is no order of rank. Who has a part of the case
 * mix missing stands in the raw value only.
 */
export function compare(
  kind: Comparison['kind'],
  variables: readonly string[],
  rows: readonly Comparable[],
): Comparison {
  const units = [...Map.groupBy(rows, ({ unit }) => unit)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const hidden = hiddenCells(units.map(([, group]) => peopleOf(group.filter(hasValue))))
  const fitted = fitCaseMix(kind, variables, rows.filter(hasValue))
  const overall = fitted && { value: fitted.mean, n: fitted.model.n, spread: fitted.spread }
  return {
    kind,
    overall: overall && isTellable(overall.n) ? overall : null,
    units: units.map(([id, group], place) => ({
      id,
      told: hidden[place] ? null : standingOf(kind, id, group, fitted),
    })),
    model: fitted && isTellable(fitted.model.n) ? fitted.model : null,
  }
}

type Fitted = ReturnType<typeof fitCaseMix<Comparable & { y: number }>>

function standingOf(
  kind: Comparison['kind'],
  id: string,
  group: readonly Comparable[],
  fitted: Fitted,
): ComparedUnit | null {
  const known = group.filter(hasValue)
  const raw = rawOf(
    kind,
    known.map(({ y }) => y),
  )
  if (!raw) return null
  const response = group.filter(({ answered }) => answered).length / group.length
  const own = fitted?.residuals.filter(({ row }) => row.unit === id) ?? []
  const base = { id, n: known.length, response, raw, adjusted: null }
  if (peopleOf(known) < SMALLEST_COMPARED) return { ...base, standing: 'too-few' }
  if (!fitted) return { ...base, standing: 'no-model' }
  if (own.length < SMALLEST_COMPARED) return { ...base, standing: 'too-few' }
  const mean = own.reduce((sum, { residual }) => sum + residual, 0) / own.length
  const value = fitted.mean + mean
  const half = (Z95 * fitted.spread) / Math.sqrt(own.length)
  const adjusted = {
    value: within(kind, value),
    low: within(kind, value - half),
    high: within(kind, value + half),
  }
  if (response < LEAST_RESPONSE) return { ...base, adjusted, standing: 'low-response' }
  const far = Math.abs(mean) / (fitted.spread / Math.sqrt(own.length))
  return { ...base, adjusted, standing: far > Z998 ? 'beyond-998' : far > Z95 ? 'beyond-95' : 'within' }
}

const rawOf = (kind: Comparison['kind'], values: readonly number[]) =>
  kind === 'share'
    ? shareWithInterval(values.filter((value) => value === 1).length, values.length)
    : meanWithInterval(values)

const within = (kind: Comparison['kind'], value: number) =>
  kind === 'share' ? Math.min(1, Math.max(0, value)) : value

const hasValue = <Row extends Comparable>(row: Row): row is Row & { y: number } => row.y !== null
const peopleOf = (rows: readonly Comparable[]) => new Set(rows.map(({ person }) => person)).size
