import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandOf } from '../../core/instruments/bands.ts'
import type { Instrument, Item } from '../../core/instruments/instrument.ts'
import type { Scale } from '../../core/instruments/scale.ts'
import type { Answers } from '../../core/response.ts'
import { itemValue } from '../../core/scoring/item-value.ts'
import { leastAnswers } from '../../core/scoring/method.ts'
import { scoreInstrument } from '../../core/scoring/score-instrument.ts'
import { shipped } from '../support/definitions.ts'

type Case = {
  name: string
  instrument: Instrument
  scale: Scale
  range: readonly [number, number]
  items: Item[]
}

const cases: Case[] = [...shipped.instruments.values()].map(confirmed).flatMap((instrument) =>
  instrument.scales.filter(isAskedWhole).flatMap((scale) =>
    itemsPerForm(scale).map(({ form, items }) => ({
      name: `${instrument.id} ${scale.id} ${form}`.trim(),
      instrument,
      scale,
      range: form === '' ? scale.range : endsOf(scale, form),
      items: items.map((key) => itemCalled(instrument, key)),
    })),
  ),
)

/** Of a bank another answer leads to other questions, so these rules do not hold for it; adaptive.test.ts is about those. */
function isAskedWhole({ method }: Scale): boolean {
  return method.kind !== 'graded-response' || method.adaptive === undefined
}

/** As if somebody had compared every table with its source: what they compute has to hold already. */
function confirmed(instrument: Instrument): Instrument {
  const confirmation = { by: 'a test', on: '2026-01-01' }
  return { ...instrument, scales: instrument.scales.map((scale) => ({ ...scale, confirmation })) }
}

function itemsPerForm({ method, items }: Scale): { form: string; items: string[] }[] {
  return method.kind === 'lookup-by-form' ? method.forms : [{ form: '', items }]
}

function endsOf({ method }: Scale, form: string): [number, number] {
  const table = method.kind === 'lookup-by-form' ? method.forms.find((one) => one.form === form)?.table : null
  return [table?.at(0)?.value ?? Number.NaN, table?.at(-1)?.value ?? Number.NaN]
}

function itemCalled(instrument: Instrument, key: string): Item {
  const item = instrument.items.find((one) => one.key === key)
  if (!item) throw new Error(`${instrument.id} has no ${key}`)
  return item
}

/** The answers that count, from lowest to highest. */
function answersOf(item: Item, scale: Scale): number[] {
  const value = itemValue(item, scale)
  const all = 'values' in item ? item.values : item.kind === 'number' ? [item.min, item.max] : []
  return all.filter((answer) => typeof value(answer) === 'number').toSorted((a, b) => a - b)
}

function complete({ items, scale }: Case): fc.Arbitrary<Answers> {
  return fc.record(
    Object.fromEntries(items.map((item) => [item.key, fc.constantFrom(...answersOf(item, scale))])),
  )
}

function valueFrom({ instrument, scale }: Case, answers: Answers): number | null {
  return scoreInstrument(instrument, answers).find((score) => score.scale === scale.id)?.value ?? null
}

function scored(one: Case, answers: Answers): number {
  const value = valueFrom(one, answers)
  if (value === null) throw new Error(`${one.name} cannot be scored from ${JSON.stringify(answers)}`)
  return value
}

/** Every item answered as those answer who are best, or worst, off. */
function extreme({ items, scale }: Case, which: 'best' | 'worst'): Answers {
  return Object.fromEntries(
    items.map((item) => [
      item.key,
      answersOf(item, scale).at((item.higherIs === 'better') === (which === 'best') ? -1 : 0) ?? null,
    ]),
  )
}

const without = (answers: Answers, items: readonly Item[], missing: number): Answers =>
  Object.fromEntries(items.slice(missing).map(({ key }) => [key, answers[key] ?? null]))

