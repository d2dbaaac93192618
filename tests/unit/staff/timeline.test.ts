import { expect, it } from 'vitest'
import type { OnePager } from '../../../core/consult/one-pager.ts'
import { formats } from '../../../core/words/formats.ts'
import { planWords } from '../../../web/staff/patient/plan-words.ts'
import { eventsOf } from '../../../web/staff/timeline/events.ts'
import { timelineWords } from '../../../web/staff/timeline/words.ts'
import { isIn, lastDays, moved, zoomed } from '../../../web/staff/timeline/zoom.ts'
import { visitWords } from '../../../web/staff/visits/words.ts'

const whole = { from: '2024-01-01T00:00:00.000Z', until: '2026-01-01T00:00:00.000Z' }
const days = ({ from, until }: { from: string; until: string }) =>
  (Date.parse(until) - Date.parse(from)) / 86_400_000

it('comes nearer round the middle, never nearer than four weeks, and never past the ends', () => {
  let span = zoomed(whole, whole, 2)
  expect(days(span)).toBe(days(whole) / 2)
  expect(Date.parse(span.from) + Date.parse(span.until)).toBe(
    Date.parse(whole.from) + Date.parse(whole.until),
  )
  for (let times = 0; times < 10; times++) span = zoomed(span, whole, 2)
  expect(days(span)).toBe(28)
  for (let times = 0; times < 10; times++) span = zoomed(span, whole, 0.5)
  expect(span).toEqual(whole)
})

it('moves by half of what is seen, up to the ends', () => {
  const year = lastDays(whole, 365)
  expect(year.until).toBe(whole.until)
  expect(moved(year, whole, 1)).toEqual(year)
  expect(days(moved(year, whole, -1))).toBe(365)
  expect(moved(moved(moved(year, whole, -1), whole, -1), whole, -1).from).toBe(whole.from)
})

it('knows what lies within', () => {
  const span = { from: '2025-03-01T00:00:00.000Z', until: '2025-04-01T00:00:00.000Z' }
  expect([
    isIn(span, '2025-03-01'),
    isIn(span, '2025-02-28'),
    isIn(span, '2025-03-31T23:00:00.000Z'),
  ]).toEqual([true, false, true])
})

it('tells what closed at midnight on its last day, and what closed with a visit at its hour', () => {
  const missed = (closesAt: string) => ({
    moment: { nl: 'Controle' },
    closesAt,
    submittedAt: null,
    mails: [],
  })
  const none = { stages: [], treatments: [], appointments: [], alerts: [], decisions: [], agreements: [] }
  const page = {
    ...none,
    enrolment: { treatment: null },
    decidedVisits: [],
    plan: ['2025-10-22T22:00:00.000Z', '2025-10-04T10:00:00.000Z'].map((at) => ({
      ...missed(at),
      state: 'expired',
    })),
  } as unknown as OnePager
  const tools = { say: timelineWords.nl, plan: planWords.nl, visit: visitWords.nl, local: () => 'Controle' }
  const events = eventsOf(page, { ...tools, format: formats('nl', 'Europe/Amsterdam') })
  expect(events.map(({ at }) => at)).toEqual(['2025-10-04T10:00:00.000Z', '2025-10-22'])
})
