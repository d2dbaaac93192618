import { expect, it } from 'vitest'
import type { Trend } from '../../core/change/trend.ts'
import { resultChart } from '../../server/portal/chart.ts'
import { voiceIn } from '../../server/portal/frame.ts'
import { type DomainResult, resultsOf } from '../../server/portal/results.ts'
import { resultsPage } from '../../server/portal/results-page.ts'
import { words } from '../../server/portal/words.ts'
import { shipped } from '../support/definitions.ts'

const voice = voiceIn({
  language: 'nl',
  otherwise: 'nl',
  size: 1,
  letters: true,
  demo: false,
  zone: 'Europe/Amsterdam',
})
const scale = [...shipped.instruments.values()].find(({ id }) => id === 'hip-knee')?.scales[0]

function result(title: string, now: number, before: { at: string; value: number } | null): DomainResult {
  if (!scale) throw new Error('No scale')
  const last = { at: '2026-03-01T09:00:00.000Z', assessmentId: 'now', value: now }
  const kind = before && before.value > now ? 'better' : 'no-clear-change'
  const trend: Trend = {
    points: [
      ...(before ? [point(before.at, before.value, before.at)] : []),
      point(last.at, now, last.assessmentId),
    ],
    last,
    sincePrevious: before && ({ kind, ...before } as NonNullable<Trend['sincePrevious']>),
    sinceFirst: null,
  }
  return { id: title, title: { nl: title, en: title }, scale, own: true, trend, norm: null, stages: [] }
}

const point = (at: string, value: number, assessmentId: string) =>
  ({
    kind: 'score',
    at,
    value,
    assessmentId,
    standardError: null,
    scoringVersion: 1,
    byProxy: false,
  }) as const

const september = { at: '2025-09-24T09:00:00.000Z', value: 8 }
const may = { at: '2025-05-29T09:00:00.000Z', value: 8 }
const leadOf = async (...results: DomainResult[]) => {
  const page = String(await resultsPage(voice, [{ team: 'Heup', phone: '010', results, stoppedOn: null }]))
  return /<p class="lead">(.*?)<\/p>/s.exec(page)?.[1]
}

it('names each day that is compared with by itself, with its year where that is another', async () => {
  const lead = await leadOf(result('Pijn', 2, september), result('Lopen', 2, may), result('Slapen', 2, may))
  expect(lead).toBe('Beter dan op 24 sep 2025: pijn. Beter dan op 29 mei 2025: lopen, slapen.')
})

it('writes titles within a sentence as the language does, and abbreviations as they are', async () => {
  const said = async (language: 'nl' | 'de' | 'tr', title: string) => {
    const own = { ...voice, words: words[language], language }
    const results = [{ ...result(title, 2, september), title: { nl: title, en: title, [language]: title } }]
    return String(await resultsPage(own, [{ team: 'Heup', phone: '010', results, stoppedOn: null }]))
  }
  expect(await said('nl', 'Ziektelast (CCQ)')).toContain('24 sep 2025: ziektelast (CCQ).')
  expect(await said('nl', 'PSA terug')).toContain('24 sep 2025: PSA terug.')
  expect(await said('de', 'Treppen und Aufstehen')).toMatch(/class="lead">[^<]*: Treppen und Aufstehen\./)
  expect(await said('tr', 'İş')).toMatch(/class="lead">[^<]*: iş\./)
})

it('says what is not well now, changed or not', async () => {
  expect(await leadOf(result('Pijn', 2, september), result('Somber', 9, null))).toBe(
    'Beter dan op 24 sep 2025: pijn. Nu niet goed: somber.',
  )
  expect(await leadOf(result('Somber', 9, may))).toBe(
    'Er is niets duidelijk veranderd. Nu niet goed: somber.',
  )
})

it('does not call now what was asked on an earlier day only', async () => {
  const early = result('Somber', 9, null)
  const last = { at: may.at, assessmentId: 'may', value: 9 }
  const asked: DomainResult = { ...early, trend: { ...early.trend, points: [point(may.at, 9, 'may')], last } }
  const results = [result('Pijn', 2, september), asked]
  expect(await leadOf(...results)).toBe('Beter dan op 24 sep 2025: pijn. Op 29 mei 2025 niet goed: somber.')
  const page = String(await resultsPage(voice, [{ team: '', phone: '010', results, stoppedOn: null }]))
  expect(page).toContain('>Op 29 mei 2025: ernstig.<')
})

it('gives the compared measurement a day below the axis, with years where there are several', async () => {
  const page = String(
    await resultsPage(voice, [
      { team: '', phone: '010', results: [result('Pijn', 2, may)], stoppedOn: null },
    ]),
  )
  expect(page).toMatch(/>29 mei<\/text><text[^>]*>2025</)
})

