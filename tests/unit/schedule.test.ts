import { expect, test } from 'vitest'
import type { Moment } from '../../core/outcome-sets/moment.ts'
import type { Facts } from '../../core/schedule/anchors.ts'
import { type Asking, anchorInstant, plan as planAsking } from '../../core/schedule.ts'
import { localDate } from '../../core/time/dates.ts'
import { asking, each, facts, first, moment, visit, ZONE } from '../support/care-path-facts.ts'

const plan = (set: Asking['set'], given: Facts) => planAsking({ set, instruments: asking() }, given)
const reasonsOf = (moments: Moment[], given: Facts) => plan({ moments }, given).not.map(({ why }) => why[0])

test('14 days before a visit is midnight where the hospital stands, whatever the clock does in between', () => {
  const [planned] = plan(
    { moments: [moment({ anchor: each })] },
    facts({ appointments: [visit('1', '2026-04-01T08:30:00.000Z')] }),
  ).assessments
  expect(planned).toEqual({
    moment: 'm',
    anchor: 'appointment:1',
    opensAt: '2026-03-17T23:00:00.000Z', // winter time
    dueAt: '2026-03-29T22:00:00.000Z', // summer time
    closesAt: '2026-04-01T08:30:00.000Z',
    linkDeadAt: '2026-04-07T22:00:00.000Z',
    appointmentId: '1',
    why: ['appointment:1', 'at:2026-04-01T08:30:00.000Z'],
  })
  expect(anchorInstant(planned?.why ?? [])).toBe('2026-04-01T08:30:00.000Z')
})

test('the first appointment is one assessment, whichever that is; each is as many as there are', () => {
  const appointments = [
    visit('1', '2026-03-01T09:00:00.000Z', 'cancelled'),
    visit('2', '2026-06-01T09:00:00.000Z'),
    visit('3', '2026-05-01T09:00:00.000Z'),
    visit('4', '2026-02-01T09:00:00.000Z', 'no-show'),
  ]
  const anchors = (anchor: Moment['anchor']) =>
    plan({ moments: [moment({ anchor })] }, facts({ appointments })).assessments.map((one) => [
      one.anchor,
      one.appointmentId,
    ])
  expect(anchors(first)).toEqual([['first:check-up', '3']])
  expect(anchors(each)).toEqual([
    ['appointment:3', '3'],
    ['appointment:2', '2'],
  ])
})

test('every anchor has its place, or says what it waits for', () => {
  const moments = [
    moment({ anchor: { kind: 'enrolment' }, opens: 'P1D', due: 'P2D', closes: 'P3D' }),
    moment({ anchor: { kind: 'stage', stage: 'surgery' } }),
    moment({ anchor: { kind: 'response', moment: 'm' }, closes: 'P1D' }),
    moment({ anchor: { kind: 'patient-date', name: 'birth-date' } }),
    moment({ anchor: { kind: 'date', date: '2026-05-01' } }),
    moment({ anchor: first }),
  ]
  expect(reasonsOf(moments, facts())).toEqual([
    'no-stage:surgery',
    'no-response:m',
    'no-date:birth-date',
    'no-appointment:check-up',
  ])
  const submitted = {
    enrolmentId: 'e',
    moment: 'm',
    anchor: 'enrolment',
    side: 'left',
    instruments: ['a'],
    byProxy: false,
    scores: [],
  }
  const known = facts({
    stages: [
      { stage: 'surgery', enteredOn: '2026-07-02' },
      { stage: 'surgery', enteredOn: '2026-07-01' },
    ],
    submitted: [{ ...submitted, assessmentId: 'x', submittedAt: '2026-02-01T10:00:00.000Z' }],
    patientDates: { 'birth-date': '2026-08-01' },
    appointments: [visit('1', '2026-06-01T09:00:00.000Z', 'cancelled')],
  })
  const { assessments, not } = plan({ moments }, known)
  expect(assessments.map(({ anchor, why }) => [anchor, localDate(anchorInstant(why) ?? '', ZONE)])).toEqual([
    ['enrolment', '2026-01-10'],
    ['stage:surgery', '2026-07-01'],
    ['response:x', '2026-02-01'],
    ['patient-date:birth-date', '2026-08-01'],
    ['date:2026-05-01', '2026-05-01'],
  ])
  expect(not).toEqual([{ moment: 'm', anchor: null, why: ['cancelled:check-up'] }])
})

test('an end takes away what was still to come and leaves what was over', () => {
  const appointments = [visit('1', '2026-02-01T09:00:00.000Z'), visit('2', '2026-06-01T09:00:00.000Z')]
  const ended = plan(
    { moments: [moment({ anchor: each })] },
    facts({ appointments, enrolment: { endedOn: '2026-03-01' } }),
  )
  expect(ended.assessments.map(({ anchor }) => anchor)).toEqual(['appointment:1'])
  expect(ended.not).toEqual([{ moment: 'm', anchor: 'appointment:2', why: ['ended'] }])
})

test('what was over before the patient was known here could not have been asked', () => {
  const appointments = [visit('1', '2025-06-01T09:00:00.000Z')]
  expect(reasonsOf([moment({ anchor: each })], facts({ appointments }))).toEqual(['before-known'])
})

test('what is asked again and again is counted from the first each time', () => {
  const known = facts({ enrolment: { startedOn: '2024-01-31', knownSince: '2024-01-31T09:00:00.000Z' } })
  const monthly = moment({
    anchor: { kind: 'enrolment' },
    opens: 'P0D',
    due: 'P1D',
    closes: 'P7D',
    repeats: { every: 'P1M', times: 3 },
  })
  const { assessments } = plan({ moments: [monthly] }, known)
  expect(assessments.map(({ anchor, opensAt }) => [anchor, localDate(opensAt, ZONE)])).toEqual([
    ['enrolment', '2024-01-31'],
    ['enrolment+1', '2024-02-29'],
    ['enrolment+2', '2024-03-31'],
    ['enrolment+3', '2024-04-30'],
  ])
})

test('after a turn only what goes on is asked, whichever of two was told first', () => {
  const turn = (id: string, happenedOn: string, goesOn: string[]) => ({
    id,
    turn: 'palliative',
    happenedOn,
    goesOn,
  })
  const set = ['a', 'b'].map((id) =>
    moment({ id, anchor: { kind: 'enrolment' }, opens: 'P0D', due: 'P1D', closes: 'P9D' }),
  )
  const planned = (...turns: Facts['turns']) =>
    plan({ moments: set }, facts({ turns })).assessments.map((one) => one.moment)
  const some = turn('x', '2026-01-12', ['b'])
  const none = turn('y', '2026-01-14', [])
  expect(planned()).toEqual(['a', 'b'])
  expect(planned(some)).toEqual(['b'])
  expect(planned(some, none)).toEqual([])
  expect(planned(none, some)).toEqual([])
})
