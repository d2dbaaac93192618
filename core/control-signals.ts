/**
 * When a control chart says that more than chance is at work: the rules of the Western Electric handbook (1956) and of
 * Nelson (1984), those that find a shift, a drift and a single odd period.
 */
type SignalRule = 'outside' | 'run' | 'trend' | 'two-of-three'
export type Signal = { rule: SignalRule; side: 'above' | 'below' }

/** This many in a row on one side of the centre, or all rising or all falling. */
const RUN = 8
const TREND = 6
const NEAR = 2 // standard deviations
const FAR = 3
/** Sums of decimals differ in their last digit: that is no side and no direction. */
const SAME = 1e-9

/** A value with the centre and the standard deviation that were expected of it. */
export type Expected = { value: number; centre: number; sigma: number }

/**
 * The signals at each of a row of values within one phase, oldest first. A value on the centre ends a run, an equal one
 * ends a trend. A rule speaks at the value that completes it, and at those that carry it on.
 */
export const signalsOf = (values: readonly Expected[]): Signal[][] =>
  values.map((one, place) => {
    const past = values.slice(0, place + 1)
    return [outside(one), run(past), twoOfThree(past), trend(past)].filter((signal) => signal !== null)
  })

const distance = ({ value, centre, sigma }: Expected) => (sigma > SAME ? (value - centre) / sigma : 0)

function outside(one: Expected): Signal | null {
  const away = distance(one)
  return Math.abs(away) > FAR ? { rule: 'outside', side: sideOf(away) } : null
}

function run(past: readonly Expected[]): Signal | null {
  return sameSide(past.slice(-RUN), RUN, 'run')
}

function sameSide(values: readonly Expected[], needed: number, rule: SignalRule): Signal | null {
  const above = values.filter((one) => distance(one) > SAME).length
  const below = values.filter((one) => distance(one) < -SAME).length
  if (above === needed) return { rule, side: 'above' }
  return below === needed ? { rule, side: 'below' } : null
}

/** Of three in a row two beyond two standard deviations on one side; the last is one of them. */
function twoOfThree(past: readonly Expected[]): Signal | null {
  const last = past.at(-1)
  if (!last || Math.abs(distance(last)) <= NEAR) return null
  const side = sideOf(distance(last))
  const beyond = past
    .slice(-3)
    .filter((one) => (side === 'above' ? distance(one) > NEAR : distance(one) < -NEAR))
  return beyond.length >= 2 ? { rule: 'two-of-three', side } : null
}

function trend(past: readonly Expected[]): Signal | null {
  const last = past.slice(-TREND).map(({ value }) => value)
  if (last.length < TREND) return null
  const steps = last.slice(1).map((value, place) => directionOf(value - (last[place] ?? value)))
  if (steps.every((step) => step > 0)) return { rule: 'trend', side: 'above' }
  return steps.every((step) => step < 0) ? { rule: 'trend', side: 'below' } : null
}

const directionOf = (step: number) => (Math.abs(step) <= SAME ? 0 : Math.sign(step))
const sideOf = (away: number): Signal['side'] => (away > 0 ? 'above' : 'below')
