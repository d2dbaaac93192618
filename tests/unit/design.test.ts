import { expect, test } from 'vitest'
import { removed } from '../../core/design/apply.ts'
import { anchorsOf, freshId, moments, withMoment } from '../../core/design/change-set.ts'
import { durationOf, lengthOf, lengthUnits, mostOf } from '../../core/design/length.ts'
import { momentFault } from '../../core/design/moment-fault.ts'
import { setInText } from '../../core/design/set-in-text.ts'
import { outcomeSetShape } from '../../core/outcome-sets/outcome-set.ts'
import { durationShape } from '../../core/shapes.ts'
import { outcomeSet } from '../support/definitions.ts'

// What the form of the designer does to a set, apart from how it looks.

const set = outcomeSet('hip-knee-osteoarthritis')
const [first] = set.moments
if (!first) throw new Error('the set has moments')

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
  const changed = withMoment(set, { ...first, opens: '-P21D' })
  expect(outcomeSetShape.safeParse(changed).success).toBe(true)
  expect(changed).toEqual({ ...set, moments: [{ ...first, opens: '-P21D' }, ...set.moments.slice(1)] })
  const added = withMoment(set, { ...first, id: freshId('Before your first visit', set.moments) })
  expect(added.moments.at(-1)?.id).toBe('before-your-first-visit')
  expect(removed(moments, { set: added, instruments: [] }, 'before-your-first-visit')).toEqual({ set })
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

test.each([
  ['no-name', { title: { nl: 'Ja', en: ' ' } }],
  ['no-time', { due: '' }],
  ['nothing-asked', { instruments: [] }],
  ['wrong-order', { closes: '-P20D' }],
  ['no-date', { anchor: { kind: 'date' as const, date: '' } }],
  ['bad-number', { weight: 12 }],
  ['too-often', { repeats: { every: 'PT4H', times: 3 } }],
  ['skips-other', { respondent: 'patient' as const, skipIfAnsweredWithin: 'P7D' }],
  ['backwards', { reminders: [{ from: 'opening' as const, offset: '-P1D' }] }],
  [null, {}],
])('a moment is refused for the first thing that is wrong: %s', (fault, given) => {
  expect(momentFault({ ...first, ...given })).toBe(fault)
})

test('the form shows a set whose parts do not fit, and no text of another shape', () => {
  const misfit = withMoment(set, { ...first, opens: 'P9D' })
  expect(outcomeSetShape.safeParse(misfit).success).toBe(false)
  expect(setInText(JSON.stringify(misfit))).toEqual(misfit)
  expect(setInText('{ "moments": ')).toBeNull()
  expect(setInText('{ "moments": [] }')).toBeNull()
})
