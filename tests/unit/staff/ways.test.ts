import { expect, it } from 'vitest'
import { pathThrough, scoreLine, stretches } from '../../../core/change/stretches.ts'
import type { TrendPoint } from '../../../core/change/trend.ts'
import type { Panel, PlanRow } from '../../../core/consult/one-pager.ts'
import { chartWords } from '../../../web/staff/patient/chart-words.ts'
import { planWords } from '../../../web/staff/patient/plan-words.ts'
import { waysIn } from '../../../web/staff/patient/ways.ts'

type Score = Extract<TrendPoint, { kind: 'score' }>

const score = (place: number, more: Partial<Score> = {}): Score => ({
  kind: 'score',
  at: `2026-0${place}-01`,
  assessmentId: `a${place}`,
  value: place,
  standardError: null,
  scoringVersion: 1,
  byProxy: false,
  ...more,
})
const missed = { kind: 'missed', at: '2026-05-01', assessmentId: 'm' } as const

const words = { ...chartWords.nl.ways, respondent: planWords.nl.respondent, mode: planWords.nl.mode }
const waysOf = (points: Score[], modes: string[]) => {
  const panel = { trend: { points } } as unknown as Panel
  const plan = points.map(
    ({ assessmentId, byProxy }, place) =>
      ({ assessmentId, mode: modes[place], respondent: byProxy ? 'proxy' : 'patient' }) as PlanRow,
  )
  const ways = waysIn({ plan, panels: [panel] }, words)
  return { legend: ways.legend, points: points.map((point) => ways.of(point, panel)) }
}

const drawn = (points: TrendPoint[]) =>
  pathThrough(stretches(points, scoreLine), ({ at }) => [Number(at.slice(5, 7)), 0])

it('joins scores of one view and one way of scoring, and nothing over a gap', () => {
  expect(drawn([score(1), score(2), missed, score(6), score(7)])).toBe('M1 0L2 0M6 0L7 0')
  const another = score(2, { byProxy: true })
  expect(drawn([score(1), another, score(3), score(4, { byProxy: true })])).toBe('M1 0L3 0M2 0L4 0')
  expect(drawn([score(1), score(2), score(3, { scoringVersion: 2 }), score(4, { scoringVersion: 2 })])).toBe(
    'M1 0L2 0M3 0L4 0',
  )
})

it('says nothing of how scores came about where all came about in one way', () => {
  const quiet = { legend: '', points: [{ line: 'own 1' }, { line: 'own 1' }] }
  expect(waysOf([score(1), score(2)], ['web', 'web'])).toEqual(quiet)
  const paper = waysOf([score(1), score(2)], ['paper', 'paper'])
  expect(paper.legend).toBe('')
  expect(paper.points.map(({ mark, note }) => [mark, note])).toEqual(Array(2).fill([undefined, 'op papier']))
})

it('marks each mode but the own screen by a letter, and what the letters mean', () => {
  const { legend, points } = waysOf(
    [score(1), score(2), score(3), score(4)],
    ['web', 'paper', 'phone', 'tablet'],
  )
  expect(points.map(({ mark }) => mark)).toEqual([undefined, 'P', 'T', 'K'])
  expect(legend).toBe(
    'Ingevuld: P op papier, T per telefoon, K op een tablet in de kliniek; zonder letter op scherm.',
  )
})

it('marks where the way of scoring changed, and who else answered', () => {
  const points = [score(1, { byProxy: true }), score(2), score(3, { scoringVersion: 2 })]
  const ways = waysOf(points, ['web', 'web', 'web'])
  expect(ways.points).toEqual([
    { line: 'proxy 1', byOther: true, note: 'door naaste, rekenwijze 1' },
    { line: 'own 1', note: 'rekenwijze 1' },
    { line: 'own 2', mark: 'r2', note: 'rekenwijze 2' },
  ])
  expect(ways.legend).toBe(
    'Een open punt is ingevuld door een naaste. Bij r2 veranderde de rekenwijze: de streep breekt daar, en ervoor en erna zijn niet te vergelijken.',
  )
})
