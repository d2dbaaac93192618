import { describe, expect, it } from 'vitest'
import {
  callOutcomes,
  costPerAnswer,
  nextReach,
  type OutreachRule,
  type Unreached,
  usualRule,
} from '../../core/mail/outreach.ts'

const zone = 'Europe/Amsterdam'
/** Invited on 1 March, a visit on the 20th; the questions close at midnight before it. */
const invited: Unreached = {
  noMail: null,
  hasPhone: true,
  canText: false,
  invitedAt: '2026-03-01T08:00:00.000Z',
  hasText: false,
  hasLetter: false,
  waits: false,
  cameBack: false,
  opensAt: '2026-03-01T00:00:00.000Z',
  closesAt: '2026-03-19T23:00:00.000Z',
  visitAt: '2026-03-20T09:00:00.000Z',
  calls: [],
}
const on = (day: number, given: Partial<Unreached> = {}, rule: Partial<OutreachRule> = {}) =>
  nextReach(
    { ...usualRule, ...rule },
    { ...invited, ...given },
    `2026-03-${String(day).padStart(2, '0')}T10:00:00.000Z`,
    zone,
  )

describe('a text message that did not arrive', () => {
  it('gives its turn to the next channel at once, unless something waits or nothing follows', () => {
    const failed = { hasText: true, cameBack: true, invitedAt: '2026-03-02T08:00:00.000Z' }
    expect(on(3, failed)).toEqual({ by: 'call', why: 'no-answer' })
    expect(on(3, { ...failed, cameBack: false })).toBeNull()
    expect(on(3, { ...failed, waits: true })).toBeNull()
    expect(on(3, failed, { fallbackDays: null })).toBeNull()
  })
})

describe('who is called', () => {
  const noFallback = { fallbackDays: null }
  it('is whoever has not answered so many days before the visit, by the local calendar', () => {
    expect(on(16, {}, noFallback)).toBeNull()
    expect(on(17, {}, noFallback)).toEqual({ by: 'call', why: 'visit-near' })
    expect(on(17, {}, { ...noFallback, callDaysBefore: 2 })).toBeNull()
    expect(on(17, {}, { ...noFallback, callDaysBefore: null })).toBeNull()
    // 00:30 on the 17th in Amsterdam is still the 16th in UTC
    expect(nextReach({ ...usualRule, ...noFallback }, invited, '2026-03-16T23:30:00.000Z', zone)?.by).toBe(
      'call',
    )
  })

  it('is counted to the last day where there is no visit', () => {
    expect(on(16, { visitAt: null }, noFallback)).toBeNull()
    expect(on(17, { visitAt: null }, noFallback)?.why).toBe('visit-near')
  })

  it('is nobody without a phone number', () => expect(on(17, { hasPhone: false })).toBeNull())

  it('is tried again on another day when not reached, three times at most', () => {
    const missed = (...days: number[]) =>
      days.map((day) => ({ at: `2026-03-${day}T09:00:00.000Z`, outcome: 'not-reached' as const }))
    expect(on(18, { calls: missed(18) })).toBeNull()
    expect(on(18, { calls: missed(17) })?.by).toBe('call')
    expect(on(19, { calls: missed(16, 17, 18) })).toBeNull()
  })

  it.each(callOutcomes.filter((outcome) => outcome !== 'not-reached'))('is not who said: %s', (outcome) => {
    expect(on(18, { calls: [{ at: '2026-03-17T09:00:00.000Z', outcome }] })).toBeNull()
    // … about other questions, a year ago
    expect(on(18, { calls: [{ at: '2025-03-17T09:00:00.000Z', outcome }] })?.by).toBe('call')
  })
})

describe('who gets a letter', () => {
  it('is whoever cannot be mailed, while the post is in time, once', () => {
    const unmailed = { noMail: 'no-address', invitedAt: null } as const
    expect(on(2, unmailed)).toEqual({ by: 'letter', why: 'no-address' })
    expect(on(2, { ...unmailed, hasLetter: true })).toBeNull()
    expect(on(16, { ...unmailed })).toEqual({ by: 'letter', why: 'no-address' })
    expect(on(17, { ...unmailed })).toEqual({ by: 'call', why: 'visit-near' })
    expect(on(2, { ...unmailed, hasLetter: false }, { letters: false })).toEqual({
      by: 'call',
      why: 'no-address',
    })
  })

  it('is whoever stays silent after the mail, where the team wants that', () => {
    expect(on(7)).toBeNull()
    expect(on(8)).toEqual({ by: 'call', why: 'no-answer' })
    expect(on(8, {}, { fallbackTo: ['letter'] })).toEqual({ by: 'letter', why: 'no-answer' })
    expect(on(8, {}, { fallbackDays: null })).toBeNull()
  })
})

describe('the channels after mail', () => {
  const all = { callDaysBefore: null, fallbackDays: 3, fallbackTo: ['sms', 'letter', 'call'] } as const
  const texted = { canText: true, hasText: true, invitedAt: '2026-03-04T08:00:00.000Z' }
  const written = { ...texted, hasLetter: true, invitedAt: '2026-03-07T08:00:00.000Z' }

  it('take over from each other, each after so many days of silence', () => {
    expect(on(3, { canText: true }, all)).toBeNull()
    expect(on(4, { canText: true }, all)).toEqual({ by: 'sms', why: 'no-answer' })
    expect(on(6, texted, all)).toBeNull()
    expect(on(7, texted, all)?.by).toBe('letter')
    expect(on(9, written, all)).toBeNull()
    expect(on(10, written, all)?.by).toBe('call')
  })

  it('are passed over where they do not reach somebody, or the team does not use them', () => {
    expect(on(4, {}, all)?.by).toBe('letter')
    expect(on(4, { canText: true }, { ...all, fallbackTo: ['letter'] })?.by).toBe('letter')
    expect(on(17, { invitedAt: '2026-03-12T08:00:00.000Z' }, all)?.by).toBe('call') // too late for the post
  })

  it('wait for what was written and did not go yet', () =>
    expect(on(10, { ...texted, hasLetter: true, waits: true }, all)).toBeNull())

  it('begin with a text message where no mail arrives, and then nobody gets a letter at once', () => {
    const unmailed = { noMail: 'no-address', invitedAt: null, canText: true } as const
    expect(on(2, unmailed)).toBeNull()
    expect(on(2, unmailed, { texts: false })).toEqual({ by: 'letter', why: 'no-address' })
    expect(on(2, { ...unmailed, canText: false })).toEqual({ by: 'letter', why: 'no-address' })
    expect(on(11, { ...texted, noMail: 'no-address' }, { callDaysBefore: null })?.by).toBe('call')
  })
})

it('reckons what an answer cost, and nothing where nobody answered or no rate is known', () => {
  expect(costPerAnswer({ n: 12, started: 5, answered: 4 }, 20, 350)).toBe(1750)
  expect(costPerAnswer({ n: 12, started: 5, answered: 0 }, 20, 350)).toBeNull()
  expect(costPerAnswer({ n: 12, started: 5, answered: 4 }, 20, null)).toBeNull()
})
