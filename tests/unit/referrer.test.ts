import { expect, it } from 'vitest'
import { dcatRecord } from '../../core/publication/dcat.ts'
import { type Publication, type PublicFigure, roundForAll } from '../../core/publication/publication.ts'
import { referrerLines } from '../../core/publication/referrer.ts'

const same = (text: string) => ({ nl: text, en: text })
const figure = (id: string, given: Partial<PublicFigure>): PublicFigure => ({
  id,
  title: same(id),
  side: 'outcome',
  direction: 'higher-is-better',
  numerator: same(''),
  denominator: same('People with two answers'),
  exclusions: same(''),
  window: same(''),
  source: 'own',
  kind: 'share',
  unit: null,
  unverified: false,
  value: 0.55,
  n: 30,
  ...given,
})
const published = (given: Partial<Publication> = {}): Publication => ({
  organisation: 'Vaart',
  team: 'Hip',
  group: same('Hip'),
  about: same('About'),
  from: '2025-01',
  to: '2025-12',
  response: 0.85,
  figures: [
    figure('better', {}),
    figure('pain', {
      kind: 'individuals',
      value: 3.4,
      unit: same('(from 0 to 10)'),
      direction: 'higher-is-worse',
    }),
    figure('infection', { side: 'clinical', value: null, n: null }),
    figure('stay', { side: 'clinical', kind: 'individuals', value: 2.1, unit: same('nights') }),
    figure('discussed', { side: 'process' }),
  ],
  ...given,
})
const textsOf = (publication: Publication) =>
  Object.fromEntries(referrerLines(publication, 'en').map(({ id, text }) => [id, text]))

it('tells nobody that none of few did, or all of them', () => {
  const told = (sum: number, n: number) => roundForAll('share', { people: n, n, sum })
  const few = [0, 1, 2].map((sum) => told(sum, 10))
  expect(few).toEqual(few.map(() => ({ value: 0.3, bound: 'below', n: 10 })))
  expect(told(3, 10)).toEqual({ value: 0.3, bound: null, n: 10 })
  expect(told(10, 10)).toEqual({ value: 0.7, bound: 'above', n: 10 })
  expect([told(0, 200), told(4, 200), told(5, 200)].map(({ value, bound }) => [value, bound])).toEqual([
    [0.05, 'below'],
    [0.05, 'below'],
    [0.05, null],
  ])
  expect(told(200, 200)).toMatchObject({ value: 0.95, bound: 'above' })
  const { better } = textsOf(published({ figures: [figure('better', told(15, 15))] }))
  expect(better).toBe(
    'that holds for more than 80 of every 100. Counted among about 15: people with two answers.',
  )
})

it('tells whoever refers what patients noticed, in sentences', () => {
  expect(textsOf(published())).toEqual({
    better: 'that holds for about 55 of every 100. Counted among about 30: people with two answers.',
    pain: '3.4 (from 0 to 10) on average. Lower is better. Counted among about 30: people with two answers.',
    infection: 'nothing can be said of it yet: it is about fewer than 10 people.',
    stay: '2.1 nights on average. Higher is better. Counted among about 30: people with two answers.',
  })
})

it('tells nothing of what patients answered where too few did, but does of what was recorded', () => {
  for (const response of [0.5, null]) {
    const { better, pain, stay } = textsOf(published({ response }))
    expect([better, pain]).toEqual(Array(2).fill('nothing can be said of it: too few people answered.'))
    expect(stay).toContain('2.1 nights')
  }
})

it('a record for catalogues holds what DCAT-AP asks, and nothing that was not approved', () => {
  const record = dcatRecord('https://example.nl/uitkomsten', {
    teamId: 'team_1',
    content: published(),
    approvedAt: '2026-03-02T08:00:00.000Z',
  })
  for (const asked of ['dct:title', 'dct:description', 'dct:publisher', 'dcat:distribution', 'dcat:theme'])
    expect(record).toHaveProperty([asked])
  expect(record['dct:issued']['@value']).toBe('2026-03-02')
  expect(record['dcat:distribution']['dcat:accessURL']).toEqual({
    '@id': 'https://example.nl/uitkomsten/team_1',
  })
})
