import { expect, test } from 'vitest'
import { roundResult } from '../../core/figures/team-round.ts'
import { instrument } from '../support/definitions.ts'

const teamWork = instrument('team-work')
const good = { aim: 4, interests: 4, speak_up: 4, heard: 4, who_does_what: 4, agreements: 4, joy: 9 }
const poor = { ...good, aim: 0, interests: 0, speak_up: 0, heard: 0, who_does_what: 0, agreements: 0, joy: 4 }

test('nothing is told of fewer than five', () => {
  expect(roundResult(teamWork, [good, good, good, good])).toBeNull()
})

test('each scale is a mean of who answered it, and only where five did', () => {
  const result = roundResult(teamWork, [good, good, good, poor, { ...poor, joy: 10 }])
  const of = (scale: string) => result?.scales.find((one) => one.scale === scale)
  expect(of('together')).toEqual({ scale: 'together', mean: 60, n: 5 })
  expect(of('joy')).toEqual({ scale: 'joy', mean: 8, n: 5 })
  expect(of('lead')).toEqual({ scale: 'lead', mean: null, n: 0 })
})

test('four who know of each other do not read the fifth’s answer from the mean', () => {
  const told = (fifth: object) =>
    JSON.stringify(roundResult(teamWork, [good, good, poor, poor, { ...good, ...fifth }])?.scales)
  const joys = Array.from({ length: 11 }, (_, joy) => told({ joy }))
  expect(new Set(joys).size).toBe(3)
  const unanimous = roundResult(teamWork, [good, good, good, good, good])
  expect(unanimous?.scales.find(({ scale }) => scale === 'together')?.mean).toBe(100)
})

test('what was written is shown from five texts on, in an order that tells nothing', () => {
  const writing = ['e', 'b', 'd', 'a', 'c'].map((would_help) => ({ ...good, would_help }))
  expect(roundResult(teamWork, writing)?.texts).toEqual([
    { item: 'would_help', texts: ['a', 'b', 'c', 'd', 'e'] },
  ])
  expect(roundResult(teamWork, [...writing.slice(1), good])?.texts).toEqual([])
})