it('says which score somebody else gave', async () => {
  const own = result('Pijn', 2, september)
  const points = own.trend.points.map((one) => ({ ...one, byProxy: true }) as Trend['points'][number])
  const page = String(
    await resultsPage(voice, [
      { team: '', phone: '010', results: [{ ...own, trend: { ...own.trend, points } }], stoppedOn: null },
    ]),
  )
  expect(page).toContain('Dit antwoordde iemand namens u.')
  expect(page).toContain('<td>2 (van een naaste)</td>')
})

it('after a loss says what stopped and whom to call, and of the answers nothing but days and numbers', async () => {
  const results = [{ ...result('Pijn', 9, september), norm: 3 }]
  const page = String(
    await resultsPage(voice, [{ team: 'Heup', phone: '010', results, stoppedOn: '2026-03-02' }]),
  )
  expect(page).toContain('Dit zorgpad is gestopt op 2 mrt 2026.')
  expect(page).toContain('<h1>Wat u eerder invulde</h1>')
  expect(page).toMatch(/wo 24 sep 2025<\/th><td>8</)
  expect(page).not.toMatch(/Beter|niet goed|ernstig|Mensen van uw leeftijd|Praat erover|Nu:|class="chart"/)
})

it('compares nobody with others since care is no longer meant to cure', () => {
  const asked = { instrument: 'promis-global-10', scale: 'gph_t' }
  const words = { nl: 'Gezondheid', en: 'Health' }
  const set = {
    domains: [],
    carePath: { stages: [] },
    measures: [{ id: 'health', title: words, kind: 'scale', ...asked }],
    moments: [{ id: 'check-up', instruments: [asked.instrument] }],
  }
  const at = '2026-02-01T10:00:00.000Z'
  const answered = { id: 'a', moment: 'check-up', dueAt: at, closesAt: at, submittedAt: at, responseId: 'r' }
  const score = {
    responseId: 'r',
    ...asked,
    scoringVersion: 1,
    value: 44,
    standardError: null,
    answered: 4,
    reason: null,
  }
  const normOf = (turnedOn: string | null) => {
    const version = { set, instruments: shipped.instruments } as unknown as Parameters<typeof resultsOf>[0]
    const path = { stages: [], treatment: null, turnedOn, assessments: [{ ...answered, withdrawnAt: null }] }
    const reader = { birthDate: '1959-04-12', sex: 'female' } as Parameters<typeof resultsOf>[3]
    const of = path as unknown as Parameters<typeof resultsOf>[1]
    return resultsOf(version, of, [score], reader, '2026-03-02T08:00:00.000Z')[0]?.norm
  }
  expect(normOf(null)).toBeGreaterThan(40)
  expect(normOf('2026-01-05')).toBeNull()
})

it('says what higher means in the reader’s language, in words of ours where the questionnaire has none', async () => {
  const said = async (language: 'nl' | 'tr') => {
    const own = { ...voice, words: words[language], language }
    return String(await resultChart(own, result('Pijn', 2, null), 'pain'))
  }
  expect(await said('nl')).toContain(scale?.directionWords.nl)
  expect(await said('tr')).toContain('yüksek = daha kötü')
  expect(await said('tr')).not.toContain(scale?.directionWords.nl)
})

it('draws its letters as large as the reader asked for, within the width of the page', async () => {
  const drawn = async (size: 1 | 2 | 3) =>
    String(await resultChart({ ...voice, size }, result('Pijn', 2, september), 'pain'))
  const widthOf = (svg: string) => Number(/viewBox="0 \S+ (\d+) /.exec(svg)?.[1])
  const [normal, larger, largest] = [await drawn(1), await drawn(2), await drawn(3)]
  expect(widthOf(normal) / widthOf(larger)).toBeCloseTo(1.25)
  expect(widthOf(normal) / widthOf(largest)).toBeCloseTo(1.5, 1)
  const places = [...largest.matchAll(/ c?x="([\d.]+)"/g)].map(([, x]) => Number(x))
  expect(Math.max(...places)).toBeLessThan(widthOf(largest) - 60)
  const long = { ...result('Pijn', 2, september), id: 'long' }
  const words = { nl: 'hoger = u kunt meer van wat u op een gewone dag wilt doen', en: 'higher = more' }
  long.scale = { ...long.scale, directionWords: words }
  const lines = [
    ...String(await resultChart({ ...voice, size: 3 }, long, 'long')).matchAll(/<text x="0"[^>]*>([^<]*)/g),
  ]
  expect(lines.map(([, line]) => line).join(' ')).toBe(words.nl)
  expect(Math.max(...lines.map(([, line]) => line?.length ?? 0)) * 7.2).toBeLessThan(widthOf(largest))
})
