import { type GradedAnswer, itemInformation, logProbability, logSlope } from './graded-response.ts'

export type Prior = { mean: number; sd: number }

/** θ with its standard error, both on the scale of the prior. */
export type Trait = { theta: number; standardError: number }

/** Points of the grid. What lies beyond its ends weighs less than e^-40 of the top, far below the last digit of a number. */
const STEPS = 120
const DROP = 40

/**
 * Expected a posteriori: mean and standard deviation of the posterior (Bock & Mislevy 1982, Appl Psychol Meas 6:431). The
 * logarithm of the posterior has one top and falls ever steeper beside it, at least as steeply as the prior: so the grid
 * is laid where the posterior lies, whether the prior is wide or the answers say something unlikely.
 */
export function expectedTrait(answers: readonly GradedAnswer[], prior: Prior): Trait {
  const log = (theta: number) => -(((theta - prior.mean) / prior.sd) ** 2) / 2 + logLikelihood(answers, theta)
  const middle = topOf(answers, prior)
  const top = log(middle)
  const reach = prior.sd * Math.sqrt(2 * DROP)
  const isBelow = (theta: number) => log(theta) < top - DROP
  const low = middle - halved(0, reach, (distance) => isBelow(middle - distance))
  const high = middle + halved(0, reach, (distance) => isBelow(middle + distance))
  let mass = 0
  let first = 0
  let second = 0
  for (let step = 0; step <= STEPS; step += 1) {
    const distance = low - middle + ((high - low) * step) / STEPS
    const weight = Math.exp(log(middle + distance) - top)
    mass += weight
    first += weight * distance
    second += weight * distance * distance
  }
  const from = first / mass
  return { theta: middle + from, standardError: Math.sqrt(second / mass - from * from) }
}

/** Maximum a posteriori; its standard error is 1 ÷ √(information at θ + 1 ÷ prior variance). */
export function likeliestTrait(answers: readonly GradedAnswer[], prior: Prior): Trait {
  const theta = topOf(answers, prior)
  const information = answers.reduce(
    (sum, { item }) => sum + itemInformation(item, theta),
    1 / (prior.sd * prior.sd),
  )
  return { theta, standardError: 1 / Math.sqrt(information) }
}

/** Where the posterior is highest: its slope only falls, and has one zero. */
function topOf(answers: readonly GradedAnswer[], { mean, sd }: Prior): number {
  const slope = (theta: number) =>
    answers.reduce((sum, answer) => sum + logSlope(answer, theta), (mean - theta) / (sd * sd))
  return halved(mean - 20 * sd, mean + 20 * sd, (theta) => slope(theta) <= 0)
}

/** The place between two ends from which something holds; 60 halvings leave less than 1e-15 of the way. */
function halved(low: number, high: number, holds: (place: number) => boolean): number {
  let [before, from] = [low, high]
  for (let step = 0; step < 60; step += 1) {
    const middle = (before + from) / 2
    if (holds(middle)) from = middle
    else before = middle
  }
  return (before + from) / 2
}

function logLikelihood(answers: readonly GradedAnswer[], theta: number): number {
  return answers.reduce((sum, answer) => sum + logProbability(answer, theta), 0)
}
