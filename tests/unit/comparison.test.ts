import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Comparable, compare as compareBeside } from '../../core/figures/comparison.ts'
import { limitsAt } from '../../core/figures/standing.ts'
import { concordance, explained, leastSquares, logistic } from '../../core/statistics/regression.ts'

const six = (values: readonly number[] | undefined, expected: readonly number[]) => {
  expect(values).toHaveLength(expected.length)
  for (const [place, value] of expected.entries()) expect((values?.[place] ?? 0) / value).toBeCloseTo(1, 6)
}

describe('regression agrees to six digits', () => {
  // NIST Statistical Reference Datasets, Longley (1967): certified values of estimates and their standard deviations.
  const longley = [
    [60323, 83, 234289, 2356, 1590, 107608, 1947],
    [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
    [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
    [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
    [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
    [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
    [64989, 99, 365385, 1870, 3547, 115094, 1953],
    [63761, 100, 363112, 3578, 3350, 116219, 1954],
    [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
    [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
    [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
    [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
    [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
    [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
    [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
    [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
  ]

  it('least squares, with the certified values of NIST', () => {
    const y = longley.map(([first = 0]) => first)
    const fit = leastSquares(
      longley.map(([, ...rest]) => [1, ...rest]),
      y,
    )
    six(
      fit?.coefficients,
      [
        -3482258.63459582, 15.0618722713733, -0.03581917929259, -2.02022980381683, -1.03322686717359,
        -0.0511041056535807, 1829.15146461355,
      ],
    )
    six(
      fit?.errors,
      [
        890420.383607373, 84.9149257747669, 0.0334910077722432, 0.488399681651699, 0.214274163161675,
        0.22607320006937, 455.478499142212,
      ],
    )
    expect(explained(y, fit?.fitted ?? [])).toBeCloseTo(0.995479004577296, 6)
  })

  // R's mtcars, glm(am ~ wt + hp, binomial); values from an independent maximisation with SciPy 1.17 (BFGS, then Newton
  // in extended precision), which agree with what R prints: 18.86630, −8.08348, 0.03626.
  const wt = [
    2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345,
    2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78,
  ]
  const hp = [
    110, 110, 93, 110, 175, 105, 245, 62, 95, 123, 123, 180, 180, 180, 205, 215, 230, 66, 52, 65, 97, 150,
    150, 245, 175, 66, 91, 113, 264, 175, 335, 109,
  ]
  const am = wt.map((_, place) => Number(place < 3 || (place > 16 && place < 20) || place > 24))

  it('logistic regression and its concordance, with independently computed values', () => {
    const fit = logistic(
      wt.map((weight, place) => [1, weight, hp[place] ?? 0]),
      am,
    )
    six(fit?.coefficients, [18.86629872, -8.08347518, 0.0362556])
    six(fit?.errors, [7.44355843, 3.06867528, 0.01773415])
    expect(concordance(am, fit?.fitted ?? [])).toBeCloseTo(0.9838056680161943, 12)
  })

  it('gives nothing where there is no estimate', () => {
    const x = [0, 1, 2, 3, 4, 5].map((value) => [1, value])
    expect(logistic(x, [0, 0, 0, 1, 1, 1])).toBeNull() // tells yes from no without fault
    expect(
      leastSquares(
        [0, 1, 2, 3].map((value) => [1, value, 2 * value]),
        [1, 2, 3, 4],
      ),
    ).toBeNull()
    expect(leastSquares([[1, 2]], [3])).toBeNull()
    expect(concordance([1, 1], [0.2, 0.3])).toBeNull()
  })
})

const compare = (...given: [kind: 'share' | 'mean', variables: string[], rows: Comparable[]]) =>
  compareBeside(...given, 1)

const row = (unit: string, number: number, given: Partial<Comparable> = {}): Comparable => ({
  team: unit,
  units: [unit],
  person: `${unit} ${number}`,
  y: number % 2,
  answered: true,
  caseMix: [50 + ((number * 7) % 30)],
  ...given,
})
const unit = (name: string, count: number, given: (number: number) => Partial<Comparable> = () => ({})) =>
  Array.from({ length: count }, (_, number) => row(name, number, given(number)))

describe('a comparison', () => {
  it('takes away what the case mix explains', () => {
    // Pain is age / 10, plus or minus a half: A treats older people, and nobody does better or worse.
    const pain = (from: number) => (number: number) => {
      const age = from + (number % 20)
      return { y: age / 10 + (number % 2 ? 0.5 : -0.5), caseMix: [age] }
    }
    const { units, overall, model } = compare(
      'mean',
      ['age'],
      [...unit('a', 60, pain(70)), ...unit('b', 60, pain(50))],
    )
    const [a, b] = units.map(({ told }) => told)
    expect((a?.raw.value ?? 0) - (b?.raw.value ?? 0)).toBeCloseTo(2, 1)
    expect((a?.adjusted?.value ?? 0) - (b?.adjusted?.value ?? 0)).toBeCloseTo(0, 1)
    expect([a?.standing, b?.standing]).toEqual(['within', 'within'])
    expect(model).toMatchObject({ kind: 'linear', n: 120, incomplete: 0 })
    expect(model?.terms[1]).toMatchObject({ variable: 'age' })
    expect(model?.terms[1]?.coefficient).toBeCloseTo(0.1, 2)
    expect(overall?.n).toBe(120)
  })

  it('says who lies beyond the limits, on either side', () => {
    const shares = [
      ...unit('far', 100, (number) => ({ y: Number(number < 85) })),
      ...unit('usual', 300, (number) => ({ y: Number(number % 10 < 5) })),
    ]
    const { units, overall } = compare('share', ['age'], shares)
    expect(units.map(({ id, told }) => [id, told?.standing])).toEqual([
      ['far', 'beyond-998'],
      ['usual', 'beyond-95'],
    ])
    const [low, high] = limitsAt(overall ?? { kind: 'share', value: 0, n: 0, spread: 0 }, 100, 998)
    const p = (85 + 150) / 400
    expect(high).toBeCloseTo(p + 3.090232306 * Math.sqrt((p * (1 - p)) / 100), 3)
    expect(low).toBeCloseTo(2 * p - high, 12)
  })

  it('finds who does worse where the case mix explains much: limits follow from what is expected of each', () => {
    // Chances of 10 and 90 % by the case mix: the variance of a person is 0.09, not the 0.25 of a half.
    const mixed = (missed: number) => (number: number) => {
      const isLikely = number % 2 === 0
      const place = Math.floor(number / 2)
      return {
        y: Number(isLikely ? place % 10 !== 0 && place >= missed : place % 10 === 0),
        caseMix: [Number(isLikely)],
      }
    }
    const rows = [...unit('a', 200, mixed(0)), ...unit('b', 200, mixed(0)), ...unit('c', 100, mixed(12))]
    const { units, overall } = compare('share', ['risk'], rows)
    const found = units.find(({ id }) => id === 'c')?.told
    expect(found?.standing).not.toBe('within')
    const p = overall?.value ?? 0
    const far = Math.abs((found?.adjusted?.value ?? 0) - p)
    expect(far).toBeLessThan(1.96 * Math.sqrt((p * (1 - p)) / 100)) // what the limits were without a case mix
  })

  it('counts rare outcomes out: four of thirty at five per cent is no outlier', () => {
    // P(X ≥ 4 | 30, 0.05) = 6.1 %, P(X ≥ 5) = 1.6 %: the upper 95 % limit lies at 4 (binomial tables).
    const rare = { kind: 'share' as const, value: 0.05, n: 1000, spread: Math.sqrt(0.05 * 0.95) }
    expect(limitsAt(rare, 30, 95)[1]).toBeCloseTo(4 / 30, 12)
    expect(limitsAt(rare, 30, 998)[1]).toBeCloseTo(6 / 30, 12)
    const rows = (events: number) => [
      ...unit('small', 30, (number) => ({ y: Number(number < events), caseMix: [1] })),
      ...unit('large', 970, (number) => ({ y: Number(number < 50 - events), caseMix: [1] })),
    ]
    const standing = (events: number) =>
      compare('share', ['age'], rows(events)).units.find(({ id }) => id === 'small')?.told?.standing
    expect([standing(4), standing(5), standing(7)]).toEqual(['within', 'beyond-95', 'beyond-998'])
  })

  it('says nothing of a standing beside too few others', () => {
    const rows = ['a', 'b', 'c'].flatMap((name) => unit(name, 60))
    const standings = (others: number) =>
      compareBeside('share', ['age'], rows, others).units.map(({ told }) => told?.standing)
    expect(standings(2)).toEqual(['within', 'within', 'within'])
    expect(standings(3)).toEqual(['too-few-others', 'too-few-others', 'too-few-others'])
    expect(compareBeside('share', ['age'], unit('a', 60), 1).units[0]?.told?.standing).toBe('too-few-others')
  })

  it('interprets no low response, compares none below thirty and tells nothing below ten', () => {
    const { units } = compare(
      'share',
      ['age'],
      [
        ...unit('large', 120),
        ...unit('silent', 120, (number) => (number < 60 ? {} : { y: null, answered: false })),
        ...unit('small', 20),
        ...unit('tiny', 9),
      ],
    )
    const standing = new Map(units.map(({ id, told }) => [id, told?.standing ?? null]))
    expect(standing.get('silent')).toBe('low-response')
    expect(standing.get('tiny')).toBeNull()
    expect(standing.get('small')).toBeNull() // or the tiny one could be worked out from the whole
    expect(standing.get('large')).toBe('within')
    const { units: fewer } = compare('share', ['age'], [...unit('large', 120), ...unit('small', 20)])
    expect(fewer.find(({ id }) => id === 'small')?.told).toMatchObject({
      standing: 'too-few',
      adjusted: null,
    })
  })

  it('leaves out of the model, and counts, who has no case mix; without a model it compares nothing', () => {
    const rows = unit('a', 80, (number) => ({ caseMix: [number < 20 ? null : 40 + number] }))
    const { model } = compare('share', ['age'], rows)
    expect(model).toMatchObject({ n: 60, incomplete: 20 })
    const none = compare(
      'share',
      ['age'],
      unit('a', 40, () => ({ y: 1 })),
    )
    expect(none).toMatchObject({ overall: null, model: null })
    expect(none.units[0]?.told?.standing).toBe('no-model')
  })

  it('never gives a small group away: what is hidden of a whole is nobody, or ten people in two units and more', () => {
    const sizes = fc.array(fc.nat(45), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(sizes, (people) => {
        const rows = people.flatMap((count, place) => unit(`unit ${place}`, count))
        const { units } = compare('share', ['age'], rows)
        const hidden = units
          .filter(({ told }) => told === null)
          .map(({ id }) => people[Number(id.slice(5))] ?? 0)
        const told = units.flatMap(({ told: one }) => (one ? [one.n] : []))
        const gone = hidden.reduce((sum, count) => sum + count, 0)
        expect(told.every((n) => n >= 10)).toBe(true)
        expect(hidden.length === 0 || told.length === 0 || (gone >= 10 && hidden.length > 1)).toBe(true)
      }),
    )
  })
})
