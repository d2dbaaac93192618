import { describe, expect, it } from 'vitest'
import { newsOf } from '../../core/figures/improvement.ts'
import { controlChart } from '../../core/statistics/control-chart.ts'
import { last, row, rulesAt } from '../support/observations.ts'

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
