import { expect, it } from 'vitest'
import { type Moment, momentShape } from '../../core/outcome-sets/moment.ts'
import { leadOn, treatmentOn } from '../../server/enrolments/former-choices.ts'
import { curveOf } from '../../server/teams/curve.ts'
import type { Look } from '../../server/teams/groups.ts'
import type { Measurement } from '../../server/teams/measurements.ts'

const moment = (id: string): Moment =>
  momentShape.parse({
    id,
    title: { nl: id, en: id },
    anchor: { kind: 'enrolment' },
    opens: '-P14D',
    due: 'P0D',
    closes: 'P14D',
    linkDead: 'P21D',
    instruments: ['hip-knee'],
  })
const MOMENTS = [moment('first'), moment('later')]

const row = (person: number, at: 'first' | 'later', on: string, value: number | null): Measurement => ({
  person: `p${person}`,
  enrolment: `e${person}`,
  moment: at,
  on,
  overOn: on,
  isOver: true,
  answered: value !== null,
  score: value === null ? null : { value, standardError: null, scoringVersion: 1, byProxy: false },
  side: '',
  treatment: null,
  age: 60,
  sex: 'female',
  language: 'nl',
  leadClinician: null,
  setVersionId: 'v',
  mode: 'web',
  site: null,
  hasMail: true,
})

const ever = Array.from({ length: 20 }, (_, person) => [
  row(person, 'first', '2025-03-10', 8),
  row(person, 'later', '2025-07-10', person < 15 ? 7 : null),
]).flat()

const curve = (rows: readonly Measurement[]) => {
  const look: Partial<Look> = {
    baseline: 'first',
    first: firstOf(rows),
    last: '2026-02',
    objections: new Map(),
  }
  return curveOf(look as Look, MOMENTS, rows)
}

const firstOf = (rows: readonly Measurement[]): Look['first'] =>
  new Map(
    rows.flatMap((one) => (one.moment === 'first' && one.score ? [[one.enrolment, one.score] as const] : [])),
  )

it('an answer of today changes nothing that was told of those who began when this person did', () => {
  expect(curve(ever)?.points).toMatchObject([{ id: 'later', asked: 20, n: 15, change: { value: -1 } }])
  expect(curve([...ever, row(17, 'later', '2026-03-01', 1)])).toEqual(curve(ever))
})

it('says how many are left among those whose moment is over, and never takes one scoring from another', () => {
  const early = Array.from({ length: 10 }, (_, number) => [
    row(30 + number, 'first', '2025-03-10', 8),
    { ...row(30 + number, 'later', '2025-07-10', 7), isOver: false },
  ]).flat()
  expect(curve([...ever, ...early])?.points).toMatchObject([{ asked: 20, n: 15 }])
  const anew = ever.map((one) =>
    one.moment === 'later' && one.score ? { ...one, score: { ...one.score, scoringVersion: 2 } } : one,
  )
  expect(curve(anew)?.points).toEqual([])
})

it('waits with a change while fewer than ten of those past the moment answered', () => {
  const pastFor = (people: number) =>
    curve(
      ever.map((one) =>
        one.moment === 'later' && one.answered ? { ...one, isOver: !lies(one, people) } : one,
      ),
    )
  const lies = ({ person }: Measurement, people: number) => Number(person.slice(1)) >= people
  expect(pastFor(10)?.points).toMatchObject([{ asked: 15, n: 10 }])
  expect(pastFor(9)?.points).toEqual([])
})

it('a treatment counts from the day on which it was chosen until it was changed, and so does a lead clinician', () => {
  const hip = { enrolment: 'e1', treatment: 'hip', treatmentChosenOn: '2025-05-01' }
  const days = ['2025-04-30', '2025-05-01', '2025-07-31', '2025-08-01']
  const chosen = (former: Parameters<typeof treatmentOn>[0], now = hip) =>
    days.map((day) => treatmentOn(former, day, now))
  expect(chosen(new Map())).toEqual([null, 'hip', 'hip', 'hip'])
  expect(treatmentOn(new Map(), '2025-04-30', { ...hip, treatmentChosenOn: null })).toBe('hip')
  const first = { value: 'hip', from: '2025-05-01', until: '2025-08-01' }
  const former = new Map([
    ['e1 treatment', [first]],
    ['e1 lead', [{ value: 'one', from: null, until: '2025-05-01' }]],
  ])
  expect(chosen(former, { ...hip, treatment: 'knee', treatmentChosenOn: '2025-08-01' })).toEqual([
    null,
    'hip',
    'hip',
    'knee',
  ])
  const led = (enrolment: string) =>
    days.slice(0, 2).map((day) => leadOn(former, day, { enrolment, leadClinician: 'two' }))
  expect([led('e1'), led('e2')]).toEqual([
    ['one', 'two'],
    ['two', 'two'],
  ])
})
