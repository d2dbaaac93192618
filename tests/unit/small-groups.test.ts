import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  hiddenCells,
  hiddenGroups,
  tellableRuns,
  tellableShares,
} from '../../core/disclosure/small-groups.ts'

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

describe('small groups', () => {
  it('shows a bar whose cells are all large enough', () => {
    expect(tellableShares([10, 20, 10])).toEqual({ shares: [0.25, 0.5, 0.25], together: 0 })
  })

  it('hides a small cell together with the next smallest, so that it cannot be worked out', () => {
    expect(hiddenCells([30, 15, 3])).toEqual([false, true, true])
    expect(tellableShares([30, 15, 3])).toEqual({ shares: [0.625, null, null], together: 0.375 })
  })

  it('hides no more than needed when two small cells are a large group together', () => {
    expect(hiddenCells([40, 6, 7])).toEqual([false, true, true])
  })

  it('shows that nobody is in a cell', () => {
    expect(hiddenCells([25, 0, 15])).toEqual([false, false, false])
  })

  it('tells nothing of fewer than ten people', () => {
    expect(tellableShares([5, 4])).toBeNull()
    expect(tellableShares([9, 0])).toBeNull()
    expect(tellableShares([])).toBeNull()
  })

  it('goes by people, not by what they answered', () => {
    expect(tellableShares([12, 30], [6, 28])).toEqual({ shares: [null, null], together: 1 })
    expect(tellableShares([12, 30], [3, 6])).toBeNull()
  })
})

describe('small groups, whatever the numbers', () => {
  const cells = fc.array(fc.nat(60), { minLength: 1, maxLength: 8 })

  it('shows no cell of one to nine people, and hides none alone', () => {
    fc.assert(
      fc.property(cells, (people) => {
        const hidden = hiddenCells(people)
        const kept = people.filter((_, place) => !hidden[place])
        const gone = people.filter((_, place) => hidden[place])
        expect(kept.every((n) => n === 0 || n >= 10)).toBe(true)
        const isSafe = total(gone) >= 10 && gone.filter((n) => n > 0).length > 1
        expect(total(people) < 10 || gone.length === 0 || isSafe).toBe(true)
      }),
    )
  })

  it('leaves ten different people together where somebody is in several groups', () => {
    const groups = fc.array(fc.uniqueArray(fc.nat(24), { maxLength: 20 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(groups, (people) => {
        const hidden = hiddenGroups(people.map((group) => new Set(group.map(String))))
        const gone = new Set(people.filter((_, place) => hidden[place]).flat()).size
        const all = new Set(people.flat()).size
        expect(hidden.every(Boolean) || gone === 0 || gone >= 10).toBe(true)
        expect(all < 10 && !hidden.every(Boolean)).toBe(false)
        expect(
          people.every((group, place) => hidden[place] || group.length === 0 || group.length >= 10),
        ).toBe(true)
      }),
    )
  })

  it('gives shares that make one together with what is hidden', () => {
    fc.assert(
      fc.property(cells, (people) => {
        const bar = tellableShares(people)
        if (!bar) return
        expect(total(bar.shares.map((share) => share ?? 0)) + bar.together).toBeCloseTo(1, 12)
      }),
    )
  })
})

describe('neighbours that are told together', () => {
  it('splits as far as no part is a small group', () => {
    expect(tellableRuns([3, 12, 15, 0])).toEqual({
      shares: [null, null, 0.5, 0],
      together: 0.5,
      runs: [{ from: 0, to: 1, share: 0.5 }],
    })
  })

  it('keeps the most even of equal splits', () => {
    expect(tellableRuns([5, 5, 5, 6])?.runs?.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [2, 3],
    ])
  })

  it('tells of nothing but the whole where no part can be told', () => {
    expect(tellableRuns([8, 7])).toEqual({
      shares: [null, null],
      together: 1,
      runs: [{ from: 0, to: 1, share: 1 }],
    })
    expect(tellableRuns([5, 4])).toBeNull()
  })

  it('hides as before where that tells more', () => {
    expect(tellableRuns([6, 12, 5, 0])).toEqual({
      shares: [null, 12 / 23, null, 0],
      together: 11 / 23,
      runs: null,
    })
  })

  it('never tells of a small group, and leaves nobody out', () => {
    const cells = fc.array(fc.nat(40), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(cells, (people) => {
        const told = tellableRuns(people)
        expect(told === null).toBe(total(people) < 10)
        const shares = told
          ? [
              ...told.shares.filter((share) => share !== null),
              ...(told.runs?.map(({ share }) => share) ?? [told.together]),
            ]
          : [1]
        expect(total(shares)).toBeCloseTo(1)
        const smallest = Math.min(
          ...shares.filter((share) => share > 0).map((share) => share * total(people)),
        )
        expect(told === null || Math.round(smallest) >= 10).toBe(true)
      }),
    )
  })
})
