import { expect, test } from 'vitest'
import { applied, removed } from '../../core/design/apply.ts'
import { anchorsOf, freshId } from '../../core/design/change-set.ts'
import type { Draft } from '../../core/design/draft.ts'
import { cureOf, isWrong } from '../../core/design/faults.ts'
import type { Field } from '../../core/design/fields.ts'
import { durationOf, lengthOf, lengthUnits, mostOf } from '../../core/design/length.ts'
import { moment } from '../../core/design/parts/moment.ts'
import { setInText } from '../../core/design/set-in-text.ts'
import type { Moment } from '../../core/outcome-sets/moment.ts'
import { outcomeSetShape } from '../../core/outcome-sets/outcome-set.ts'
import { durationShape } from '../../core/shapes.ts'
import { instrument, outcomeSet } from '../support/definitions.ts'

// What the form of the designer does to a set, apart from how it looks.

const set = outcomeSet('hip-knee-osteoarthritis')
const [first] = set.moments
if (!first) throw new Error('the set has moments')
const context = { set, instruments: set.instruments.map(({ id }) => instrument(id)) }
/** What the form does with this moment: the set that it becomes, or the places that are not right. */
const filledIn = (draft: Draft) => applied(moment, context, draft)
const withMoment = (given: Partial<Moment>) => ({
  ...set,
  moments: [{ ...first, ...given }, ...set.moments.slice(1)],
})

test('a length is a number, a unit and a direction, and the same again', () => {
  for (const duration of ['P14D', '-P2W', 'P0D', 'PT4H', '-P3M', 'P1Y'])
    expect(durationOf(lengthOf(duration) ?? { amount: 0, unit: 'D', direction: 1 })).toBe(duration)
  expect(lengthOf('P1Y6M')).toBeNull()
})

test('the longest that can be written of a unit is a duration of a definition', () => {
  for (const unit of lengthUnits) {
    const longest = durationOf({ amount: mostOf[unit], unit, direction: -1 })
    expect(durationShape.safeParse(longest).success).toBe(true)
  }
  expect(durationShape.safeParse('P121Y').success).toBe(false)
})

test('what is changed in the form is a set that the check takes, and nothing else of it changes', () => {
  expect(filledIn({ ...first, opens: '-P21D' })).toEqual({ set: withMoment({ opens: '-P21D' }) })
  expect(outcomeSetShape.safeParse(withMoment({ opens: '-P21D' })).success).toBe(true)
  const { id: _, ...copy } = { ...first, title: { nl: 'Vooraf', en: 'Before your first visit' } }
  const added = filledIn({ ...copy, treatments: [], sexes: [], age: {}, ifScores: [] })
  if (!('set' in added)) throw new Error(added.wrong.join(', '))
  expect(added.set.moments.at(-1)).toEqual({ ...copy, id: 'before-your-first-visit' })
  expect(removed(moment, { ...context, set: added.set }, 'before-your-first-visit')).toEqual({ set })
})

test('an id says the name, and is not one that is taken', () => {
  expect(freshId('Één jaar na!', [])).toBe('een-jaar-na')
  expect(freshId('Intake', [{ id: 'intake' }, { id: 'intake-2' }])).toBe('intake-3')
  expect(freshId('2 weeks', [])).toBe('weeks')
  expect(freshId('…', [])).toBe('new')
  expect(freshId(`${'a'.repeat(49)} b`, [])).toBe('a'.repeat(49))
  expect(freshId('Constructor', [])).toBe('constructor-2')
})

test('a moment is counted from what the set has, and not from itself', () => {
  const anchors = anchorsOf(set, first.id)
  expect(anchors).toContainEqual({ kind: 'stage', stage: 'surgery' })
  expect(anchors).toContainEqual(first.anchor)
  expect(anchors).not.toContainEqual({ kind: 'response', moment: first.id })
})

const flat = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => (field.kind === 'group' ? flat(field.fields) : [field]))

/** What is said about a draft of a moment, place by place. */
function said(draft: Draft) {
  const done = filledIn(draft)
  const wrong = 'wrong' in done ? done.wrong : []
  const fields = flat(moment.fields(draft, context))
  const told = fields
    .filter(({ at }) => isWrong(wrong, at))
    .map((one): [string, string] => [one.at, cureOf(one).en])
  return { wrong: [...new Set(wrong)], told: Object.fromEntries(told) }
}

const condition = {
  instrument: 'phq-4',
  scale: 'depression',
  op: '>=',
  value: 3,
  within: 'P3M',
  ifUnknown: 'ask',
}
const NAME = 'Fill this in, in Dutch and in English, in at most 120 characters.'
const AMOUNT = 'Fill in a number.'
const later = (of: string) => `This cannot be earlier than “${of}”.`
test.each<[wrong: string[], given: Draft, told: Record<string, string>]>([
  [['title.en'], { title: { nl: 'Ja', en: ' ' } }, { title: NAME }],
  [['title.nl'], { title: { nl: 'x'.repeat(121), en: 'Yes' } }, { title: NAME }],
  [['due'], { due: '' }, { due: AMOUNT }],
  [['instruments'], { instruments: [] }, { instruments: 'Choose at least one.' }],
  [
    ['due', 'closes'],
    { opens: 'P9D', closes: '-P20D' },
    { due: later('Opens'), closes: later('Answers due') },
  ],
  [['anchor.date'], { anchor: { kind: 'date', date: '' } }, { 'anchor.date': 'Choose a date.' }],
  [['weight'], { weight: 12 }, { weight: 'Fill in a number from 1 to 9.' }],
  [['age.until'], { age: { from: 60, until: 20 } }, { 'age.until': 'Fill in 60, or a higher age.' }],
])('each thing that is wrong with a moment is said where it stands: %j', (wrong, given, told) => {
  const found = said({ ...first, ...given })
  expect(found.wrong).toEqual(wrong)
  expect(found.told).toMatchObject(told)
})

test.each<[string, Draft]>([
  ['repeats.every', { repeats: { every: 'PT4H', times: 3 } }],
  ['repeats.times', { repeats: { every: 'P1D', times: 0 } }],
  ['skipIfAnsweredWithin', { respondent: 'patient', skipIfAnsweredWithin: 'P7D' }],
  ['reminders.1.offset', { reminders: [first.reminders[0], { from: 'opening', offset: '-P1D' }] }],
  ['ifScores.0.value', { ifScores: [{ ...condition, value: Number.NaN }] }],
  ['ifScores.0.scale', { ifScores: [{ ...condition, scale: undefined }] }],
])('one wrong answer in a moment is wrong at its own place: %s', (place, given) => {
  expect(said({ ...first, ...given }).wrong).toEqual([place])
})

test('the form shows a set whose parts do not fit, and no text of another shape', () => {
  const misfit = withMoment({ opens: 'P9D' })
  expect(outcomeSetShape.safeParse(misfit).success).toBe(false)
  expect(setInText(JSON.stringify(misfit))).toEqual(misfit)
  expect(setInText('{ "moments": ')).toBeNull()
  expect(setInText('{ "moments": [] }')).toBeNull()
})
