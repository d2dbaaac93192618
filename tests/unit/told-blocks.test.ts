import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { thinned, toTell } from '../../core/disclosure/told-blocks.ts'
import { moveMonth } from '../../core/time/months.ts'

type Row = { person: string; on: string; sex: string; age: string }

const history = fc
  .array(
    fc.record({
      person: fc.integer({ min: 0, max: 60 }).map((number) => `p${number}`),
      month: fc.integer({ min: 0, max: 17 }),
      sex: fc.constantFrom('female', 'female', 'female', 'male', 'other'),
      age: fc.constantFrom('young', 'old', ''),
    }),
    { minLength: 5, maxLength: 160 },
  )
  .map((rows) => rows.map(({ month, ...row }): Row => ({ ...row, on: `${moveMonth('2024-01', month)}-15` })))
const LAST = '2025-05'
const nobody = new Map()

const cuts = [undefined, ({ sex }: Row) => sex, ({ age }: Row) => age]
const question = fc.record({
  from: fc.integer({ min: 0, max: 17 }),
  count: fc.integer({ min: 1, max: 18 }),
  cut: fc.constantFrom(...cuts),
  level: fc.constantFrom('all', 'female', 'male', 'other', 'young', 'old', ''),
})
const peopleIn = (rows: Iterable<Row>) => new Set([...rows].map(({ person }) => person)).size
const isSmall = (rows: Iterable<Row>) => peopleIn(rows) > 0 && peopleIn(rows) < 10

/** What one question shows: everybody, or one level of a property. */
function answer(
  rows: readonly Row[],
  { from, count, cut, level }: { from: number; count: number; cut: (typeof cuts)[number]; level: string },
) {
  const months = { from: moveMonth('2024-01', from), to: moveMonth('2024-01', from + count - 1) }
  const told = toTell(rows, nobody, months, LAST, cut)
  return new Set(cut ? told.rowsOf(level) : told.rows)
}

