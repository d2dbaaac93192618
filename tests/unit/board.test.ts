import { describe, expect, it } from 'vitest'
import {
  ageBand,
  type BoardCard,
  byNeed,
  concernsOf,
  daysBetween,
  daysOver,
  normDays,
} from '../../core/consult/board.ts'

const card: BoardCard = {
  enrolmentId: 'enr_1',
  patientId: 'pat_1',
  code: 'K7Q-4MD',
  ages: '65–69',
  side: 'left',
  treatment: null,
  leadClinicianId: null,
  stage: 'intake',
  days: 10,
  standing: {
    state: 'notBegun',
    why: null,
    declinedWhy: null,
    at: null,
    discussedAt: null,
    respondent: null,
    answered: null,
    mails: 0,
  },
  finding: { kind: 'nothing-yet', severe: [], missing: [] },
  urgent: false,
  alert: null,
  nextAt: null,
  listed: null,
}
const alert = { title: { nl: 'Pijn', en: 'Pain' }, severity: 'urgent', respondBy: '2026-03-01T12:00:00.000Z' }

it('says an age in bands of five years', () => {
  expect([64, 65, 69, 70].map(ageBand)).toEqual(['60–64', '65–69', '65–69', '70–74'])
})

it('counts days between dates, over a change of the clock too', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-03-28', '2026-03-28')).toBe(0)
})

it('reads a norm in days', () => {
  expect(['P4W', 'P3D', 'P3M', 'P12M'].map(normDays)).toEqual([28, 3, 91, 365])
})

it('is over the norm only beyond it, and never without one', () => {
  expect(daysOver({ days: 28 }, 28)).toBe(0)
  expect(daysOver({ days: 30 }, 28)).toBe(2)
  expect(daysOver({ days: 30 }, undefined)).toBe(0)
  expect(daysOver({ days: null }, 28)).toBe(0)
})

describe('what makes a card', () => {
  it('is nothing for who is within the norm and waits for questions', () => {
    expect(concernsOf(card, 28)).toEqual([])
  })

  it('is everything that somebody must look at, the most pressing first', () => {
    const standing = { ...card.standing, state: 'undelivered' as const }
    expect(concernsOf({ ...card, alert, urgent: true, standing, days: 30 }, 28)).toEqual([
      'alert',
      'urgent',
      'over',
      'silent',
    ])
  })

  it('is no longer what was discussed, but an alert stays one', () => {
    const standing = { ...card.standing, state: 'discussed' as const }
    expect(concernsOf({ ...card, alert, urgent: true, standing }, 28)).toEqual(['alert'])
  })

  it('puts an alert before the longest stay, and then the longest stay first', () => {
    const [alarmed, long, longer] = [
      { ...card, alert, days: 1 },
      { ...card, days: 60 },
      { ...card, days: 90 },
    ]
    expect([long, alarmed, longer].toSorted(byNeed(28))).toEqual([alarmed, longer, long])
  })
})
