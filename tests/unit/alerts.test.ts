import { describe, expect, it, test } from 'vitest'
import { raisedAlerts } from '../../core/alerts.ts'
import type { OutcomeSet } from '../../core/outcome-set.ts'
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