describe.each(cases)('$name', (one) => {
  const { scale, items } = one

  it('reaches both ends of its range and never leaves it', () => {
    const ends = [scored(one, extreme(one, 'best')), scored(one, extreme(one, 'worst'))]
    const [low, high] = ends.toSorted((a, b) => a - b)
    expect(low).toBeCloseTo(one.range[0], 9)
    expect(high).toBeCloseTo(one.range[1], 9)
    fc.assert(
      fc.property(complete(one), (answers) => {
        const value = scored(one, answers)
        expect(value).toBeGreaterThanOrEqual(scale.range[0] - 1e-9)
        expect(value).toBeLessThanOrEqual(scale.range[1] + 1e-9)
      }),
    )
  })

  it('never gets worse when one answer gets better', () => {
    const judged = items.filter(({ higherIs }) => higherIs !== 'neutral')
    fc.assert(
      fc.property(complete(one), fc.nat(), (answers, pick) => {
        const item = judged[pick % Math.max(1, judged.length)]
        if (!item) return
        const steps = answersOf(item, scale)
        const next = steps[steps.indexOf(Number(answers[item.key])) + 1]
        if (next === undefined) return
        const change = scored(one, { ...answers, [item.key]: next }) - scored(one, answers)
        const better = (item.higherIs === 'better') === (scale.direction === 'higher-is-better')
        expect(better ? change : -change).toBeGreaterThanOrEqual(-1e-9)
      }),
    )
  })

  it('does not depend on the order of answers or of options', () => {
    const turned: Instrument = {
      ...one.instrument,
      items: one.instrument.items.map((item) =>
        'values' in item ? { ...item, values: item.values.toReversed() } : item,
      ),
    }
    fc.assert(
      fc.property(complete(one), (answers) => {
        const backwards = Object.fromEntries(Object.entries(answers).toReversed())
        expect(scored(one, backwards)).toBe(scored(one, answers))
        expect(scored({ ...one, instrument: turned }, answers)).toBe(scored(one, answers))
      }),
    )
  })

  it('lies in the same band before and after rounding for display', () => {
    fc.assert(
      fc.property(complete(one), (answers) => {
        const value = scored(one, answers)
        expect(bandOf(scale, Number(value.toFixed(scale.decimals)))).toBe(bandOf(scale, value))
      }),
    )
  })
})

const withRule = cases.filter(({ scale }) => 'minAnswered' in scale.method)

describe.each(withRule)('missing answers of $name', (one) => {
  const { scale, items } = one
  const least =
    'minAnswered' in scale.method ? leastAnswers(scale.method.minAnswered, items.length) : items.length

  it('are allowed up to the limit and not beyond', () => {
    fc.assert(
      fc.property(complete(one), (answers) => {
        expect(valueFrom(one, without(answers, items, items.length - least))).not.toBeNull()
        expect(valueFrom(one, without(answers, items, items.length - least + 1))).toBeNull()
      }),
    )
  })
})

const needsAll = ['sum', 'lookup', 'lookup-by-form', 'decrements']
const withoutRule = cases.filter(({ scale }) => needsAll.includes(scale.method.kind))

describe.each(withoutRule)('$name', (one) => {
  it('needs every answer', () => {
    fc.assert(
      fc.property(complete(one), fc.nat(), (answers, pick) => {
        const left = one.items[pick % one.items.length]
        expect(valueFrom(one, { ...answers, [left?.key ?? '']: null })).toBeNull()
      }),
    )
  })
})

const symmetric = cases.filter(
  ({ scale }) =>
    ['sum', 'prorate', 'mean', 'linear-0-100'].includes(scale.method.kind) &&
    Object.keys(scale.recode).length === 0,
)

describe.each(symmetric)('$name', (one) => {
  const { scale, items } = one

  it('is mirrored when every answer is turned round', () => {
    fc.assert(
      fc.property(complete(one), (answers) => {
        const turned = Object.fromEntries(
          items.map((item) => {
            const steps = answersOf(item, scale)
            return [item.key, (steps[0] ?? 0) + (steps.at(-1) ?? 0) - Number(answers[item.key])]
          }),
        )
        expect(scored(one, turned)).toBeCloseTo(scale.range[0] + scale.range[1] - scored(one, answers), 9)
      }),
    )
  })

  it('comes to the same when its items are reversed instead of the answers', () => {
    const instrument: Instrument = {
      ...one.instrument,
      scales: one.instrument.scales.map((each) => (each === scale ? turnedRound(each) : each)),
    }
    fc.assert(
      fc.property(complete(one), (answers) => {
        const reversed = scored({ ...one, instrument }, answers)
        expect(reversed).toBeCloseTo(scale.range[0] + scale.range[1] - scored(one, answers), 9)
      }),
    )
  })
})

function turnedRound(scale: Scale): Scale {
  return { ...scale, reverse: scale.items.filter((key) => !scale.reverse.includes(key)) }
}

const withBands = cases.filter(({ scale }) => scale.bands.length > 0)

describe.each(withBands)('bands of $name', ({ scale }) => {
  it('begin exactly where they say and end just below the next, unless they begin just above it', () => {
    for (const [index, band] of scale.bands.entries()) {
      const before = scale.bands[index - 1] ?? null
      expect(bandOf(scale, band.from)).toBe(band.fromIncluded === false ? before : band)
      expect(bandOf(scale, band.from - 1e-6)).toBe(before)
      expect(bandOf(scale, band.from + 1e-6)).toBe(band)
    }
    expect(bandOf(scale, scale.range[1])).toBe(scale.bands.at(-1))
  })
})
