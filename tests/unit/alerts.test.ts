import { describe, expect, it, test } from 'vitest'
import { asksForChange, calledFor, isSafetyRule, isWorseFor, raisedAlerts } from '../../core/alerts/alerts.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import { isProxy } from '../../core/patients/proxy.ts'
import type { ResponseAnswers } from '../../core/response.ts'
import { scoreInstrument } from '../../core/scoring/score-instrument.ts'
import { instrument, outcomeSet } from '../support/definitions.ts'

function raisedBy(set: OutcomeSet, answers: ResponseAnswers) {
  const scores = Object.entries(answers).flatMap(([id, given]) => scoreInstrument(instrument(id), given))
  return raisedAlerts(set, answers, scores).map(({ rule, value }) => [rule.id, value])
}

const joints = outcomeSet('hip-knee-osteoarthritis')

describe('an alert', () => {
  test.each([
    [0, []],
    [1, [['complaint-after-surgery', 1]]],
    [2, [['complaint-after-surgery', 2]]],
  ])('on an item is raised by answer %d as %j', (complaint_now, expected) => {
    expect(raisedBy(joints, { 'recovery-check': { complaint_now } })).toEqual(expected)
  })

  it('on a scale is raised at the limit and not just below', () => {
    const pain = (...[pain_walking, pain_rest, pain_night]: number[]) => ({
      'hip-knee': { pain_walking: pain_walking ?? 0, pain_rest: pain_rest ?? 0, pain_night: pain_night ?? 0 },
    })
    expect(raisedBy(joints, pain(10, 9, 8))).toEqual([['severe-joint-pain', 9]])
    expect(raisedBy(joints, pain(10, 8, 8))).toEqual([])
  })

  it('is not raised by what was not answered or cannot be scored', () => {
    expect(raisedBy(joints, { 'recovery-check': {}, 'hip-knee': { pain_walking: 10 } })).toEqual([])
    expect(raisedBy(joints, {})).toEqual([])
  })

  it('is raised once for each rule that is met', () => {
    const answers = { 'recovery-check': { complaint_now: 1 }, 'everyday-mood': { low_mood: 9, tension: 10 } }
    expect(raisedBy(joints, answers).map(([id]) => id)).toEqual(['complaint-after-surgery', 'very-low-mood'])
  })

  it('below a limit works too', () => {
    expect(raisedBy(outcomeSet('breast-cancer'), { 'breast-body': { arm: 0 } })).toEqual([
      ['arm-hardly-works', 0],
    ])
    expect(raisedBy(outcomeSet('breast-cancer'), { 'breast-body': { arm: 2 } })).toEqual([])
  })

  test.each([
    ['<', [false, false, true]],
    ['<=', [false, true, true]],
    ['=', [false, true, false]],
    ['>=', [true, true, false]],
    ['>', [true, false, false]],
  ] as const)('with %s compares as written', (op, expected) => {
    const [rule] = joints.alerts
    if (!rule) throw new Error('the set has alerts')
    const when = { kind: 'item', instrument: 'recovery-check', item: 'complaint_now', op, value: 1 } as const
    const set = { ...joints, alerts: [{ ...rule, when }] }
    const raised = [2, 1, 0].map(
      (complaint_now) => raisedBy(set, { 'recovery-check': { complaint_now } }).length === 1,
    )
    expect(raised).toEqual(expected)
  })
})

