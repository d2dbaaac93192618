import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { formats } from '../../core/words/formats.ts'
import { Distribution } from '../../web/kit/charts/distribution/chart.tsx'
import type { DistributionRow } from '../../web/kit/charts/distribution/data.ts'
import { DistributionTable } from '../../web/kit/charts/distribution/table.tsx'
import { Funnel } from '../../web/kit/charts/funnel.tsx'
import { MeanLine } from '../../web/kit/charts/mean-line/chart.tsx'
import type { MeanPoint } from '../../web/kit/charts/mean-line/data.ts'
import { lines, textWidth } from '../../web/kit/charts/text.ts'
import { TimeChart } from '../../web/kit/charts/time/chart.tsx'
import type { TimeChartData, TimePanel } from '../../web/kit/charts/time/data.ts'
import { ticks } from '../../web/kit/charts/time/geometry.ts'
import { eventRows, stageStrip } from '../../web/kit/charts/time/strip.ts'
import { TimeTable } from '../../web/kit/charts/time/table.tsx'
import { LanguageProvider } from '../../web/kit/words.tsx'

const render = (chart: ReactNode, language: 'nl' | 'en' = 'nl') =>
  renderToStaticMarkup(<LanguageProvider first={language}>{chart}</LanguageProvider>)
const count = (markup: string, part: string) => markup.split(part).length - 1
const pathsOf = (markup: string) => [...markup.matchAll(/class="line" d="([^"]*)"/g)].map(([, d]) => d ?? '')

const panel: TimePanel = {
  id: 'pain',
  title: 'Pijn bij bewegen',
  about: 'Uw heup of knie',
  direction: 'hoger = meer pijn',
  range: [0, 10],
  decimals: 0,
  bands: [
    { from: 0, label: 'licht', concern: 'none' },
    { from: 4, label: 'matig', concern: 'watch' },
    { from: 7, label: 'ernstig', concern: 'high' },
  ],
  norm: 1.8,
  points: [
    { kind: 'score', at: '2026-01-12T09:00:00Z', value: 8 },
    { kind: 'missed', at: '2026-03-01T09:00:00Z' },
    {
      kind: 'not-computable',
      at: '2026-05-18T09:00:00Z',
      reason: 'too-few-answers',
      answered: 1,
      of: 3,
    },
    { kind: 'score', at: '2026-08-17T09:00:00Z', value: 2 },
    { kind: 'score', at: '2026-11-21T09:00:00Z', value: 5, concern: true },
  ],
  since: [
    { at: '2026-08-17T09:00:00Z', value: 2, verdict: 'worse' },
    { at: '2026-01-12T09:00:00Z', value: 8, verdict: 'better' },
  ],
}
const chart: TimeChartData = {
  sentence: 'Pijn bij bewegen werd slechter: 2 naar 5.',
  today: '2026-11-24T09:00:00Z',
  from: '2026-01-01',
  until: '2027-03-01',
  stages: [
    { name: 'Intake', from: '2026-01-05', until: '2026-02-12' },
    { name: 'Nazorg', from: '2026-02-12', until: null },
  ],
  events: [{ name: 'Knieprothese', at: '2026-02-12' }],
  panels: [panel],
  planned: ['2027-02-15T09:00:00Z'],
  normName: 'vrouwen 65–74 jaar, Nederland',
  sinceNames: ['sinds 17 aug', 'sinds 12 jan'],
}