describe('what may be told of a group that is cut', () => {
  it('no answer is about a small group, and neither is what lies between two answers', () => {
    fc.assert(
      fc.property(history, question, question, (rows, one, other) => {
        const [first, second] = [answer(rows, one), answer(rows, other)]
        expect(isSmall(first)).toBe(false)
        const between = first.isSubsetOf(second) ? second.difference(first) : first
        expect(isSmall(between)).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  it('nor can a part be worked out from all the other parts and the whole', () => {
    fc.assert(
      fc.property(history, question, (rows, { from, count }) => {
        const months = { from: moveMonth('2024-01', from), to: moveMonth('2024-01', from + count - 1) }
        const told = toTell(rows, nobody, months, LAST, ({ sex }) => sex)
        const shown = told.levels.flatMap((level) => told.rowsOf(level))
        expect(isSmall(new Set(told.rows).difference(new Set(shown)))).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('next month it tells the same of what it told before, cut or not: nobody is seen coming in', () => {
    fc.assert(
      fc.property(history, question, (rows, { cut, level }) => {
        const ever = { from: '2024-01', to: LAST }
        const until = (last: string) => toTell(rows, nobody, ever, last, cut)
        const [then, now] = [until('2025-02'), until(LAST)]
        expect(now.blocks.slice(0, then.blocks.length)).toEqual(then.blocks)
        const came = new Set(now.rowsOf(level)).difference(new Set(then.rowsOf(level)))
        expect(isSmall(came)).toBe(false)
        expect(new Set(then.rowsOf(level)).isSubsetOf(new Set(now.rowsOf(level)))).toBe(true)
      }),
      { numRuns: 600 },
    )
  })

  it('what comes after the last month changes nothing that was told', () => {
    fc.assert(
      fc.property(history, question, (rows, { cut, level }) => {
        const ever = { from: '2024-01', to: LAST }
        const later = [...rows, { person: 'p99', on: '2025-06-02', sex: 'male', age: 'old' }]
        expect(toTell(later, nobody, ever, LAST, cut).rowsOf(level)).toEqual(
          toTell(rows, nobody, ever, LAST, cut).rowsOf(level),
        )
      }),
    )
  })

  it('waits half a year for the smallest level, then hides it in that block and tells the others', () => {
    const came = (month: string, count: number, sex: string, first: number): Row[] =>
      Array.from({ length: count }, (_, number) => ({
        person: `p${first + number}`,
        on: `${month}-10`,
        sex,
        age: '',
      }))
    const rows = [
      ...came('2024-01', 20, 'female', 0),
      ...came('2024-02', 12, 'male', 20),
      ...came('2024-02', 3, 'other', 32),
      ...came('2024-07', 15, 'female', 40),
    ]
    const told = (last: string) =>
      toTell(rows, nobody, { from: '2024-01', to: '2024-12' }, last, ({ sex }) => sex)
    expect(told('2024-06').blocks).toEqual([{ from: '2024-01', to: '2024-01' }])
    // 12 and 3 may not be told apart: the three are hidden with the next smallest, the men
    expect(told('2024-07').blocks).toEqual([
      { from: '2024-01', to: '2024-01' },
      { from: '2024-02', to: '2024-07' },
    ])
    expect(told('2024-07').levels).toEqual(['female'])
    expect(told('2024-07').rowsOf('female')).toHaveLength(35)
  })

  it('waits until a month is over and ten people are together', () => {
    const came = (month: string, count: number, first = 0): Row[] =>
      Array.from({ length: count }, (_, number) => ({
        person: `p${first + number}`,
        on: `${month}-10`,
        sex: 'female',
        age: 'old',
      }))
    const rows = [
      ...came('2024-01', 6),
      ...came('2024-03', 4, 6),
      ...came('2024-04', 12, 10),
      ...came('2024-05', 3, 22),
    ]
    const year = { from: '2024-01', to: '2024-12' }
    expect(toTell(rows, nobody, year, '2024-05')).toMatchObject({
      months: { from: '2024-01', to: '2024-04' },
      blocks: [
        { from: '2024-01', to: '2024-03' },
        { from: '2024-04', to: '2024-04' },
      ],
    })
    expect(toTell(rows, nobody, year, '2024-03').rows).toHaveLength(10)
    expect(toTell(rows, nobody, { from: '2024-02', to: '2024-03' }, '2024-05').rows).toHaveLength(10)
    expect(toTell(rows, nobody, { from: '2024-01', to: '2024-02' }, '2024-05').months).toBeNull()
  })

  it('a line of many blocks joins them two by two', () => {
    const month = (number: number) => moveMonth('2024-01', number)
    const blocks = Array.from({ length: 13 }, (_, number) => ({ from: month(number), to: month(number) }))
    expect(thinned(blocks, 12)).toHaveLength(7)
    expect(thinned(blocks, 12)[0]).toEqual({ from: '2024-01', to: '2024-02' })
    expect(thinned(blocks, 12).at(-1)).toEqual({ from: '2025-01', to: '2025-01' })
    expect(thinned(blocks, 13)).toBe(blocks)
  })
})

describe('what may be told of a group that can be cut by several properties', () => {
  const AREAS = ['north', 'south', ''] as const
  /** Everybody once, with properties of their own; the area is nearly the sex, so that the two can nearly coincide. */
  const people = fc
    .array(
      fc.record({
        month: fc.integer({ min: 0, max: 11 }),
        sex: fc.constantFrom('female', 'male'),
        age: fc.constantFrom('young', 'old', 'oldest'),
        strays: fc.integer({ min: 0, max: 11 }),
      }),
      { minLength: 30, maxLength: 150 },
    )
    .map((rows) =>
      rows.map(({ month, sex, age, strays }, number) => ({
        person: `p${number}`,
        on: `${moveMonth('2024-01', month)}-15`,
        sex,
        age,
        area: AREAS[strays < 3 ? strays : Number(sex === 'male')] ?? '',
      })),
    )
  type Person = { person: string; on: string; sex: string; age: string; area: string }
  const properties = [({ sex }: Person) => sex, ({ age }: Person) => age, ({ area }: Person) => area]
  const asked = fc.record({ from: fc.integer({ min: 0, max: 11 }), count: fc.integer({ min: 1, max: 12 }) })
  type Choice = { property: number; levels: number; asked: { from: number; count: number } }
  const choice = fc.record({ property: fc.nat(3), levels: fc.nat(7), asked })

  /** What some levels of one property give together, or everybody. */
  function told(rows: readonly Person[], { property, levels, asked: { from, count } }: Choice) {
    const months = { from: moveMonth('2024-01', from), to: moveMonth('2024-01', from + count - 1) }
    const levelOf = properties[property]
    if (!levelOf) return new Set(toTell(rows, nobody, months, LAST).rows)
    const part = toTell(rows, nobody, months, LAST, levelOf, properties)
    const chosen = part.levels.toSorted().filter((_, place) => (levels >> place) % 2 === 1)
    return new Set(chosen.flatMap((level) => part.rowsOf(level)))
  }
  const isSmallGroup = (rows: ReadonlySet<Person>) => rows.size > 0 && rows.size < 10

  it('nothing that two answers differ by is a small group, whatever the properties, levels and months', () => {
    fc.assert(
      fc.property(people, choice, choice, (rows, one, other) => {
        const [first, second] = [told(rows, one), told(rows, other)]
        expect(isSmallGroup(first)).toBe(false)
        expect(isSmallGroup(first.symmetricDifference(second))).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('two properties that are nearly the same: the second is not told', () => {
    const rows = Array.from({ length: 60 }, (_, number): Person => {
      const sex = number < 30 ? 'female' : 'male'
      return {
        person: `p${number}`,
        on: '2024-01-15',
        sex,
        age: 'old',
        area: number === 0 || sex === 'male' ? 'south' : 'north',
      }
    })
    const levels = (property: number) =>
      toTell(rows, nobody, { from: '2024-01', to: '2024-12' }, LAST, properties[property], properties).levels
    expect(levels(0)).toEqual(['female', 'male'])
    expect(levels(2)).toEqual([])
  })
})
