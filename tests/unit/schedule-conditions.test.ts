import { expect, test } from 'vitest'
import type { Moment } from '../../core/outcome-sets/moment.ts'
import type { Facts } from '../../core/schedule/anchors.ts'
import { type Asking, plan as planAsking } from '../../core/schedule.ts'
import { asking, each, facts, moment, submitted, visit } from '../support/care-path-facts.ts'

const plan = (set: Asking['set'], given: Facts) => planAsking({ set, instruments: asking() }, given)
const reasonsOf = (moments: Moment[], given: Facts) => plan({ moments }, given).not.map(({ why }) => why[0])

test('treatment and side decide, and say so', () => {
  const anchor = { kind: 'date', date: '2026-05-01' } as const
  const moments = [moment({ anchor, treatments: ['hip'] }), moment({ anchor, side: 'right' })]
  expect(reasonsOf(moments, facts())).toEqual(['no-treatment-yet', 'other-side:right'])
  expect(reasonsOf(moments, facts({ enrolment: { treatmentOption: 'none' } }))).toEqual([
    'other-treatment:none',
    'other-side:right',
  ])
  const { assessments } = plan({ moments }, facts({ enrolment: { treatmentOption: 'hip', side: 'right' } }))
  expect(assessments.map(({ why }) => why.slice(2))).toEqual([['treatment:hip'], ['side:right']])
})

test('who is too young, too old or of another sex is not asked, and it says so', () => {
  const on = (more: Partial<Moment>) => [
    moment({ anchor: { kind: 'enrolment' }, opens: 'P0D', due: 'P1D', closes: 'P7D', ...more }),
  ]
  const born = facts({ patientDates: { 'birth-date': '1959-02-28' }, sex: 'male' })
  expect(reasonsOf(on({ respondent: 'proxy' }), born)).toEqual(['no-proxy'])
  expect(reasonsOf(on({ respondent: 'proxy' }), { ...born, hasProxy: true })).toEqual([])
  expect(reasonsOf(on({ age: { from: 67 } }), born)).toEqual(['other-age:66'])
  expect(reasonsOf(on({ age: { until: 65 } }), born)).toEqual(['other-age:66'])
  expect(reasonsOf(on({ age: { from: 66, until: 66 } }), born)).toEqual([])
  expect(reasonsOf(on({ sexes: ['female'] }), born)).toEqual(['other-sex'])
  expect(reasonsOf(on({ sexes: ['male', 'other'] }), born)).toEqual([])
})

test('what was answered a short while ago, anywhere, is not asked again; only if all of it was', () => {
  const moments = [moment({ anchor: each, skipIfAnsweredWithin: 'P28D' })]
  const answered = (instruments: string[], submittedAt: string, rest = {}) =>
    reasonsOf(
      moments,
      facts({
        appointments: [visit('1', '2026-05-01T09:00:00.000Z')],
        submitted: [submitted({ side: 'right', instruments, submittedAt, ...rest })],
      }),
    )
  expect(answered(['a', 'b', 'c'], '2026-03-25T10:00:00.000Z')).toEqual(['answered:2026-03-25T10:00:00.000Z'])
  expect(answered(['a'], '2026-03-25T10:00:00.000Z')).toEqual([])
  expect(answered(['a', 'b'], '2026-03-15T10:00:00.000Z')).toEqual([])
  expect(answered(['a', 'b'], '2026-05-02T10:00:00.000Z')).toEqual([])
  const itself = { enrolmentId: 'e', moment: 'm', anchor: 'appointment:1' }
  expect(answered(['a', 'b'], '2026-04-20T10:00:00.000Z', itself)).toEqual([])
})

test('what was answered about one side of the body says nothing about the other', () => {
  const moments = [moment({ anchor: each, skipIfAnsweredWithin: 'P28D' })]
  const answers = { instruments: ['a', 'b'], submittedAt: '2026-04-20T10:00:00.000Z' }
  const reasons = (side: string) => {
    const known = facts({
      appointments: [visit('1', '2026-05-01T09:00:00.000Z')],
      submitted: [submitted({ ...answers, side })],
    })
    return planAsking({ set: { moments }, instruments: asking(['a']) }, known).not.map(({ why }) => why[0])
  }
  expect(reasons('left')).toEqual(['answered:2026-04-20T10:00:00.000Z'])
  expect(reasons('right')).toEqual([])
  expect(reasons('both')).toEqual([])
})

