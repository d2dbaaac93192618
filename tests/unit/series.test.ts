import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tellablePeriods } from '../../core/disclosure/periods.ts'
import { buckets, type Every, seriesOf, sourceOf, sourceOfMonths } from '../../core/figures/series.ts'

describe('a row of periods', () => {
  const nobody = new Map()
  const months = { from: '2025-01', to: '2025-06' }
  const people = (month: string, count: number, value = 1) =>
    Array.from({ length: count }, (_, place) => ({ on: `${month}-10`, person: `${month} ${place}`, value }))

  it('is of months where those can be told, of quarters where not', () => {
    const many = ['01', '02', '03', '04', '05', '06'].flatMap((month) => people(`2025-${month}`, 12))
    expect(seriesOf(sourceOf(many, nobody), months, '2025-07-01').every).toBe('month')
    const few = ['01', '02', '03', '04', '05', '06'].flatMap((month) => people(`2025-${month}`, 5))
    expect(seriesOf(sourceOf(few, nobody), months, '2025-07-01')).toMatchObject({
      every: 'quarter',
      observations: [
        { id: '2025-Q1', told: { value: 1, n: 15, people: 15 } },
        { id: '2025-Q2', told: { value: 1, n: 15, people: 15 } },
      ],
    })
  })
  it('hides a small month, by people and not by lists, and no month that was told before it', () => {
    const rows = [
      ...people('2025-01', 12),
      ...people('2025-02', 30),
      ...people('2025-03', 40),
      ...people('2025-04', 4),
    ]
    const { observations } = seriesOf(
      sourceOf([...rows, ...people('2025-04', 4)], nobody),
      months,
      '2025-07-01',
    )
    expect(observations.map(({ told }) => told?.n ?? null)).toEqual([12, 30, 40, null, null, null])
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
    const whole = seriesOf(source, months, '2025-07-01')
    expect(whole.every).toBe('month')
    expect(whole.observations.map(({ told }) => told?.n ?? null)).toEqual([12, 15, null, null, 14, 20])
    for (const to of ['2025-02', '2025-03', '2025-04', '2025-05'])
      expect(seriesOf(source, { from: '2025-01', to }, '2025-07-01')).toEqual({
        every: 'month',
        observations: whole.observations.filter(({ id }) => id <= to),
      })
  })
  it('tells no period that is not over, nor of what grid it would be', () => {
    const source = sourceOf(
      ['01', '02', '03', '04', '05', '06'].flatMap((month) => people(`2025-${month}`, 12)),
      nobody,
    )
    const told = (today: string) => seriesOf(source, months, today).observations.filter((one) => one.told)
    expect(
      told('2025-06-30')
        .map(({ id }) => id)
        .at(-1),
    ).toBe('2025-05')
    expect(
      told('2025-07-01')
        .map(({ id }) => id)
        .at(-1),
    ).toBe('2025-06')
    const few = sourceOf(
      ['01', '02', '03', '04', '05'].flatMap((month) => people(`2025-${month}`, 6)),
      nobody,
    )
    const { every, observations } = seriesOf(few, months, '2025-06-30')
    expect([every, observations.map(({ told: one }) => one?.n ?? null)]).toEqual(['quarter', [18, null]])
  })
  it('leaves nothing small between what it told as months and what it tells as longer periods later', () => {
    const told = (rows: readonly (readonly [string, number])[], today: string) => {
      const source = sourceOf(
        rows.flatMap(([month, count]) => people(`2025-${month}`, count)),
        nobody,
      )
      return seriesOf(source, { from: '2025-01', to: '2025-12' }, today)
    }
    const start = [
      ['01', 12],
      ['02', 15],
      ['03', 3],
    ] as const
    const early = told(start, '2025-04-01')
    expect([early.every, early.observations.slice(0, 3).map((one) => one.told?.n)]).toEqual([
      'month',
      [12, 15, undefined],
    ])
    const rest = ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => [month, 5] as const)
    const late = told([...start, ...rest], '2026-01-01')
    expect(late.every).toBe('quarter')
    expect(late.observations.map((one) => one.told?.n ?? null)).toEqual([null, 15, 15, 15])
  })
  it('counts who is in two hidden months once: the months that follow do not tell on them', () => {
    const same = (month: string, count: number) =>
      Array.from({ length: count }, (_, place) => ({
        on: `${month}-10`,
        person: `regular ${place}`,
        value: 1,
      }))
    const told = (rows: Parameters<typeof sourceOf>[0]) =>
      seriesOf(sourceOf(rows, nobody), months, '2025-07-01').observations.map((one) => one.told?.n ?? null)
    const later = ['03', '04', '05', '06'].flatMap((month) => people(`2025-${month}`, 12))
    // The first hidden months are five and six people: the same, or others.
    expect(told([...people('2025-01', 5), ...people('2025-02', 6), ...later])).toEqual([
      null,
      null,
      12,
      12,
      12,
      12,
    ])
    expect(told([...same('2025-01', 5), ...same('2025-02', 6), ...later])).toEqual([
      null,
      null,
      null,
      12,
      12,
      12,
    ])
  })
  it('never leaves fewer than ten different people between what is told of a half year and its told parts', () => {
    // Of fourteen people, who came in each month: months overlap, and many are small.
    const who = fc.uniqueArray(fc.nat(13), { maxLength: 14 })
    fc.assert(
      fc.property(fc.array(who, { minLength: 6, maxLength: 6 }), (byMonth) => {
        const counted = byMonth.flatMap((came, month) =>
          came.map((person) => ({ on: `2025-0${month + 1}-10`, person: `${person}`, value: 1 })),
        )
        const { by, peopleIn } = sourceOf(counted, nobody)
        const sizes = (every: Every) =>
          new Map(
            [...by(buckets[every])]
              .toSorted(([a], [b]) => (a < b ? -1 : 1))
              .map(([id, { people: n }]) => [id, n]),
          )
        const told = tellablePeriods({
          months: sizes('month'),
          quarters: sizes('quarter'),
          halves: sizes('half'),
          peopleIn,
        })
        const isTold = (on: string, ...parts: Every[]) => parts.some((part) => told.has(buckets[part](on)))
        const left = (whole: Every, ...parts: Every[]) =>
          [...Map.groupBy(counted, ({ on }) => buckets[whole](on))].flatMap(([id, inIt]) => {
            const rest = inIt.filter(({ on }) => !isTold(on, ...parts)).map(({ person }) => person)
            return told.has(id) && rest.length > 0 ? [new Set(rest).size] : []
          })
        expect(left('quarter', 'month').every((size) => size >= 10)).toBe(true)
        expect(left('half', 'month', 'quarter').every((size) => size >= 10)).toBe(true)
      }),
    )
  })
  it('adds up what is counted per month, and never counts people twice', () => {
    const cells = new Map(
      ['2025-01', '2025-02', '2025-03'].map((month) => [month, { people: 6, n: 8, sum: 4 }]),
    )
    const quarter = sourceOfMonths(cells).by((date) => date.slice(0, 4))
    expect(quarter.get('2025')).toEqual({ people: 6, n: 24, sum: 12 })
  })
})
