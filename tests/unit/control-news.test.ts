import { describe, expect, it } from 'vitest'
import { newsOf } from '../../core/figures/improvement.ts'
import { controlChart } from '../../core/statistics/control-chart.ts'
import { last, row, rulesAt } from '../support/observations.ts'

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
