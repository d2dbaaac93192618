import { describe, expect, test } from 'vitest'
import { type Asking, type Gone, mailOfTheDay } from '../../core/mail/mail-of-the-day.ts'

const HOURS = { timeZone: 'Europe/Amsterdam', sendFrom: '08:00', sendUntil: '18:00', quietDays: [] }
const NOW = '2026-03-04T09:00:00.000Z' // a Wednesday
const one = (given: Partial<Asking> & { id?: string } = {}) => ({
  id: 'one',
  dueAt: '2026-03-20T00:00:00.000Z',
  closesAt: '2026-03-25T00:00:00.000Z',
  gapDays: null,
  ...given,
})
const judge = (due: ReturnType<typeof one>[], gone: Partial<Gone> = {}, hours = {}) => {
  const all = { day: false, late: false, lastOn: null, ...gone }
  const { due: goes, waits, ...rest } = mailOfTheDay(due, all, { ...HOURS, ...hours }, NOW)
  return {
    goes: goes.map(({ id }) => id),
    waits: waits.map((each) => `${each.one.id} ${each.until}`),
    ...rest,
  }
}

describe('where no team wants more, a patient has one mail a day', () => {
  test('whatever went the day before', () => {
    const judged = judge([one()], { lastOn: '2026-03-03' })
    expect(judged).toEqual({ goes: ['one'], waits: [], isLate: false, early: null })
  })

  test('and a second one with nothing but what cannot wait for tomorrow, once', () => {
    const soon = one({ id: 'soon', closesAt: '2026-03-05T06:00:00.000Z', dueAt: '2026-03-01T00:00:00.000Z' })
    const judged = judge([one(), soon], { day: true })
    expect(judged).toEqual({ goes: ['soon'], waits: ['one 2026-03-05'], isLate: true, early: 'closes' })
    expect(judge([soon], { day: true, late: true })).toMatchObject({ goes: [], isLate: false, early: null })
    expect(judge([one()], { day: true })).toMatchObject({ goes: [], waits: ['one 2026-03-05'] })
    expect(judge([one()], { day: true }, { quietDays: ['4'] }).waits, 'a quiet day').toEqual([
      'one 2026-03-06',
    ])
  })
})

describe('where a team wants three days between two mails', () => {
  const held = (given: Partial<Asking> & { id?: string } = {}) => one({ gapDays: 3, ...given })

  test('what is due waits for the third day after the last mail, and not longer', () => {
    expect(judge([held()], { lastOn: '2026-03-03' })).toMatchObject({ goes: [], waits: ['one 2026-03-06'] })
    expect(judge([held()], { lastOn: '2026-03-01' })).toMatchObject({ goes: ['one'], early: null })
    expect(judge([held()])).toMatchObject({ goes: ['one'], early: null })
  })

  test('what cannot wait goes, with the reason; all that is due goes along', () => {
    const soon = held({ id: 'soon', dueAt: '2026-03-05T22:00:00.000Z' })
    const judged = judge([held(), soon], { lastOn: '2026-03-03' })
    expect(judged).toEqual({ goes: ['one', 'soon'], waits: [], isLate: false, early: 'due' })
  })

  test('what another team asks goes without waiting, and takes all along', () => {
    const judged = judge([held(), one({ id: 'free' })], { lastOn: '2026-03-03' })
    expect(judged).toEqual({ goes: ['one', 'free'], waits: [], isLate: false, early: null })
  })

  test('a second mail on one day is still only for what cannot wait until tomorrow', () => {
    const soon = held({ dueAt: '2026-03-06T22:00:00.000Z' })
    expect(judge([soon], { day: true })).toMatchObject({ goes: [], waits: ['one 2026-03-07'] })
    expect(judge([soon], { lastOn: '2026-03-03' }).early, 'tomorrow').toBe(null)
  })
})