describe('a rule about change', () => {
  const when = { kind: 'change', instrument: 'hip-knee', scale: 'pain', since: 'previous' } as const
  const [rule] = joints.alerts
  if (!rule) throw new Error('the set has alerts')
  const set = { ...joints, alerts: [{ ...rule, when }] }
  const knee = instrument('hip-knee')
  const answers = { 'hip-knee': { pain_walking: 9, pain_rest: 9, pain_night: 9 } }
  const scores = scoreInstrument(knee, answers['hip-knee'])
  const now = scores.find(({ scale }) => scale === 'pain')
  const earlier = (value: number, measuredAt: string) => ({
    instrument: 'hip-knee',
    scale: 'pain',
    scoringVersion: now?.scoringVersion ?? 1,
    standardError: now?.standardError ?? null,
    value,
    measuredAt,
    byProxy: false,
  })
  const raised = (
    before: ReturnType<typeof earlier>[],
    since: 'previous' | 'first' = 'previous',
    byProxy = false,
  ) =>
    raisedAlerts({ ...set, alerts: [{ ...rule, when: { ...when, since } }] }, answers, scores, {
      instruments: new Map([[knee.id, knee]]),
      scores: before,
      treatment: undefined,
      byProxy,
    }).map(({ value }) => value)

  it('is met by what is clearly worse than the time before, or than the first', () => {
    expect(raised([earlier(2, '2026-01-01')])).toEqual([7])
    expect(raised([earlier(2, '2026-01-01'), earlier(9, '2026-02-01')])).toEqual([])
    expect(raised([earlier(9, '2026-02-01'), earlier(2, '2026-01-01')], 'first')).toEqual([7])
  })

  it('is not met by what is within the error, better, or the first answer of all', () => {
    expect(raised([earlier(8.8, '2026-01-01')])).toEqual([])
    expect(raised([earlier(10, '2026-01-01')])).toEqual([])
    expect(raised([])).toEqual([])
    expect(raisedAlerts(set, answers, scores)).toEqual([])
  })

  it('compares what was scored alike: answers that were scored again are there twice', () => {
    const version = now?.scoringVersion ?? 1
    const older = { ...earlier(9, '2026-01-01'), scoringVersion: version - 1 }
    for (const since of ['previous', 'first'] as const) {
      expect(raised([older, earlier(2, '2026-01-01')], since)).toEqual([7])
      expect(raised([earlier(2, '2026-01-01'), older], since)).toEqual([7])
      expect(raised([older], since)).toEqual([])
    }
  })

  it('holds what somebody else says against what that person said, never against the patient’s own', () => {
    const [own, proxys] = [
      { ...earlier(9, '2026-01-01'), byProxy: false },
      { ...earlier(2, '2026-02-01'), byProxy: true },
    ]
    expect(raised([own, proxys], 'previous', true)).toEqual([7])
    expect(raised([own, proxys], 'previous', false)).toEqual([])
    expect(raised([own], 'previous', true)).toEqual([])
    expect(['patient', 'together', 'proxy'].map(isProxy)).toEqual([false, false, true])
  })

  it('is looked up only where a set has one about what was answered', () => {
    expect(asksForChange(set, answers)).toBe(true)
    expect(asksForChange(set, { 'everyday-mood': {} })).toBe(false)
    expect(asksForChange(joints, answers)).toBe(false)
  })
})

it('knows which of two answers is worse, and which rules are about safety', () => {
  const named = (id: string) => {
    const found = joints.alerts.find((rule) => rule.id === id)
    if (!found) throw new Error(id)
    return found
  }
  expect(isWorseFor(named('severe-joint-pain'), 10, 9)).toBe(true)
  expect(isWorseFor(named('severe-joint-pain'), 9, 9)).toBe(false)
  const instruments = new Map(['recovery-check', 'hip-knee'].map((id) => [id, instrument(id)]))
  expect(isSafetyRule(named('complaint-after-surgery'), instruments)).toBe(true)
  expect(isSafetyRule(named('severe-joint-pain'), instruments)).toBe(false)
})

it('calls somebody for a rule that is off where it is a safety rule in this version', () => {
  const [rule] = joints.alerts.filter(({ id }) => id === 'severe-joint-pain')
  if (!rule) throw new Error('the set has the rule')
  const text = { nl: 'Iemand van het team belt u.', en: 'Somebody of the team calls you.' }
  const promised = { ...rule, patientText: text }
  const called = (one: typeof rule) => calledFor([{ rule: one, value: 9 }], new Map(), () => true).length
  expect(called(rule)).toBe(0)
  expect(called(promised)).toBe(1)
  expect(calledFor([{ rule, value: 9 }], new Map(), () => false)).toHaveLength(1)
})
