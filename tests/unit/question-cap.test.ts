import { expect, test } from 'vitest'
import type { Moment } from '../../core/outcome-sets/moment.ts'
import type { Facts } from '../../core/schedule/anchors.ts'
import { type PathPlan, withinCaps } from '../../core/schedule/question-cap.ts'
import { plan } from '../../core/schedule.ts'
import { asking, facts, moment, submitted } from '../support/care-path-facts.ts'

const instruments = asking() // three questions each
const onDay = {
  anchor: { kind: 'date', date: '2026-05-01' },
  opens: 'P0D',
  due: 'P1D',
  closes: 'P3D',
} as const

const path = (
  id: string,
  moments: Moment[],
  questionCap: PathPlan['asking']['set']['questionCap'],
  given: Facts['submitted'] = [],
): PathPlan => {
  const known = facts({ enrolment: { id }, submitted: given })
  const asked = { set: { moments, questionCap }, instruments }
  return { asking: asked, facts: known, plan: plan(asked, known) }
}
const said = (paths: PathPlan[]) =>
  withinCaps(paths).map(({ assessments, not }) => [
    ...assessments.map((one) => `${one.moment} ${one.opensAt.slice(0, 10)}`),
    ...not.map((one) => `${one.moment} ${one.why[0]}`),
  ])

const light = moment({ ...onDay, id: 'light', weight: 2 })
const heavy = moment({ ...onDay, id: 'heavy', weight: 8 })

test('what weighs most is asked first; the rest is left out or waits for a day with room, and says so', () => {
  expect(said([path('e', [light, heavy], undefined)])).toEqual([['light 2026-04-30', 'heavy 2026-04-30']])
  const most = { perDay: 8, beyond: 'leave-out' } as const
  expect(said([path('e', [light, heavy], most)])).toEqual([['heavy 2026-04-30', 'light beyond-cap:8']])
  const [waits] = withinCaps([path('e', [light, heavy], { perDay: 8, beyond: 'wait' })])
  const later = waits?.assessments.find((one) => one.moment === 'light')
  expect([later?.opensAt, later?.dueAt]).toEqual(['2026-05-01T22:00:00.000Z', '2026-05-01T22:00:00.000Z'])
  expect(later?.why.at(-1)).toBe('waits:2026-05-01T22:00:00.000Z')
  const many = ['a', 'b', 'c', 'd'].map((id) => moment({ ...onDay, id }))
  expect(said([path('e', many, { perDay: 6, beyond: 'wait' })])).toEqual([
    ['a 2026-04-30', 'b 2026-05-01', 'c 2026-05-02', 'd beyond-cap:6'],
  ])
})

test('all sets count together, and each keeps to its own cap', () => {
  const most = { perDay: 8, beyond: 'leave-out' } as const
  expect(said([path('e', [light], most), path('f', [heavy], undefined)])).toEqual([
    ['light beyond-cap:8'],
    ['heavy 2026-04-30'],
  ])
  expect(said([path('e', [light], undefined), path('f', [heavy], most)])).toEqual([
    ['light 2026-04-30'],
    ['heavy 2026-04-30'],
  ])
})

test('what was answered already stays, and counts', () => {
  const given = submitted({
    enrolmentId: 'e',
    moment: 'light',
    anchor: 'date:2026-05-01',
    submittedAt: '2026-05-01T09:00:00.000Z',
  })
  const most = { perDay: 8, beyond: 'leave-out' } as const
  expect(said([path('e', [light, heavy], most, [given])])).toEqual([
    ['light 2026-04-30', 'heavy beyond-cap:8'],
  ])
})

test('before one visit no more is asked than it may hold, whichever day it opens', () => {
  const before = (id: string, opens: string, weight: number) =>
    moment({
      anchor: { kind: 'appointment', appointmentKind: 'intake', which: 'first' },
      opens,
      due: '-P1D',
      closes: 'P0D',
      id,
      weight,
    })
  const visits = [{ id: 'a1', kind: 'intake', status: 'booked', startsAt: '2026-05-20T09:00:00.000Z' }]
  const seen = { ...before('seen', 'P1D', 5), due: 'P3D', closes: 'P9D' } // asked about the visit, once it was
  const moments = [before('early', '-P14D', 2), before('late', '-P7D', 8), seen, light]
  const at = (cap: PathPlan['asking']['set']['questionCap']) => {
    const known = facts({ enrolment: { id: 'e' }, appointments: visits })
    const asked = { set: { moments, questionCap: cap }, instruments }
    return said([{ asking: asked, facts: known, plan: plan(asked, known) }])[0]?.toSorted()
  }
  expect(at({ perDay: 8, beyond: 'leave-out' }), 'a day alone does not see it').toHaveLength(4)
  expect(at({ perDay: 8, perVisit: 8, beyond: 'wait' })).toEqual([
    'early beyond-visit:8',
    'late 2026-05-12',
    'light 2026-04-30',
    'seen 2026-05-20',
  ])
})
