import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { controlChart, type Observation } from '../../core/control-chart.ts'
import { newsOf } from '../../core/improvement.ts'
import { seriesOf, sourceOf, sourceOfMonths } from '../../core/series.ts'

const row = (values: readonly number[], n = 20): Observation[] =>
  values.map((value, place) => ({ id: `p${place}`, told: { value, n, people: n } }))
const last = <One>(list: readonly One[]): One => list.at(-1) as One
const rulesAt = (chart: ReturnType<typeof controlChart>, place: number) =>
  chart.points[place]?.signals.map(({ rule, side }) => `${rule} ${side}`)

describe('limits agree with published examples', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2, flow rates of ten batches: mean 50.81, mean moving range
  // 1.8778, limits 55.8041 and 45.8159 (with d2 rounded to 1.128; ours is 2/√π).
  it('of an XmR chart', () => {
    const chart = controlChart(
      'individuals',
      row([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]),
    )
    const { centre, low, high } = last(chart.points)
    expect(centre).toBeCloseTo(50.81, 10)
    const halfWidth = (3 * (16.9 / 9)) / 1.1283791671
    expect(high).toBeCloseTo(50.81 + halfWidth, 6)
    expect(low).toBeCloseTo(50.81 - halfWidth, 6)
    expect(high).toBeCloseTo(55.8041, 2)
    expect(low).toBeCloseTo(45.8159, 2)
    expect(last(chart.phases).movedLimit).toBeCloseTo(3.267 * (16.9 / 9), 2)
    expect(chart.points.map(({ moved }) => moved && Number(moved.toFixed(1)))).toEqual([
      null,
      2,
      2.3,
      1.4,
      3.5,
      3.4,
      1.4,
      0.2,
      1.2,
      1.5,
    ])
  })

  // Montgomery, Introduction to Statistical Quality Control, 6th ed., example 7.1 (cans of orange juice): 30 samples of
  // 50, centre 0.2313, limits 0.4102 and 0.0524, samples 15 and 23 outside.
  it('of a p chart', () => {
    const cans = [
      12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9,
      6,
    ]
    const chart = controlChart(
      'share',
      row(
        cans.map((count) => count / 50),
        50,
      ),
    )
    const { centre, low, high } = last(chart.points)
    expect(centre).toBeCloseTo(0.2313, 4)
    expect(high).toBeCloseTo(0.4102, 4)
    expect(low).toBeCloseTo(0.0524, 4)
    const outside = chart.points.flatMap(({ signals }, place) =>
      signals.some(({ rule }) => rule === 'outside') ? [place + 1] : [],
    )
    expect(outside).toEqual([15, 23])
  })

  // The same, example 7.3 (defects of computers, five in each sample): centre 1.93, limits 3.79 and 0.07.
  it('of a u chart', () => {
    const defects = [10, 12, 8, 14, 10, 16, 11, 7, 10, 15, 9, 5, 7, 11, 12, 6, 8, 10, 7, 5]
    const chart = controlChart(
      'rate',
      row(
        defects.map((count) => count / 5),
        5,
      ),
    )
    const { centre, low, high } = last(chart.points)
    expect(centre).toBeCloseTo(1.93, 10)
    expect(high).toBeCloseTo(3.79, 2)
    expect(low).toBeCloseTo(0.07, 2)
  })

  it('widen where few people stand behind a share, and stay within 0 and 1', () => {
    const chart = controlChart('share', [
      ...row(
        Array.from({ length: 9 }, () => 0.9),
        100,
      ),
      ...row([0.9], 10),
    ])
    const [wide, narrow] = [last(chart.points), chart.points[0]]
    expect(wide.high).toBe(1)
    expect((wide.low ?? 0) < (narrow?.low ?? 0)).toBe(true)
  })

  it('are not drawn from fewer than eight periods, nor from what may not be told', () => {
    const seven = controlChart('share', [
      ...row([0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1]),
      { id: 'few', told: null },
    ])
    expect(seven.points.every(({ centre, signals }) => centre === null && signals.length === 0)).toBe(true)
    expect(last(seven.points)).toMatchObject({ value: null, n: null })
  })
})

