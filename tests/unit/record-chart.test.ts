import { expect, test } from 'vitest'
import type { Panel } from '../../core/consult/one-pager.ts'
import { recordCharts } from '../../core/consult/record-chart.ts'
import { formats } from '../../core/words/formats.ts'

const said = (text: string) => ({ nl: text, en: text })
const score = (at: string, value: number) => ({
  kind: 'score' as const,
  at,
  assessmentId: at,
  value,
  standardError: null,
  scoringVersion: 1,
  byProxy: false,
})
const panel = (points: Panel['trend']['points']): Panel => ({
  id: 'pain',
  title: said('Pijn <nu>'),
  instrument: said('Heup'),
  own: true,
  unverified: [],
  directionWords: said('hoger is meer pijn'),
  direction: 'higher-is-worse',
  range: [0, 10],
  decimals: 0,
  bands: [
    { from: 0, label: said('licht & geen'), concern: 'none' },
    { from: 7, label: said('ernstig'), concern: 'high' },
  ] as Panel['bands'],
  norm: null,
  trend: { points, last: null, sincePrevious: null, sinceFirst: null },
  concerns: [],
})
const reader = { language: 'nl', format: formats('nl', 'Europe/Amsterdam') } as const

test('a picture shows the whole range, each measurement, and no line over one that was missed', () => {
  const missed = { kind: 'missed' as const, at: '2026-02-01', assessmentId: 'm' }
  const points = [score('2026-01-01', 8), score('2026-01-15', 6), missed, score('2026-03-01', 3)]
  const [name, figure] = recordCharts([panel(points)], reader)
  expect(name).toEqual({ kind: 'below', text: 'Pijn <nu>' })
  if (figure?.kind !== 'figure') throw new Error('no picture')
  expect(figure.svg.match(/<circle/g)).toHaveLength(3)
  expect(/ d="([^"]*)"/.exec(figure.svg)?.[1]).toMatch(/^M[\d.]+ [\d.]+L[\d.]+ [\d.]+M[\d.]+ [\d.]+$/)
  expect(figure.svg).toContain('licht &amp; geen')
  expect(figure.alt).toBe(
    'Pijn <nu>, van 0 tot 10, hoger is meer pijn. 1 jan 2026: 8; 15 jan 2026: 6; 1 feb 2026: niet ingevuld of niet te berekenen; 1 mrt 2026: 3',
  )
})

test('what was measured once is no picture', () => {
  expect(recordCharts([panel([score('2026-01-01', 8)])], reader)).toEqual([])
})

test('the word for a band that is too long for a line goes on on the next one, where the band has room', () => {
  const long = { ...panel([score('2026-01-01', 8), score('2026-03-01', 3)]) }
  long.bands = [
    { from: 0, label: said('redelijk tot heel gezond'), concern: 'none' },
    { from: 9.8, label: said('niet zo gezond als men hoopte'), concern: 'high' },
  ] as Panel['bands']
  const [, figure] = recordCharts([long], reader)
  const svg = figure?.kind === 'figure' ? figure.svg : ''
  expect(svg).toMatch(/>redelijk tot<\/text><text [^>]*>heel gezond<\/text>/)
  expect(svg).not.toContain('niet zo') // a band without room for a line
})
