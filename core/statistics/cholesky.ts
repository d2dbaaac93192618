export type Matrix = readonly (readonly number[])[]

const DEPENDENT = 1e-12 // of the diagonal: what is left of a column once the others are taken out

/**
 * Solves a·x = b for a symmetric positive matrix by Cholesky's decomposition, after scaling its diagonal to 1 (columns
 * such as age and a share differ by orders of magnitude). Null when columns depend on each other.
 */
export function solve(a: Matrix, b: readonly number[]): { solution: number[]; inverse: number[][] } | null {
  const scale = a.map((row, place) => 1 / Math.sqrt(row[place] ?? 0))
  if (scale.some((value) => !Number.isFinite(value))) return null
  const at = (list: readonly number[], place: number) => list[place] ?? 0
  const lower = decompose(a.map((row, i) => row.map((value, j) => value * at(scale, i) * at(scale, j))))
  if (!lower) return null
  const solveFor = (right: readonly number[]) =>
    back(
      lower,
      forward(
        lower,
        right.map((value, place) => value * at(scale, place)),
      ),
    ).map((value, place) => value * at(scale, place))
  const unit = (one: number) => a.map((_, place) => Number(place === one))
  return { solution: solveFor(b), inverse: a.map((_, place) => solveFor(unit(place))) }
}

function decompose(a: Matrix): number[][] | null {
  const lower = a.map((row) => row.map(() => 0))
  for (const [i, row] of a.entries())
    for (let j = 0; j <= i; j++) {
      const rest = (row[j] ?? 0) - product(lower[i] ?? [], lower[j] ?? [], j)
      if (i === j && rest < DEPENDENT) return null
      ;(lower[i] as number[])[j] = i === j ? Math.sqrt(rest) : rest / (lower[j]?.[j] ?? 1)
    }
  return lower
}

function forward(lower: Matrix, b: readonly number[]): number[] {
  const x: number[] = []
  for (const [i, row] of lower.entries()) x.push(((b[i] ?? 0) - product(row, x, i)) / (row[i] ?? 1))
  return x
}

function back(lower: Matrix, b: readonly number[]): number[] {
  const x: number[] = b.map(() => 0)
  for (let i = lower.length - 1; i >= 0; i--) {
    let rest = b[i] ?? 0
    for (let k = i + 1; k < lower.length; k++) rest -= (lower[k]?.[i] ?? 0) * (x[k] ?? 0)
    x[i] = rest / (lower[i]?.[i] ?? 1)
  }
  return x
}

/** The first `count` products of two lists, added up. */
function product(a: readonly number[], b: readonly number[], count: number): number {
  let sum = 0
  for (let place = 0; place < count; place++) sum += (a[place] ?? 0) * (b[place] ?? 0)
  return sum
}