describe('the time chart', () => {
  it('says its sentence first, names the direction, the bands, the norm and the stages', () => {
    const markup = render(<TimeChart chart={chart} width={1000} />)
    expect(markup).toContain(`aria-label="${chart.sentence}"`)
    for (const word of [
      'hoger =',
      'meer pijn',
      'ernstig',
      'norm 1,8',
      'Nazorg',
      'Knieprothese',
      'vandaag',
      'slechter',
    ])
      expect(markup).toContain(word)
  })

  it('shows the whole range of the scale, whatever was answered', () => {
    expect(ticks([0, 10])).toEqual([0, 5, 10])
    expect(ticks([0, 27])).toEqual([0, 27])
    expect(ticks([-0.446, 1])).toEqual([-0.446, 0, 1])
  })

  it('draws no line across a missed measurement', () => {
    const [path] = pathsOf(render(<TimeChart chart={chart} width={1000} />))
    expect(count(path ?? '', 'M')).toBe(2)
    expect(count(path ?? '', 'L')).toBe(1)
  })

  it('marks what is concerning by a sign, and says how many questions were answered where there is no score', () => {
    const markup = render(<TimeChart chart={chart} width={1000} />)
    expect(count(markup, 'class="diamond"')).toBe(1)
    expect(markup).toContain('1 van 3')
  })

  it('keeps everything inside its width on a phone', () => {
    const markup = render(<TimeChart chart={chart} width={358} />)
    const xs = [...markup.matchAll(/ (?:x|x1|x2|cx)="([\d.-]+)"/g)].map(([, x]) => Number(x))
    expect(Math.max(...xs)).toBeLessThanOrEqual(358)
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(0)
    expect(markup).toContain('Pijn bij bewegen')
  })

  it('stands with a single score, and with none', () => {
    const [first] = panel.points
    const single = { ...panel, points: first ? [first] : [], since: [null, null] as const }
    expect(render(<TimeChart chart={{ ...chart, panels: [single] }} width={1000} />)).not.toContain('NaN')
    const none = render(<TimeChart chart={{ ...chart, panels: [{ ...single, points: [] }] }} width={1000} />)
    expect(none).toContain('nog geen score')
    expect(none).not.toContain('NaN')
  })

  it('has the same numbers in its table, in either language', () => {
    const dutch = render(<TimeTable chart={chart} />)
    expect(dutch).toContain('gemist')
    expect(dutch).toContain('niet te berekenen: 1 van 3 beantwoord')
    expect(render(<TimeTable chart={chart} />, 'en')).toContain('missed')
  })

  it('tells the newest answer of a day in its table, and what was measured before what was not asked', () => {
    const day = (hour: number) => `2026-11-21T${hour}:00:00Z`
    const points = [
      { kind: 'score', at: day(10), value: 3 },
      { kind: 'score', at: day(11), value: 4 },
      { kind: 'not-asked', at: day(12) },
    ] as const
    const told = render(<TimeTable chart={{ ...chart, panels: [{ ...panel, points }] }} />)
    expect(told).toContain('<td class="number">4</td>')
    expect(told).not.toContain('<td class="number">3</td>')
  })
})

describe('the distribution', () => {
  const categories = ['licht', 'matig', 'ernstig'].map((label) => ({ id: label, label }))
  const row: DistributionRow = {
    id: 'intake',
    label: 'Intake',
    n: 318,
    response: 0.77,
    shares: [0.08, 0.37, 0.55],
  }
  const few: DistributionRow = { id: 'month-3', label: '3 maanden', n: null, response: null, shares: [] }

  it('always says of how many people, and hides a small group', () => {
    const markup = render(
      <Distribution sentence="Zin." categories={categories} rows={[row, few]} width={600} />,
    )
    expect(markup).toContain('n = 318, respons 77 %')
    expect(markup).toContain('minder dan 10 mensen')
    expect(count(markup, 'class="part"')).toBe(3)
    expect(render(<DistributionTable sentence="Zin." categories={categories} rows={[row, few]} />)).toContain(
      '&lt; 10',
    )
  })

  it('says the mean, and draws no bar, where every group is too small to show', () => {
    const runs = [{ from: 0, to: 2, share: 1 }]
    const hidden = { ...row, n: 20, shares: [null, null, null], runs, whole: 'gemiddeld 4,2 (3,4 tot 5)' }
    const markup = render(
      <Distribution sentence="Zin." categories={categories} rows={[hidden]} width={600} />,
    )
    expect(markup).toContain('gemiddeld 4,2 (3,4 tot 5)')
    expect(markup).not.toContain('together')
  })

  it('tells worse by a hatch, not by colour alone', () => {
    const change = [
      { id: 'b', label: 'beter', tone: 'better' as const },
      { id: 'w', label: 'slechter', tone: 'worse' as const },
    ]
    const shares = { ...row, shares: [0.9, 0.1] }
    expect(render(<Distribution sentence="Zin." categories={change} rows={[shares]} width={600} />)).toMatch(
      /fill="url\(#/,
    )
  })
})

