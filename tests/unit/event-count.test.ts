import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countEvents, type EventCount, type Heard, sayRanges } from '../../core/feeds/event-count.ts'

const event = (...events: number[]): Heard => ({ kind: 'events', count: Math.max(...events), events })
const count = (heard: readonly Heard[], known: EventCount | null = null) => heard.reduce(countEvents, known)

test('what was passed over is missing until it comes after all', () => {
  expect(count([event(21), event(23)])).toEqual({ highest: 23, missing: [[22, 22]] })
  expect(count([event(21), event(23), event(22)])).toEqual({ highest: 23, missing: [] })
  const far = count([event(2), event(10), event(6)])
  expect(far && sayRanges(far.missing)).toBe('3–5, 7–9')
})

test('a heartbeat tells of events that never came, and is none itself', () => {
  expect(count([event(2), { kind: 'sign', count: 4, events: [] }])?.missing).toEqual([[3, 4]])
  expect(count([event(2), { kind: 'sign', count: null, events: [] }])).toEqual({ highest: 2, missing: [] })
})

test('events that were asked for again fill what is open, and open nothing', () => {
  const again = (...events: number[]): Heard => ({ kind: 'again', count: 10, events })
  expect(count([again(3)])).toBeNull()
  expect(count([event(2), event(6), again(4)])).toEqual({
    highest: 6,
    missing: [
      [3, 3],
      [5, 5],
    ],
  })
})

test('only a handshake without events begins anew; of a first sign nothing earlier is missed', () => {
  const known = { highest: 9, missing: [[4, 5]] as const }
  expect(count([{ kind: 'start', count: 0, events: [] }], known)).toEqual({ highest: 0, missing: [] })
  expect(count([{ kind: 'start', count: 9, events: [] }], known)).toEqual(known)
  expect(count([{ kind: 'start', count: null, events: [] }], known)).toEqual(known)
  expect(count([{ kind: 'start', count: null, events: [] }])).toBeNull()
  expect(count([{ kind: 'sign', count: 7, events: [] }])).toEqual({ highest: 7, missing: [] })
  expect(count([{ kind: 'events', count: 7, events: [] }, event(8)])).toEqual({ highest: 8, missing: [] })
})

test('a server that counts anew without a word is seen by the time of its events, and nothing of it is lost', () => {
  const on = (day: number, ...events: number[]): Heard => ({
    ...event(...events),
    at: `2026-03-0${day}T08:00:00.000Z`,
  })
  const known = count([on(1, 20), on(1, 21), on(2, 23)])
  expect(count([on(3, 2)], known)).toEqual({
    highest: 2,
    missing: [[1, 1]],
    at: '2026-03-03T08:00:00.000Z',
    anewAt: '2026-03-03T08:00:00.000Z',
  })
  expect(count([on(3, 2), on(3, 1), on(4, 3)], known)).toMatchObject({ highest: 3, missing: [] })
  const same = { highest: 23, missing: [[22, 22]] }
  expect(count([on(2, 21)], known), 'sent again, as old as it is').toMatchObject(same)
  expect(count([{ ...on(3, 21), count: 23 }], known), 'sent again, with how far it is').toMatchObject(same)
  expect(count([event(21)], known), 'of no known time').toMatchObject(same)
  expect(count([on(3, 22)], known), 'missed until now').toMatchObject({ highest: 23, missing: [] })
  expect(count([on(3, 2), { kind: 'start', count: 0, events: [] }], known)).toEqual({
    highest: 0,
    missing: [],
  })
})

test('in any order, with any repetition and any loss, missing is exactly what did not come', () => {
  const numbers = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(numbers, (came) => {
      const found = count([{ kind: 'start', count: 0, events: [] }, ...came.map((one) => event(one))])
      const all = Array.from({ length: Math.max(...came) }, (_, at) => at + 1)
      const missing = found?.missing.flatMap(([first, last]) => all.slice(first - 1, last))
      expect(missing?.toSorted((a, b) => a - b)).toEqual(all.filter((one) => !came.includes(one)))
    }),
  )
})
