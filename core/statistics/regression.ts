import { type Matrix, solve } from './cholesky.ts'

/** A fitted model: one coefficient per column, with its standard error. */
export type Fit = { coefficients: number[]; errors: number[]; fitted: number[] }

/**
 * Ordinary least squares of `y` on the columns of `x` (each row one person; the first column is usually 1). Null when
 * columns depend on each other or there are too few rows to tell.
 */
export function leastSquares(x: Matrix, y: readonly number[]): Fit | null {
  const columns = x[0]?.length ?? 0
  const n = x.length
  if (n <= columns) return null
  const solved = solve(crossed(x), weighted(x, y))
  if (!solved) return null
  const fitted = x.map((row) => dot(row, solved.solution))
  const residual = y.reduce((sum, value, place) => sum + (value - (fitted[place] ?? 0)) ** 2, 0)
  const variance = residual / (n - columns)
  return {
    coefficients: solved.solution,
    errors: solved.inverse.map((row, place) => Math.sqrt(variance * (row[place] ?? 0))),
    fitted,
  }
}

const MOST_STEPS = 50
const CLOSE = 1e-10
const FAR = 25 // a linear predictor beyond it is a certain yes or no: the model separates, and has no estimate

/**
 * Logistic regression by iteratively reweighted least squares (McCullagh & Nelder 1989, chapter 4). `y` is 0 or 1. Null
 * when it has no estimate: dependent columns, too few rows, or a model that tells yes from no without fault.
 */
export function logistic(x: Matrix, y: readonly number[]): Fit | null {
  const columns = x[0]?.length ?? 0
  if (x.length <= columns) return null
  let coefficients: number[] = Array.from({ length: columns }, () => 0)
  for (let step = 0; step < MOST_STEPS; step++) {
    const chances = x.map((row) => chance(dot(row, coefficients)))
    const weights = chances.map((p) => Math.max(p * (1 - p), 1e-12))
    const score = weighted(
      x,
      y.map((value, place) => value - (chances[place] ?? 0)),
    )
    const solved = solve(crossed(x, weights), score)
    if (!solved) return null
    coefficients = coefficients.map((value, place) => value + (solved.solution[place] ?? 0))
    if (x.some((row) => Math.abs(dot(row, coefficients)) > FAR)) return null
    if (Math.max(...solved.solution.map(Math.abs)) < CLOSE)
      return {
        coefficients,
        errors: solved.inverse.map((row, place) => Math.sqrt(row[place] ?? 0)),
        fitted: x.map((row) => chance(dot(row, coefficients))),
      }
  }
  return null
}

/** The share 0–1 of the variance that a model explains. */
export function explained(y: readonly number[], fitted: readonly number[]): number {
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length
  const rest = y.reduce((sum, value, place) => sum + (value - (fitted[place] ?? 0)) ** 2, 0)
  const all = y.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return all === 0 ? 0 : 1 - rest / all
}

/** The chance that a model ranks one who did above one who did not (the c statistic); by ranks, ties count half. */
export function concordance(y: readonly number[], fitted: readonly number[]): number | null {
  const yes = y.filter((value) => value === 1).length
  const no = y.length - yes
  if (yes === 0 || no === 0) return null
  const sorted = fitted
    .map((value, place) => ({ value, is: y[place] ?? 0 }))
    .toSorted((a, b) => a.value - b.value)
  let ranks = 0
  for (let from = 0; from < sorted.length; ) {
    let to = from
    while (sorted[to + 1]?.value === sorted[from]?.value && to + 1 < sorted.length) to++
    const rank = (from + to) / 2 + 1
    for (const { is } of sorted.slice(from, to + 1)) ranks += is * rank
    from = to + 1
  }
  return (ranks - (yes * (yes + 1)) / 2) / (yes * no)
}

const chance = (linear: number) => 1 / (1 + Math.exp(-linear))
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, place) => sum + value * (b[place] ?? 0), 0)

/** x′Wx, with a weight per row. */
function crossed(x: Matrix, weights?: readonly number[]): number[][] {
  const columns = x[0]?.length ?? 0
  const made = Array.from({ length: columns }, () => Array.from({ length: columns }, () => 0))
  for (const [place, row] of x.entries())
    for (let a = 0; a < columns; a++)
      for (let b = 0; b < columns; b++)
        (made[a] as number[])[b] =
          (made[a]?.[b] ?? 0) + (row[a] ?? 0) * (row[b] ?? 0) * (weights?.[place] ?? 1)
  return made
}

/** x′y. */
const weighted = (x: Matrix, y: readonly number[]): number[] =>
  (x[0] ?? []).map((_, column) =>
    x.reduce((sum, row, place) => sum + (row[column] ?? 0) * (y[place] ?? 0), 0),
  )
