import { isTellable, LEAST_RESPONSE, SMALLEST_COMPARED } from '../disclosure/small-groups.ts'
import { type CaseMixModel, fitCaseMix } from '../statistics/case-mix.ts'
import { type Estimate, meanWithInterval, shareWithInterval } from '../statistics/intervals.ts'
import { toldUnits, withoutFew } from './compared-units.ts'
import { meanOf, type Standing, standingOfMean, standingOfShare, withinRange, Z95 } from './standing.ts'

/** One person as a comparison sees them: where they belong, what came of it, and their case mix. */
export type Comparable = {
  team: string
  /** In each division up to the one that is looked at: core/figures/compared-units.ts. */
  units: readonly string[]
  person: string
  /** 1 or 0 for a share, a score for a mean; null where it is not known. */
  y: number | null
  /** Whether it was answered, of what was asked and is over; null where this says only what came of it. */
  answered: boolean | null
  /** In the order of the variables; null where nothing is recorded. */
  caseMix: readonly (number | null)[]
}

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
  overall: { kind: 'share' | 'mean'; value: number; n: number; spread: number } | null
  /** Null for a unit of which nothing may be told. */
  units: { id: string; told: ComparedUnit | null }[]
  model: CaseMixModel | null
}

/**
 * Units beside each other, raw and adjusted: a unit's adjusted value is the overall one plus the mean of what its people
 * did better or worse than the model expects of people like them. There is no order of rank. Who has a part of the case
 * mix missing stands in the raw value only. Nothing is said of a unit's standing beside fewer others that may be compared
 * than `leastOthers`: alone, or with one other, it would be its own norm.
 */
export function compare(
  kind: Comparison['kind'],
  variables: readonly string[],
  rows: readonly Comparable[],
  leastOthers: number,
): Comparison {
  const units = [...Map.groupBy(rows, unitOf)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const known = withoutFew(rows.filter(hasValue))
  const shown = toldUnits(known)
  const knownOf = Map.groupBy(known, unitOf)
  const fitted = fitCaseMix(kind, variables, known)
  const overall = fitted && { kind, value: fitted.mean, n: fitted.model.n, spread: fitted.spread }
  const own = Map.groupBy(fitted?.residuals ?? [], ({ row }) => unitOf(row))
  const large = [...own].filter(([, residuals]) => residuals.length >= SMALLEST_COMPARED).map(([id]) => id)
  return {
    kind,
    overall: overall && isTellable(overall.n) ? overall : null,
    units: units.map(([id, group]) => {
      if (!shown.has(id)) return { id, told: null }
      const others = large.filter((one) => one !== id).length
      const over = group.filter(({ answered }) => answered !== null)
      const response = over.filter(({ answered }) => answered).length / Math.max(1, over.length)
      const unit = { id, response, known: knownOf.get(id) ?? [] }
      const told = toldOf(kind, unit, fitted && { ...fitted, residuals: own.get(id) ?? [] })
      const isAlone = others < leastOthers && told?.adjusted && told.standing !== 'low-response'
      return { id, told: told && isAlone ? { ...told, standing: 'too-few-others' as const } : told }
    }),
    model: fitted && isTellable(fitted.model.n) ? fitted.model : null,
  }
}

type Fitted = ReturnType<typeof fitCaseMix<Comparable & { y: number }>>
type Residuals = NonNullable<Fitted>['residuals']

/** `fitted` with the residuals of this unit alone. */
function toldOf(
  kind: Comparison['kind'],
  { id, response, known }: { id: string; response: number; known: readonly (Comparable & { y: number })[] },
  fitted: Fitted,
): ComparedUnit | null {
  const raw = rawOf(
    kind,
    known.map(({ y }) => y),
  )
  if (!raw) return null
  const base = { id, n: known.length, response, raw, adjusted: null }
  if (peopleOf(known) < SMALLEST_COMPARED) return { ...base, standing: 'too-few' }
  if (!fitted) return { ...base, standing: 'no-model' }
  const { residuals } = fitted
  if (residuals.length < SMALLEST_COMPARED) return { ...base, standing: 'too-few' }
  const adjusted = adjustedOf(kind, fitted)
  if (response < LEAST_RESPONSE) return { ...base, adjusted, standing: 'low-response' }
  return {
    ...base,
    adjusted,
    standing: kind === 'share' ? standingOfShare(residuals) : standingOfMean(fitted),
  }
}

/**
 * The overall value plus what the unit's people did beyond expectation. Of a share Wilson's interval, for as many people
 * as would leave as much to chance without a case mix.
 */
function adjustedOf(kind: Comparison['kind'], { residuals, mean, spread }: NonNullable<Fitted>): Estimate {
  const n = residuals.length
  const value = withinRange(kind, mean + meanOf(residuals))
  if (kind === 'share') {
    const effective = (mean * (1 - mean) * n ** 2) / varianceOf(residuals)
    return shareWithInterval(value * effective, effective) ?? { value, low: value, high: value }
  }
  const half = (Z95 * spread) / Math.sqrt(n)
  return { value, low: value - half, high: value + half }
}

const varianceOf = (residuals: Residuals) =>
  residuals.reduce((sum, { expected }) => sum + expected * (1 - expected), 0)

const rawOf = (kind: Comparison['kind'], values: readonly number[]) =>
  kind === 'share'
    ? shareWithInterval(values.filter((value) => value === 1).length, values.length)
    : meanWithInterval(values)

const unitOf = ({ units }: Comparable) => units.at(-1) ?? ''
const hasValue = <Row extends Comparable>(row: Row): row is Row & { y: number } => row.y !== null
const peopleOf = (rows: readonly Comparable[]) => new Set(rows.map(({ person }) => person)).size