describe('signals', () => {
  const steady = [5, 6, 5, 6, 5, 6, 5, 6, 5, 6]

  it('none in what goes back and forth', () => {
    expect(controlChart('individuals', row(steady)).points.flatMap(({ signals }) => signals)).toEqual([])
  })
  it('none in what never changes, whatever the last digits of its sums', () => {
    const same = controlChart(
      'individuals',
      row(Array.from({ length: 12 }, (_, place) => (place % 2 ? 0.3 : 0.1 + 0.2))),
    )
    expect(same.points.flatMap(({ signals }) => signals)).toEqual([])
  })
  it('a single odd period', () => {
    const chart = controlChart('individuals', row([...steady, 5, 6, 12]), [{ id: 'p10', adopted: false }])
    expect(rulesAt(chart, 12)).toEqual(['outside above'])
  })
  it('eight in a row on one side, and the ninth; a value on the centre ends it', () => {
    const mark = [{ id: 'p10', adopted: false }]
    const shifted = controlChart(
      'individuals',
      row([...steady, ...Array.from({ length: 9 }, () => 5.9)]),
      mark,
    )
    expect([16, 17, 18].map((place) => rulesAt(shifted, place)?.includes('run above'))).toEqual([
      true, // with the last of the steady ones it is the eighth
      true,
      true,
    ])
    expect(rulesAt(shifted, 15)).toEqual([])
    const broken = controlChart('individuals', row([...steady, 5.9, 5.9, 5.9, 5.5, 5.9, 5.9, 5.9, 5.9]), mark)
    expect(broken.points.flatMap(({ signals }) => signals)).toEqual([])
  })
  it('six in a row in one direction', () => {
    const chart = controlChart('individuals', row([...steady, 5.2, 5.3, 5.4, 5.5, 5.6, 5.7]), [
      { id: 'p10', adopted: false },
    ])
    expect(rulesAt(chart, 15)).toEqual(['trend above'])
    expect(rulesAt(chart, 14)).toEqual([])
  })
  it('two of three near the same limit, on the same side', () => {
    const mark = [{ id: 'p10', adopted: false }]
    // centre 5.5, one standard deviation 1 / 1.128 = 0.886: beyond 7.27 is near the limit of 8.16
    expect(rulesAt(controlChart('individuals', row([...steady, 7.5, 5.5, 7.5]), mark), 12)).toEqual([
      'two-of-three above',
    ])
    expect(rulesAt(controlChart('individuals', row([...steady, 7.5, 5.5, 3.5]), mark), 12)).toEqual([])
  })
})

