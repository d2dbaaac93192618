import { describe, expect, it } from 'vitest'
import { ageBandOf, type Eligible, hourBandOf, startsBy, startsOf } from '../../core/figures/starts.ts'

const one = (place: number, given: Partial<Eligible> = {}): Eligible => ({
  person: `p${place}`,
  channel: 'mail',
  age: 'under-65',
  language: 'nl',
  weekday: '1',
  hour: '10-13',
  set: 'set',
  moment: 'set intake',
  invited: true,
  delivered: true,
  opened: false,
  started: false,
  completed: false,
  seen: false,
  discussed: false,
  ...given,
})
const many = (n: number, from: number, given: (place: number) => Partial<Eligible> = () => ({})) =>
  Array.from({ length: n }, (_, place) => one(from + place, given(place)))

describe('who starts', () => {
  it('is told with its interval, of ten people or more', () => {
    // Wilson's interval of 81 in 263: Newcombe 1998, Statistics in Medicine 17:857–872, table I, method 3
    const invited = many(263, 0, (place) => ({ started: place < 81, completed: place < 75 }))
    const starts = startsOf(invited)
    expect(starts).toMatchObject({ invited: 263, started: 81, completed: 75 })
    expect(starts?.share.low).toBeCloseTo(0.2553, 4)
    expect(starts?.share.high).toBeCloseTo(0.3662, 4)
    expect(startsOf(many(9, 0))).toBeNull()
    expect(startsOf(Array.from({ length: 30 }, () => one(1)))).toBeNull()
  })

  it('hides a small group, and with it the one from which it could be worked out', () => {
    const invited = [
      ...many(40, 0),
      ...many(12, 100, () => ({ language: 'en' })),
      ...many(4, 200, () => ({ language: 'tr' })),
    ]
    const shown = startsBy(invited, 'language').map(({ id, starts }) => [id, starts?.invited ?? null])
    expect(shown).toEqual([
      ['en', null],
      ['nl', 40],
      ['tr', null],
    ])
  })

  it('counts who is in two small groups once: the rest is no small group either', () => {
    const moments = (second: number) => [
      ...many(6, 0, () => ({ moment: 'set intake' })),
      ...many(6, second, () => ({ moment: 'set month-3' })),
      ...many(12, 100, () => ({ moment: 'set month-6' })),
      ...many(30, 200, () => ({ moment: 'set month-12' })),
    ]
    const told = (second: number) =>
      startsBy(moments(second), 'moment').flatMap(({ id, starts }) => (starts ? [id] : []))
    expect(told(50)).toEqual(['set month-12', 'set month-6'])
    expect(told(0)).toEqual(['set month-12']) // the same six people at both moments
  })

  it('counts who could have been invited, where that means something, and of them only the invited on', () => {
    const uninvited = { invited: false, delivered: false, started: true, channel: '' }
    const eligible = [...many(12, 0), ...many(5, 100, () => uninvited)]
    expect(startsOf(eligible)).toMatchObject({ eligible: 17, invited: 12, delivered: 12, started: 0 })
    expect(startsBy(eligible, 'set')).toMatchObject([{ id: 'set', starts: { eligible: 17, invited: 12 } }])
    expect(startsBy(eligible, 'channel')).toMatchObject([{ id: 'mail', starts: { eligible: null } }])
    expect(startsOf([...many(9, 0), ...many(5, 100, () => uninvited)])).toBeNull()
  })

  it('puts ages and times of day in bands', () => {
    expect([64, 65, 74, 75].map(ageBandOf)).toEqual(['under-65', '65-74', '65-74', '75-and-over'])
    expect(['08:00', '10:00', '12:59', '13:00', '17:00'].map(hourBandOf)).toEqual([
      'before-10',
      '10-13',
      '10-13',
      '13-17',
      'from-17',
    ])
  })
})
