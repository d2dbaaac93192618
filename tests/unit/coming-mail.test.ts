import { expect, it } from 'vitest'
import { comingMail as coming, type Unanswered } from '../../core/mail/coming-mail.ts'

const DAYS = ['2026-03-02', '2026-03-03', '2026-03-04'].map((day) => `${day}T16:59:59.999Z`)
const HOURS = { timeZone: 'Europe/Amsterdam', sendFrom: '08:00', sendUntil: '18:00', quietDays: [] }
const comingMail = (unanswered: Unanswered[], days: string[], hours = {}) =>
  coming(unanswered, days, { ...HOURS, ...hours })
const asked = (given: Partial<Unanswered>): Unanswered => ({
  patientId: 'p1',
  outcomeSet: 'hip',
  isShown: true,
  opensAt: '2026-03-01T00:00:00.000Z',
  dueAt: '2026-03-19T00:00:00.000Z',
  gapDays: null,
  lastOn: null,
  closesAt: '2026-03-20T00:00:00.000Z',
  written: { lastAt: null, invitations: 0, reminders: 0, invitedAt: null, beyondMail: false },
  wishAt: ({ lastAt }) =>
    lastAt ? null : { wish: { kind: 'invitation', ordinal: 1, passed: 0 }, channel: 'mail' },
  ...given,
})
/** Silence after a mail of long ago: a text message follows once. */
const silent = (given: Partial<Unanswered> = {}) =>
  asked({
    wishAt: ({ beyondMail }) =>
      beyondMail ? null : { wish: { kind: 'fallback', ordinal: 1, passed: 0 }, channel: 'sms' },
    ...given,
  })

it('gives one person one message on a day: a text waits where mail has something to ask', () => {
  expect(comingMail([asked({}), silent({ outcomeSet: 'breast' })], DAYS)).toEqual([
    { day: 0, patientId: 'p1', outcomeSet: 'hip', waits: false },
    { day: 1, patientId: 'p1', outcomeSet: 'breast', waits: false },
  ])
  expect(comingMail([asked({}), silent({ patientId: 'p2' })], DAYS).map(({ day }) => day)).toEqual([0, 0])
})

it('what another team asks decides the day, and is not counted', () => {
  const mine = silent({ outcomeSet: 'breast' })
  expect(comingMail([asked({ isShown: false }), mine], DAYS)).toEqual([
    { day: 1, patientId: 'p1', outcomeSet: 'breast', waits: false },
  ])
})

it('counts a mail once for each outcome set that it is about, and nothing that is not open', () => {
  const two = [asked({}), asked({}), asked({ outcomeSet: 'breast' })]
  expect(comingMail(two, DAYS).map(({ outcomeSet }) => outcomeSet)).toEqual(['hip', 'breast'])
  expect(comingMail([asked({ opensAt: '2026-03-04T00:00:00.000Z' })], DAYS)).toMatchObject([{ day: 2 }])
  expect(comingMail([asked({ closesAt: '2026-03-02T00:00:00.000Z' })], DAYS)).toEqual([])
})

it('lets the days that a team wants between two mails go by, and says who waits', () => {
  const said = (days: ReturnType<typeof comingMail>) => days.map(({ day, waits }) => `${day} ${waits}`)
  const held = { gapDays: 3, lastOn: '2026-03-01' }
  expect(said(comingMail([asked(held)], DAYS))).toEqual(['0 true', '1 true', '2 false'])
  const free = asked({ gapDays: null, lastOn: '2026-03-01', outcomeSet: 'breast' })
  expect(said(comingMail([asked(held), free], DAYS)), 'a mail that goes anyhow').toEqual([
    '0 false',
    '0 false',
  ])
  const soon = { ...held, dueAt: '2026-03-03T12:00:00.000Z' }
  expect(said(comingMail([asked(soon)], DAYS)), 'what cannot wait').toEqual(['0 false'])
})

it('counts nothing on a quiet day: it goes on the next', () => {
  expect(comingMail([asked({})], DAYS, { quietDays: ['1'] })).toMatchObject([{ day: 1 }])
})