describe('rare events', () => {
  const counts = (events: readonly number[], n: number) =>
    row(
      events.map((count) => count / n),
      n,
    )
  const outside = (chart: ReturnType<typeof controlChart>) =>
    chart.points.flatMap(({ id, signals }) => (signals.some(({ rule }) => rule === 'outside') ? [id] : []))
  const nought = [0, 0, 0, 0, 0, 0, 0, 0]

  // After 0 of 160, P(X > k) of the next 20 people for k = 1, 2: 0.458 % and 0.039 %, from the beta-binomial (0.5, 160.5)
  // by Python’s log-gamma function.
  it('after none at all: one is no signal yet, three of twenty are', () => {
    const chart = controlChart('share', counts([...nought, 1, 3, 6], 20), [{ id: 'p8', adopted: false }])
    expect(last(chart.points)).toMatchObject({ centre: 0, low: 0, high: 2 / 20 })
    expect(outside(chart)).toEqual(['p9', 'p10'])
    expect(newsOf({ chart, every: 'month', direction: 'higher-is-worse' }).kind).toBe('worse')
    const all = controlChart('share', counts([...nought.map(() => 20), 19, 14], 20), [
      { id: 'p8', adopted: false },
    ])
    expect(outside(all)).toEqual(['p9'])
  })
  // P(X > k) for k = 3, 4, 5 of the beta-binomial (30; 22.1, 698.9): 1.486 %, 0.269 % and 0.041 %, computed likewise.
  it('are counted out: four of thirty at 3 % is above three standard deviations, and no signal', () => {
    const usual = [1, 0, 2, 1, 1, 0, 1, 1, 2, 0, 1, 1, 0, 1, 2, 1, 0, 1, 1, 1, 0, 2, 1, 0.6]
    const chart = controlChart('share', counts([...usual, 4, 6], 30), [{ id: 'p24', adopted: false }])
    expect(chart.points[24]?.centre).toBeCloseTo(0.03, 12)
    expect(4 / 30).toBeGreaterThan(0.03 + 3 * Math.sqrt((0.03 * 0.97) / 30))
    expect(outside(chart)).toEqual(['p25'])
    expect(last(chart.points).high).toBeCloseTo(5 / 30, 12)
  })
  it('of a rate likewise', () => {
    const chart = controlChart('rate', counts([...nought, 1, 4], 20), [{ id: 'p8', adopted: false }])
    expect(outside(chart)).toEqual(['p9'])
  })
  it('where nothing ever moved, what moves is a signal', () => {
    const chart = controlChart('individuals', row([5, 5, 5, 5, 5, 5, 5, 5, 9]), [
      { id: 'p8', adopted: false },
    ])
    expect(outside(chart)).toEqual(['p8'])
  })
  it('people count, not their answers: the same share of fewer people has wider limits', () => {
    const of = (people: number) =>
      controlChart(
        'share',
        row(
          Array.from({ length: 9 }, () => 0.5),
          60,
        ).map(({ id, told }) => ({
          id,
          told: told && { ...told, people },
        })),
      )
    expect(last(of(60).points).high).toBeCloseTo(0.5 + 3 * Math.sqrt(0.25 / 60), 12)
    expect(last(of(30).points).high).toBeCloseTo(0.5 + 3 * Math.sqrt(0.25 / 30), 12)
  })
  it('give hardly any false alarm where nothing changes', () => {
    let seed = 20_260_101
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed / 2_147_483_647
    }
    const draw = () => Array.from({ length: 30 }, random).filter((one) => one < 0.03).length
    const charts = Array.from({ length: 300 }, () =>
      controlChart('share', counts(Array.from({ length: 24 }, draw), 30)),
    )
    const alarmed = charts.filter(({ points }) => points.some(({ signals }) => signals.length > 0))
    expect(alarmed.length / charts.length).toBeLessThan(0.05) // three standard deviations alone: a third
  })
})

