import type { Direction } from '../shapes.ts'
import type { Ends, Reach } from './control-limits.ts'

/**
 * When a control chart says that more than chance is at work: the rules of the Western Electric handbook (1956) and of
 * Nelson (1984), those that find a shift, a drift and a single odd period.
 */
export type SignalRule = 'outside' | 'run' | 'trend' | 'two-of-three'
export type Signal = { rule: SignalRule; side: 'above' | 'below' }

/** This many in a row on one side of the middle, or all rising or all falling. */
const RUN = 8
const TREND = 6
/** Sums of decimals differ in their last digit: that is no side and no direction. */
const SAME = 1e-9

/** A value with how far chance reaches there. */
export type Expected = { value: number } & Reach

/**
 * The signals at each of a row of values within one phase, oldest first. A value on the middle ends a run, an equal one
 * ends a trend. A rule speaks at the value that completes it, and at those that carry it on.
 */
export const signalsOf = (values: readonly Expected[]): Signal[][] =>
  values.map((one, place) => {
    const past = values.slice(0, place + 1)
    return [outside(one), run(past), twoOfThree(past), trend(past)].filter((signal) => signal !== null)
  })

const sideOf = ({ value }: Expected, [low, high]: Ends): Signal['side'] | null =>
  value > high + SAME ? 'above' : value < low - SAME ? 'below' : null

function outside(one: Expected): Signal | null {
  const side = sideOf(one, one.far)
  return side && { rule: 'outside', side }
}

function run(past: readonly Expected[]): Signal | null {
  return sameSide(past.slice(-RUN), RUN, 'run')
}

function sameSide(values: readonly Expected[], needed: number, rule: SignalRule): Signal | null {
  const [side] = values.map((one) => sideOf(one, [one.middle, one.middle]))
  if (!side || values.length < needed) return null
  return values.every((one) => sideOf(one, [one.middle, one.middle]) === side) ? { rule, side } : null
}

/** Of three in a row two beyond two standard deviations on one side; the last is one of them. */
function twoOfThree(past: readonly Expected[]): Signal | null {
  const last = past.at(-1)
  const side = last ? sideOf(last, last.near) : null
  if (!side) return null
  const beyond = past.slice(-3).filter((one) => sideOf(one, one.near) === side)
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

/**
 * Whether signals are good news. Those of the level (outside, run, two of three) outweigh a trend when they are bad: a
 * first recovery does not undo a fall. What contradicts itself otherwise is mixed, never good news.
 */
export function judge(signals: readonly Signal[], direction: Direction): 'better' | 'worse' | 'mixed' | null {
  if (signals.length === 0) return null
  const isGood = ({ side }: Signal) => (side === 'above') === (direction === 'higher-is-better')
  if (signals.every(isGood)) return 'better'
  const level = signals.filter(({ rule }) => rule !== 'trend')
  return level.some(isGood) || (level.length === 0 && signals.some(isGood)) ? 'mixed' : 'worse'
}
