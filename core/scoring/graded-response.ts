/** One item of a bank: discrimination, and one threshold per step between categories, upwards. */
export type GradedItem = { a: number; b: readonly number[] }

/** One answer: its item and the category, 0 for the lowest. */
export type GradedAnswer = { item: GradedItem; category: number }

/**
 * The logarithm of an answer's probability at θ: P(at least k) − P(at least k + 1), with P(at least k) =
 * 1 ÷ (1 + e^(−a(θ − b_k))) (Samejima 1969, Psychometrika monograph 17). Written as a product, because the difference
 * of two numbers near one has no digits left.
 */
export function logProbability({ item, category }: GradedAnswer, theta: number): number {
  const { passed, next } = edges(item, category, theta)
  return logLogistic(passed) + logLogistic(-next) + Math.log1p(-Math.exp(next - passed))
}

/** Slope of that logarithm at θ: a(1 − P(at least k) − P(at least k + 1)); it only falls as θ rises. */
export function logSlope({ item, category }: GradedAnswer, theta: number): number {
  const { passed, next } = edges(item, category, theta)
  return item.a * (1 - Math.exp(logLogistic(passed)) - Math.exp(logLogistic(next)))
}

/** Fisher information of an item at θ: Σ over categories of P × (slope of log P)². */
export function itemInformation(item: GradedItem, theta: number): number {
  let information = 0
  for (let category = 0; category <= item.b.length; category += 1) {
    const answer = { item, category }
    information += Math.exp(logProbability(answer, theta)) * logSlope(answer, theta) ** 2
  }
  return information
}

/** a(θ − b) of the last threshold that an answer passed and of the next one, which it did not; beyond the ends infinite. */
function edges({ a, b }: GradedItem, category: number, theta: number) {
  const distance = (threshold: number) => a * (theta - threshold)
  const [last, following] = [b[category - 1], b[category]]
  return {
    passed: last === undefined ? Number.POSITIVE_INFINITY : distance(last),
    next: following === undefined ? Number.NEGATIVE_INFINITY : distance(following),
  }
}

function logLogistic(x: number): number {
  return x > 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x))
}