describe('improvements', () => {
  const before = [5, 6, 5, 6, 5, 6, 5, 6]
  const after = [9, 10, 9, 10, 9, 10, 9, 10]

  it('keep the limits of before while they run, so that an effect shows', () => {
    const chart = controlChart('individuals', row([...before, ...after]), [{ id: 'p8', adopted: false }])
    expect(chart.phases).toMatchObject([{ from: 'p0', to: 'p15', centre: 5.5 }])
    expect(last(chart.points).signals.length).toBeGreaterThan(0)
  })
  it('begin limits of their own once adopted, with eight periods since', () => {
    const chart = controlChart('individuals', row([...before, ...after]), [{ id: 'p8', adopted: true }])
    expect(chart.phases.map(({ centre }) => centre)).toEqual([5.5, 9.5])
    expect(chart.points.flatMap(({ signals }) => signals)).toEqual([])
    const young = controlChart('individuals', row([...before, ...after.slice(1)]), [
      { id: 'p8', adopted: true },
    ])
    expect(young.phases.map(({ centre }) => centre)).toEqual([5.5])
  })
  it('begin limits where one of two in a period was adopted, and whatever begins soon after', () => {
    const values = row([...before, ...after])
    const two = controlChart('individuals', values, [
      { id: 'p8', adopted: false },
      { id: 'p8', adopted: true },
    ])
    expect(two.phases.map(({ centre }) => centre)).toEqual([5.5, 9.5])
    const soon = controlChart('individuals', values, [
      { id: 'p8', adopted: true },
      { id: 'p10', adopted: false },
    ])
    expect(soon.phases.map(({ centre }) => centre)).toEqual([5.5, 9.5])
  })
  it('are no jump: a moving range does not cross from one phase into the next', () => {
    const chart = controlChart('individuals', row([...before, ...after]), [{ id: 'p8', adopted: true }])
    expect(chart.points[8]?.moved).toBeNull()
    expect(chart.points[9]?.moved).toBe(1)
    expect(chart.phases.map(({ movedLimit }) => movedLimit?.toFixed(3))).toEqual(['3.267', '3.267'])
  })
  it('change nothing where too little came before', () => {
    const chart = controlChart('individuals', row([...before, ...after]), [{ id: 'p3', adopted: true }])
    expect(chart.phases).toHaveLength(1)
  })
})

describe('whatever the values', () => {
  it('limits lie round the centre, and every told period keeps its value', () => {
    const told = fc.record({
      value: fc.double({ min: 0, max: 1, noNaN: true }),
      n: fc.integer({ min: 10, max: 200 }),
      people: fc.integer({ min: 10, max: 200 }),
    })
    const kinds = fc.constantFrom('individuals' as const, 'share' as const, 'rate' as const)
    fc.assert(
      fc.property(fc.array(fc.option(told), { maxLength: 30 }), kinds, (list, kind) => {
        const observations = list.map((one, place) => ({ id: `p${place}`, told: one }))
        const chart = controlChart(kind, observations, [{ id: 'p9', adopted: true }])
        expect(chart.points.map(({ value }) => value)).toEqual(list.map((one) => one?.value ?? null))
        const wrong = chart.points.filter(
          ({ low, centre, high }) =>
            low !== null &&
            high !== null &&
            centre !== null &&
            (low > centre + 1e-12 || high < centre - 1e-12),
        )
        expect(wrong).toEqual([])
      }),
    )
  })
})

describe('a row of periods', () => {
  const nobody = new Map()
  const months = { from: '2025-01', to: '2025-06' }
  const people = (month: string, count: number, value = 1) =>
    Array.from({ length: count }, (_, place) => ({ on: `${month}-10`, person: `${month} ${place}`, value }))

  it('is of months where those can be told, of quarters where not', () => {
    const many = ['01', '02', '03', '04', '05', '06'].flatMap((month) => people(`2025-${month}`, 12))
    expect(seriesOf(sourceOf(many, nobody), months).every).toBe('month')
    const few = ['01', '02', '03', '04', '05', '06'].flatMap((month) => people(`2025-${month}`, 5))
    expect(seriesOf(sourceOf(few, nobody), months)).toMatchObject({
      every: 'quarter',
      observations: [
        { id: '2025-Q1', told: { value: 1, n: 15, people: 15 } },
        { id: '2025-Q2', told: { value: 1, n: 15, people: 15 } },
      ],
    })
  })
  it('hides a small month together with another, by people and not by lists', () => {
    const rows = [
      ...people('2025-01', 12),
      ...people('2025-02', 30),
      ...people('2025-03', 40),
      ...people('2025-04', 4),
    ]
    const { observations } = seriesOf(sourceOf([...rows, ...people('2025-04', 4)], nobody), months)
    expect(observations.map(({ told }) => told?.n ?? null)).toEqual([null, 30, 40, null, null, null])
  })
  it('tells the same whatever months are asked: a small one cannot be taken from another choice', () => {
    const rows = [
      ['01', 12],
      ['02', 15],
      ['03', 5],
      ['04', 6],
      ['05', 14],
      ['06', 20],
    ] as const
    const source = sourceOf(
      rows.flatMap(([month, count]) => people(`2025-${month}`, count)),
      nobody,
    )
    const whole = seriesOf(source, months)
    expect(whole.every).toBe('month')
    expect(whole.observations.map(({ told }) => told?.n ?? null)).toEqual([12, 15, null, null, 14, 20])
    for (const to of ['2025-02', '2025-03', '2025-04', '2025-05'])
      expect(seriesOf(source, { from: '2025-01', to })).toEqual({
        every: 'month',
        observations: whole.observations.filter(({ id }) => id <= to),
      })
  })
  it('adds up what is counted per month, and never counts people twice', () => {
    const cells = new Map(
      ['2025-01', '2025-02', '2025-03'].map((month) => [month, { people: 6, n: 8, sum: 4 }]),
    )
    const quarter = sourceOfMonths(cells)((date) => date.slice(0, 4))
    expect(quarter.get('2025')).toEqual({ people: 6, n: 24, sum: 12 })
  })
})

