import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toldUnits, withoutFew } from '../../core/figures/compared-units.ts'

const placed = (number: number, units: string[], caseMix: (number | null)[] = [60]) => ({
  person: `p${number}`,
  team: 'one',
  units,
  caseMix,
})
const many = (from: number, count: number, units: string[]) =>
  Array.from({ length: count }, (_, number) => placed(from + number, units))

describe('which units of a comparison may be told', () => {
  it('an organisation that is one team and a few others more is not told beside that team', () => {
    const teams = [
      ...many(0, 50, ['large', 'ours']),
      ...many(50, 8, ['small', 'ours']),
      ...many(60, 40, ['west', 'theirs']),
      ...many(100, 45, ['east', 'third']),
    ]
    const byTeam = toldUnits(teams.map((row) => ({ ...row, units: row.units.slice(0, 1) })))
    expect([...byTeam].toSorted()).toEqual(['east', 'large'])
    expect([...toldUnits(teams)]).toEqual([])
  })

  it('teams and organisations that are the same people are both told, also many of them', () => {
    const region = Array.from({ length: 30 }, (_, place) => many(place * 20, 20, [`t${place}`, `o${place}`]))
    expect(toldUnits(region.flat()).size).toBe(30)
  })

  it('nothing that units of two divisions differ by is a small group', () => {
    const shares = fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(25)), { minLength: 2, maxLength: 7 })
    fc.assert(
      fc.property(shares, fc.nat(7), fc.nat(7), (cells, one, other) => {
        const rows = cells.flatMap(([first, second, count], cell) =>
          many(cell * 100, count, [`${first}`, `${second}`]),
        )
        const chosen = (place: number, levels: number) => {
          const told = toldUnits(rows.map((row) => ({ ...row, units: row.units.slice(0, place + 1) })))
          const some = [...told].toSorted().filter((_, level) => (levels >> level) % 2 === 1)
          return new Set(rows.filter(({ units }) => some.includes(units[place] ?? '')))
        }
        const between = chosen(0, one).symmetricDifference(chosen(1, other))
        expect(between.size === 0 || between.size >= 10).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('a few without all of the case mix count nowhere: they cannot be taken from the value of all together', () => {
    const complete = many(0, 40, ['a'])
    const without = (count: number) =>
      Array.from({ length: count }, (_, number) => placed(100 + number, ['a'], [null]))
    expect(withoutFew([...complete, ...without(9)])).toHaveLength(40)
    expect(withoutFew([...complete, ...without(10)])).toHaveLength(50)
  })
})
