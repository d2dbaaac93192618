import { type GradedAnswer, itemInformation, logProbability, logSlope } from './graded-response.ts'

export type Prior = { mean: number; sd: number }

/** θ with its standard error, both on the scale of the prior. */
export type Trait = { theta: number; standardError: number }

/** Steps of a tenth of a standard deviation, six to each side: what lies beyond weighs less than one in a hundred million. */
const STEPS = 120
const REACH = 6

/** Expected a posteriori: mean and standard deviation of the posterior (Bock & Mislevy 1982, Appl Psychol Meas 6:431). */
export function expectedTrait(answers: readonly GradedAnswer[], { mean, sd }: Prior): Trait {
  const points = Array.from({ length: STEPS + 1 }, (_, step) => {
    const z = -REACH + (2 * REACH * step) / STEPS
    const theta = mean + sd * z
    return { theta, log: -(z * z) / 2 + logLikelihood(answers, theta) }
  })
  // Long tests multiply to numbers too small to keep apart; only the differences count.
  const top = Math.max(...points.map(({ log }) => log))
  let mass = 0
  let first = 0
  let second = 0
  for (const { theta, log } of points) {
    const weight = Math.exp(log - top)
    mass += weight
    first += weight * theta
    second += weight * theta * theta
  }
  const theta = first / mass
  return { theta, standardError: Math.sqrt(second / mass - theta * theta) }
}

/** Maximum a posteriori; its standard error is 1 ÷ √(information at θ + 1 ÷ prior variance). */
export function likeliestTrait(answers: readonly GradedAnswer[], { mean, sd }: Prior): Trait {
  const slope = (theta: number) =>
    answers.reduce((sum, answer) => sum + logSlope(answer, theta), (mean - theta) / (sd * sd))
  let low = mean - 20 * sd
  let high = mean + 20 * sd
  // The slope only falls, so halving finds its one zero; 60 halvings leave less than 1e-15 of a standard deviation.
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (slope(middle) > 0) low = middle
    else high = middle
  }
  const theta = (low + high) / 2
  const information = answers.reduce((sum, { item }) => sum + itemInformation(item, theta), 1 / (sd * sd))
  return { theta, standardError: 1 / Math.sqrt(information) }
}

function logLikelihood(answers: readonly GradedAnswer[], theta: number): number {
  return answers.reduce((sum, answer) => sum + logProbability(answer, theta), 0)
}
