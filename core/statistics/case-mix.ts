import { concordance, explained, leastSquares, logistic } from './regression.ts'

/** What was adjusted for, and how well that explains the outcome: always shown with what it adjusted. */
export type CaseMixModel = {
  kind: 'logistic' | 'linear'
  n: number
  /** How many had a value but not all of the case mix: they are not in the model. */
  incomplete: number
  /** Per unit of the variable: log odds, or the outcome's own unit. The first is the constant. */
  terms: { variable: string; coefficient: number; error: number }[]
  /** Chance 0–1 of ranking two people rightly (logistic), or share 0–1 of the variance explained (linear). */
  fit: number | null
}

type Row = { y: number; caseMix: readonly (number | null)[] }

/** Fewer people for each term than this, and a model finds what is not there (Peduzzi 1996, of the rarer outcome). */
const PEOPLE_PER_TERM = 10

/**
 * The model of a case mix on everybody of whom all of it is known, with what each did beyond what was expected. Variables
 * that do not vary are left out. `spread`: the standard deviation of one person about what is expected, on average; the
 * more the case mix explains, the smaller. Null where there are too few people for its terms.
 */
export function fitCaseMix<One extends Row>(
  kind: 'share' | 'mean',
  variables: readonly string[],
  rows: readonly One[],
) {
  const complete = rows.filter(({ caseMix }) => caseMix.every((value) => value !== null))
  const varying = variables.flatMap((name, place) =>
    new Set(complete.map(({ caseMix }) => caseMix[place])).size > 1 ? [{ name, place }] : [],
  )
  const y = complete.map((row) => row.y)
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length
  const informative = kind === 'share' ? y.length * Math.min(mean, 1 - mean) : y.length
  if (!(informative >= PEOPLE_PER_TERM * Math.max(1, varying.length))) return null
  const x = complete.map(({ caseMix }) => [1, ...varying.map(({ place }) => caseMix[place] ?? 0)])
  const fit = kind === 'share' ? logistic(x, y) : leastSquares(x, y)
  if (!fit) return null
  const residuals = complete.map((row, place) => {
    const expected = fit.fitted[place] ?? 0
    return { row, expected, residual: row.y - expected }
  })
  const model: CaseMixModel = {
    kind: kind === 'share' ? 'logistic' : 'linear',
    n: complete.length,
    incomplete: rows.length - complete.length,
    terms: ['', ...varying.map(({ name }) => name)].map((variable, place) => ({
      variable,
      coefficient: fit.coefficients[place] ?? 0,
      error: fit.errors[place] ?? 0,
    })),
    fit: kind === 'share' ? concordance(y, fit.fitted) : explained(y, fit.fitted),
  }
  const variance =
    kind === 'share'
      ? residuals.reduce((sum, { expected }) => sum + expected * (1 - expected), 0) / complete.length
      : residuals.reduce((sum, { residual }) => sum + residual ** 2, 0) /
        (complete.length - varying.length - 1)
  return { model, residuals, mean, spread: Math.sqrt(variance) }
}
