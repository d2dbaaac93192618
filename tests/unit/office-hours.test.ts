import { describe, expect, it, test } from 'vitest'
import { climbsAt, firstRung, nextRung } from '../../core/alerts/alert-ladder.ts'
import { areHours, officeDeadline, officeMiddle, usualHours } from '../../core/time/office-hours.ts'

const office = { hours: usualHours, zone: 'Europe/Amsterdam' }
// In November Amsterdam is an hour ahead of UTC; 2 November 2026 is a Monday.
const at = (text: string) => new Date(`${text}:00+01:00`).toISOString()

describe('a response time in office hours', () => {
  test.each([
    ['on a working day it is the same time the next day', '2026-11-02T10:00', 'P1D', '2026-11-03T10:00'],
    ['over a weekend the days wait', '2026-11-06T16:00', 'P1D', '2026-11-09T16:00'],
    ['from a Saturday it is the whole Monday', '2026-11-07T11:00', 'P1D', '2026-11-09T17:00'],
    ['in the evening the next morning begins', '2026-11-02T21:00', 'P1D', '2026-11-03T17:00'],
    ['at the opening it is the whole day', '2026-11-02T08:00', 'P1D', '2026-11-02T17:00'],
    ['a week is a week', '2026-11-04T09:30', 'P7D', '2026-11-11T09:30'],
    ['hours are hours of the office', '2026-11-06T16:00', 'PT4H', '2026-11-09T11:00'],
    ['hours from before the opening', '2026-11-02T06:00', 'PT4H', '2026-11-02T12:00'],
  ])('%s', (_, start, within, end) => {
    expect(officeDeadline(at(start), within, office)).toBe(at(end))
  })

  it('a longer time never ends sooner', () => {
    for (const start of ['2026-11-02T10:00', '2026-11-05T16:59', '2026-11-07T12:00', '2026-11-08T23:59']) {
      const ends = ['PT1H', 'PT4H', 'P1D', 'P2D', 'P3D', 'P4D', 'P5D', 'P6D', 'P7D', 'P14D'].map((within) =>
        officeDeadline(at(start), within, office),
      )
      expect(ends).toEqual(ends.toSorted())
    }
  })

  it('keeps the clock on the wall when the clock changes', () => {
    // Clocks go back in the night of 25 October 2026.
    expect(officeDeadline('2026-10-23T08:00:00.000Z', 'P1D', office)).toBe('2026-10-26T09:00:00.000Z')
  })

  it('halfway is halfway of the time that somebody is there', () => {
    expect(officeMiddle(at('2026-11-06T16:00'), at('2026-11-09T16:00'), office)).toBe(at('2026-11-09T11:30'))
    expect(officeMiddle(at('2026-11-07T11:00'), at('2026-11-09T17:00'), office)).toBe(at('2026-11-09T12:30'))
  })

  it('needs somebody to be there', () => {
    expect(areHours(usualHours)).toBe(true)
    expect(areHours({ days: [], from: '08:00', until: '17:00' })).toBe(false)
    expect(areHours({ days: [1], from: '17:00', until: '08:00' })).toBe(false)
  })
})

describe('the ladder', () => {
  const alert = { raisedAt: at('2026-11-02T09:00'), respondBy: at('2026-11-03T09:00') }
  const open = { ...office, isTaken: false }

  it('begins with who is named and there, and climbs to who runs the house', () => {
    expect(firstRung({ owner: true, deputy: true })).toBe('owner')
    expect(firstRung({ owner: false, deputy: true })).toBe('deputy')
    expect(firstRung({ owner: false, deputy: false })).toBe('leads')
    expect(nextRung('owner', false)).toBe('deputy')
    expect(nextRung('owner', true)).toBe('leads')
    expect(nextRung('leads', false)).toBe('administrators')
    expect(nextRung('administrators', false)).toBe('administrators')
  })

  it('waits half the time for the owner, all of it for the deputy, and a day for each after that', () => {
    expect(climbsAt('owner', alert, alert.raisedAt, open)).toBe(at('2026-11-02T13:30'))
    expect(climbsAt('deputy', alert, at('2026-11-02T13:30'), open)).toBe(alert.respondBy)
    expect(climbsAt('leads', alert, alert.respondBy, open)).toBe(at('2026-11-04T09:00'))
    expect(climbsAt('administrators', alert, at('2026-11-04T09:00'), open)).toBe(at('2026-11-05T09:00'))
  })

  it('gives who took it up until the response time is over', () => {
    expect(climbsAt('owner', alert, alert.raisedAt, { ...open, isTaken: true })).toBe(alert.respondBy)
  })
})
