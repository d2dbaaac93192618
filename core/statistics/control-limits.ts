import {
  type Counted,
  chancesOfRate,
  chancesOfShare,
  FAR_TAIL,
  medianOf,
  NEAR_TAIL,
  within,
} from './count-chances.ts'

/** XmR chart of single values such as means, p chart of shares 0–1, u chart of rates such as alerts per list. */
export type ChartKind = 'individuals' | 'share' | 'rate'

/** What was measured in a period: of `n` measurements, of so many different people. */
export type Told = { value: number; n: number; people: number }

/** How far chance reaches in one period: up to two and three standard deviations, or what is as likely; values lie about the middle. */
export type Reach = { middle: number; near: Ends; far: Ends }
export type Ends = readonly [low: number, high: number]

export type Limits = {
  centre: number
  reachOf(told: Told): Reach
  /** Above which a moving range is odd (XmR only). */
  movedLimit: number | null
}

/** With fewer periods than this no limits are drawn: they would jump with each new one. */
export const LEAST_PERIODS = 8

/** Below so many expected events, or so many that are none, a period is counted out instead of taken for bell-shaped. */
const FEW_EVENTS = 9

// Constants for ranges of two (Shewhart; Montgomery, Introduction to Statistical Quality Control, appendix VI).
const D2 = 2 / Math.sqrt(Math.PI) // 1.128
const D4 = 1 + 3 * (Math.sqrt(2 - 4 / Math.PI) / D2) // 3.267

/** Limits from the periods of a baseline; null while there are too few. */
export function limitsOf(kind: ChartKind, told: readonly Told[]): Limits | null {
  if (told.length < LEAST_PERIODS) return null
  if (kind === 'individuals') return ofIndividuals(told.map(({ value }) => value))
  const centre = sum(told.map(({ value, n }) => value * n)) / sum(told.map(({ n }) => n))
  return {
    centre,
    movedLimit: null,
    reachOf: kind === 'share' ? ofShares(centre, told) : ofRates(centre, told),
  }
}

function ofIndividuals(values: readonly number[]): Limits {
  const [centre, sigma] = [mean(values), mean(movesOf(values)) / D2]
  return { centre, reachOf: () => bell(centre, sigma), movedLimit: sigma * D2 * D4 }
}

/** Answers of one person are no independent ones: the limits are as wide as the number of people makes them. */
function ofShares(centre: number, told: readonly Told[]) {
  const among = sum(told.map(({ people }) => people))
  const rare = Math.min(centre, 1 - centre)
  const base: Counted = { events: rare * among, among }
  return ({ people }: Told): Reach => {
    if (people * rare >= FEW_EVENTS) return cut(bell(centre, Math.sqrt((centre * (1 - centre)) / people)), 1)
    const reach = countedOut(chancesOfShare(base, people), people)
    return centre > 0.5 ? mirrored(reach) : reach
  }
}

function ofRates(centre: number, told: readonly Told[]) {
  const among = sum(told.map(({ n }) => n))
  return ({ n }: Told): Reach =>
    n * centre >= FEW_EVENTS
      ? cut(bell(centre, Math.sqrt(centre / n)), Number.POSITIVE_INFINITY)
      : countedOut(chancesOfRate({ events: centre * among, among }, n), n)
}

const bell = (centre: number, sigma: number): Reach => ({
  middle: centre,
  near: [centre - 2 * sigma, centre + 2 * sigma],
  far: [centre - 3 * sigma, centre + 3 * sigma],
})

function countedOut(chances: readonly number[], n: number): Reach {
  const ends = (tail: number): Ends => {
    const [low, high] = within(chances, tail)
    return [low / n, high / n]
  }
  return { middle: medianOf(chances) / n, near: ends(NEAR_TAIL), far: ends(FAR_TAIL) }
}

/** The reach of a share from that of who is not in it. */
const mirrored = ({ middle, near, far }: Reach): Reach => ({
  middle: 1 - middle,
  near: [1 - near[1], 1 - near[0]],
  far: [1 - far[1], 1 - far[0]],
})

/** Shares and rates have no values below nought, shares none above one. */
const cut = (reach: Reach, most: number): Reach => ({
  ...reach,
  far: [Math.max(0, reach.far[0]), Math.min(most, reach.far[1])],
})

/** How far each value lies from the one before. */
export const movesOf = (values: readonly number[]): number[] =>
  values.slice(1).map((value, place) => Math.abs(value - (values[place] ?? value)))

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]) => sum(values) / values.length