describe('the funnel and the means', () => {
  it('says what drops out at every step, and marks where most do', () => {
    const steps = [
      { id: 'invited', label: 'genodigd', n: 412, of: null },
      { id: 'started', label: 'gestart', n: 222, of: 412 },
      { id: 'discussed', label: 'besproken', n: 91, of: 222 },
      { id: 'due', label: 'later', n: 60, of: 80 },
    ]
    const markup = render(<Funnel sentence="Zin." steps={steps} period="sep t/m nov" width={372} />)
    expect(markup).toContain('◆ 54 % van de vorige stap, 190 vallen af')
    expect(markup).toContain('41 % van de vorige stap, 131 vallen af')
    expect(markup).toContain('75 % van de 80 die al konden, 20 vallen af')
  })

  it('draws no line across a moment with too few people', () => {
    const value = (mean: number) => ({ n: 40, mean, low: mean - 1, high: mean + 1 })
    const points: MeanPoint[] = [
      { id: 'a', label: 'Intake', value: value(6) },
      { id: 'b', label: '3 mnd', value: null },
      { id: 'c', label: '12 mnd', value: value(3) },
      { id: 'd', label: 'nov', value: null, without: 'deze maand loopt nog' },
    ]
    const markup = render(
      <MeanLine
        sentence="Zin."
        direction="hoger = meer pijn"
        range={[0, 10]}
        ticks={[0, 5, 10]}
        decimals={0}
        points={points}
        width={600}
      />,
    )
    expect(pathsOf(markup).every((path) => !path.includes('L'))).toBe(true)
    expect(count(markup, 'n &lt; 10')).toBe(1)
    const place = /<text class="m" x="([\d.]+)" y="\d+">deze maand loopt nog</.exec(markup)?.[1]
    expect(Number(place) + textWidth('deze maand loopt nog') / 2).toBeLessThanOrEqual(600)
    expect(markup).toContain('n = 40')
  })
})

describe('words and numbers', () => {
  it('writes days and times as people here do, in the zone of the organisation', () => {
    const dutch = formats('nl', 'Europe/Amsterdam')
    expect(dutch.dayTime('2026-11-24T09:20:00.000Z')).toBe('di 24 nov 2026, 10:20')
    expect(dutch.number(7.5, 1)).toBe('7,5')
    expect(dutch.number(-0.446, 2)).toBe('−0,45')
    expect(dutch.isoDay('2026-11-24T23:30:00.000Z')).toBe('2026-11-25')
    expect(formats('en', 'Europe/Amsterdam').dayTime('2026-11-24T09:20:00.000Z')).toBe(
      'Tue 24 Nov 2026, 10:20',
    )
  })

  it('breaks a name into lines that fit, between words only', () => {
    const name = 'Tevredenheid met het resultaat van de operatie'
    const parts = lines(name, 120)
    expect(parts.join(' ')).toBe(name)
    expect(Math.max(...parts.map((part) => textWidth(part)))).toBeLessThanOrEqual(120)
  })
})

describe('the stages above a chart', () => {
  const scale = { x: (day: string) => Number(day.slice(8)) * 10, x0: 0, x1: 400 }
  const stage = (name: string, from: number, until: number | null) => ({
    name,
    from: `2026-01-${String(from).padStart(2, '0')}`,
    until: until === null ? null : `2026-01-${String(until).padStart(2, '0')}`,
  })

  it('writes a name where it fits, a number where it does not, and one range over the narrowest', () => {
    const stages = [
      stage('Kennismaken', 1, 3),
      stage('Voorbereiden', 3, 4),
      stage('Operatie en opname', 4, 5),
      stage('Controle', 5, null),
    ]
    const texts = (stretch: number) =>
      stageStrip(stages, { ...scale, x: (day) => scale.x(day) * stretch }).labels.map(({ text }) => text)
    expect(stageStrip(stages, scale).key).toEqual(['1 Kennismaken', '2 Voorbereiden', '3 Operatie en opname'])
    expect(texts(6)).toEqual(['Kennismaken', '1', '2', 'Controle'])
    expect(texts(1)).toEqual(['1', '2', '3', 'Controle'])
    expect(texts(0.5)).toEqual(['1–3', 'Controle'])
  })

  it('goes on with a stage that is entered again', () => {
    const strip = stageStrip([stage('Controle', 1, 9), stage('Controle', 9, null)], scale)
    expect(strip.boxes).toEqual([{ a: 10, b: 400, name: 'Controle' }])
  })

  it('gives each treatment its name, in a row of its own where two would lie on each other', () => {
    const day = (at: number) => `2026-01-${String(at).padStart(2, '0')}`
    const events = [
      { name: 'Knieprothese', at: day(5), open: true },
      { name: 'Operatie en opname', at: day(6) },
      { name: 'Injectie', at: day(31) },
    ]
    expect(eventRows(events, scale, 330).map(({ row, left }) => [row, left])).toEqual([
      [0, false],
      [1, false],
      [0, true],
    ])
  })

  it('takes gaps that would lie on each other together', () => {
    const missed = ['2026-03-01', '2026-03-01', '2026-05-01'].map((at) => ({ kind: 'missed' as const, at }))
    const markup = render(
      <TimeChart chart={{ ...chart, panels: [{ ...panel, points: missed }] }} width={1000} />,
    )
    expect(markup).toContain('2×')
    expect(count(markup, 'class="gap"')).toBe(3) // two in the panel, one in the key
  })
})