test('what cannot be asked does not keep a moment alive', () => {
  const moments = [moment({ anchor: each, skipIfAnsweredWithin: 'P28D' })]
  const instruments = new Map(asking()).set('b', { id: 'b', sided: false, form: null, items: [] })
  const known = facts({
    appointments: [visit('1', '2026-05-01T09:00:00.000Z')],
    submitted: [submitted({ instruments: ['a'], submittedAt: '2026-04-20T10:00:00.000Z' })],
  })
  expect(planAsking({ set: { moments }, instruments }, known).not.map(({ why }) => why[0])).toEqual([
    'answered:2026-04-20T10:00:00.000Z',
  ])
})

test('an earlier score decides, the last one of its time and its side, and so does that there is none', () => {
  const pain = { instrument: 'a', scale: 'total', op: '>=', value: 5, within: 'P30D' } as const
  const scored = (value: number, submittedAt: string, rest = {}) =>
    submitted({ scores: [{ instrument: 'a', scale: 'total', value }], submittedAt, side: 'left', ...rest })
  const reasons = (ifUnknown: 'ask' | 'leave-out', given: Facts['submitted'], sided: string[] = []) => {
    const moments = [moment({ anchor: each, ifScores: [{ ...pain, ifUnknown }] })]
    const known = facts({ appointments: [visit('1', '2026-05-01T09:00:00.000Z')], submitted: given })
    return planAsking({ set: { moments }, instruments: asking(sided) }, known).not.map(({ why }) => why[0])
  }
  expect([reasons('ask', []), reasons('leave-out', [])]).toEqual([[], ['no-score:a']])
  const high = scored(5, '2026-04-10T10:00:00.000Z')
  const low = scored(4, '2026-04-12T10:00:00.000Z', { assessmentId: 'y' })
  expect(reasons('leave-out', [high])).toEqual([])
  expect([reasons('ask', [high, low]), reasons('ask', [low, high])]).toEqual([
    ['other-score:a'],
    ['other-score:a'],
  ])
  const old = scored(9, '2026-03-10T10:00:00.000Z')
  expect(reasons('leave-out', [old])).toEqual(['no-score:a'])
  const late = scored(9, '2026-05-01T09:00:00.000Z')
  expect(reasons('leave-out', [late])).toEqual(['no-score:a'])
  const other = scored(9, '2026-04-10T10:00:00.000Z', { side: 'right' })
  expect([reasons('leave-out', [other]), reasons('leave-out', [other], ['a'])]).toEqual([[], ['no-score:a']])
  const itself = scored(1, '2026-04-20T10:00:00.000Z', {
    enrolmentId: 'e',
    moment: 'm',
    anchor: 'appointment:1',
  })
  expect(reasons('ask', [high, itself])).toEqual([])
})

test('the patient’s own score decides; another’s for them only where somebody else answers too', () => {
  const pain = { instrument: 'a', scale: 'total', op: '>=', value: 5, within: 'P30D' } as const
  const said = (value: number, day: string, byProxy: boolean) =>
    submitted({
      scores: [{ instrument: 'a', scale: 'total', value }],
      submittedAt: `2026-04-${day}T10:00:00.000Z`,
      byProxy,
      assessmentId: day,
    })
  const isAsked = (given: Facts['submitted'], rest: object = {}, hasProxy = true) => {
    const moments = [moment({ anchor: each, ifScores: [{ ...pain, ifUnknown: 'leave-out' }], ...rest })]
    const known = facts({
      appointments: [visit('1', '2026-05-01T09:00:00.000Z')],
      submitted: given,
      hasProxy,
    })
    return planAsking({ set: { moments }, instruments: asking() }, known).assessments.length > 0
  }
  const [own, others] = [said(3, '10', false), said(9, '20', true)]
  expect(isAsked([own, others])).toBe(false)
  expect(isAsked([said(9, '10', false), said(3, '20', true)])).toBe(true)
  expect([isAsked([others]), isAsked([others], { respondent: 'proxy' })]).toEqual([true, true])
  expect([isAsked([others], { respondent: 'patient' }), isAsked([others], {}, false)]).toEqual([false, false])
})