describe('news', () => {
  it('is of the last quarter: three months together, beside the three before', () => {
    const chart = controlChart('share', row([0.4, 0.5, 0.4, 0.5, 0.4, 0.5, 0.4, 0.5, 0.9, 0.9, 0.9]), [
      { id: 'p8', adopted: false },
    ])
    const news = newsOf({ chart, every: 'month', direction: 'higher-is-better' })
    expect(news).toMatchObject({ kind: 'better', last: { id: 'p10', n: 60 }, before: { n: 60 } })
    expect(news.last?.value).toBeCloseTo(0.9, 12)
    expect(news.before?.value).toBeCloseTo(1.4 / 3, 12)
    expect(newsOf({ chart, every: 'month', direction: 'higher-is-worse' }).kind).toBe('worse')
  })
  it('says the period that is the signal, not the last one', () => {
    const steady = [50, 51, 50, 51, 50, 51, 50, 51]
    const chart = controlChart('individuals', row([...steady, 70, 50.4, 50.6]), [
      { id: 'p8', adopted: false },
    ])
    const news = newsOf({ chart, every: 'month', direction: 'higher-is-better' })
    expect(news).toMatchObject({ kind: 'better', last: { from: 'p8', id: 'p10' } })
    expect(news.signal).toEqual({ id: 'p8', value: 70, rule: 'outside' })
  })
  it('of a fall that begins to climb is bad, and of one that climbs again where lower is better contradicts itself', () => {
    const fallen = [50, 51, 50, 51, 50, 51, 50, 51, 20, 21, 22, 23, 24, 25]
    const chart = controlChart('individuals', row(fallen), [{ id: 'p8', adopted: false }])
    expect(rulesAt(chart, 13)).toContain('trend above')
    expect(newsOf({ chart, every: 'month', direction: 'higher-is-better' })).toMatchObject({
      kind: 'worse',
      signal: { id: 'p13', rule: 'outside' },
    })
    expect(newsOf({ chart, every: 'month', direction: 'higher-is-worse' }).kind).toBe('mixed')
  })
  it('says that there is too little, and that there is no signal', () => {
    const few = controlChart('share', row([0.4, 0.5]))
    expect(newsOf({ chart: few, every: 'quarter', direction: 'higher-is-better' }).kind).toBe('too-few')
    const calm = controlChart('share', row([0.4, 0.5, 0.4, 0.5, 0.4, 0.5, 0.4, 0.5]))
    expect(newsOf({ chart: calm, every: 'quarter', direction: 'higher-is-better' }).kind).toBe('no-signal')
    const none = controlChart('share', [])
    expect(newsOf({ chart: none, every: 'month', direction: 'higher-is-better' })).toEqual({
      kind: 'too-few',
      last: null,
      before: null,
      signal: null,
    })
  })
})
