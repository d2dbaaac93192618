// How many events chance gives: in a period to come after what was counted so far, or among people like these. Limits of three standard deviations
// hold for what is bell-shaped; of rare events they give four false alarms for one. That the share behind them is itself
// known from few people is reckoned with, so that nothing is certain after a long row of noughts.

/** What was counted so far: so many events among so many people or lists. */
export type Counted = { events: number; among: number }

/** A tail beyond three, and beyond two, standard deviations of a normal distribution: so much chance has on each side. */
export const FAR_TAIL = 0.0013498980316301
export const NEAR_TAIL = 0.0227501319481792

const NEGLIGIBLE = 1e-12

/** Chances of 0 … n events among `n` more people: beta-binomial after Jeffreys' prior (Gelman, Bayesian Data Analysis, 3rd ed., 2.4). */
export function chancesOfShare({ events, among }: Counted, n: number): number[] {
  const [a, b] = [events + 0.5, among - events + 0.5]
  let chance = Math.exp(sum(n, (place) => Math.log((b + place) / (a + b + place))))
  return Array.from({ length: n + 1 }, (_, k) => {
    const now = chance
    chance *= ((n - k) / (k + 1)) * ((a + k) / (b + n - k - 1))
    return now
  })
}

/** Chances of 0, 1, 2 … events in `n` more lists: negative binomial after Jeffreys' prior; the last ones are negligible. */
export function chancesOfRate({ events, among }: Counted, n: number): number[] {
  const a = events + 0.5
  const chances: number[] = []
  let left = 1
  let chance = (among / (among + n)) ** a
  for (let k = 0; left > NEGLIGIBLE && k < 100_000; k++) {
    chances.push(chance)
    left -= chance
    chance *= ((k + a) / (k + 1)) * (n / (among + n))
  }
  return chances
}

/** Chances of 0 … n events among n people with a chance each of their own (the Poisson binomial distribution). */
export function chancesOfPeople(chances: readonly number[]): number[] {
  const all = [1]
  for (const chance of chances)
    for (let k = all.length; k >= 0; k--)
      all[k] = (all[k] ?? 0) * (1 - chance) + (k > 0 ? (all[k - 1] ?? 0) * chance : 0)
  return all
}

/** From how many to how many events: beyond either end lies `tail` of chance at most. */
export const within = (chances: readonly number[], tail: number): readonly [number, number] => [
  reach(chances, tail),
  chances.length - 1 - reach(chances.toReversed(), tail),
]

/** The number of events that half lie at or below. */
export const medianOf = (chances: readonly number[]): number => reach(chances, 0.5)

function reach(chances: readonly number[], tail: number): number {
  let passed = 0
  const place = chances.findIndex((chance) => {
    passed += chance
    return passed > tail
  })
  return place === -1 ? chances.length - 1 : place
}

const sum = (count: number, of: (place: number) => number) => {
  let total = 0
  for (let place = 0; place < count; place++) total += of(place)
  return total
}
