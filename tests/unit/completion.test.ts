import { expect, test } from 'vitest'
import { offeredNames, offeredValues } from '../../core/definitions/completion.ts'
import { definitionSchema } from '../../core/definitions/json-schema.ts'
import { instrument, outcomeSet } from '../support/definitions.ts'

// What the editor offers where somebody writes, by the same shapes that refuse what is wrong.

const sets = definitionSchema('outcome-set')
const instruments = definitionSchema('instrument')
const texts = (offered: readonly { text: string }[]) => offered.map(({ text }) => text)

test('names that are missing are offered, those that must be there first', () => {
  const { moments: _, ...rest } = outcomeSet('breast-cancer')
  expect(texts(offeredNames(sets, rest, []))[0]).toBe('moments')
  const names = offeredNames(sets, { moments: [{ id: 'a' }] }, ['moments', 0])
  expect(texts(names)).not.toContain('id')
  expect(names.find(({ text }) => text === 'closes')).toMatchObject({ needed: true })
  expect(names.find(({ text }) => text === 'reminders')).toMatchObject({ needed: false, about: 'array' })
})

test('of alternatives, those that fit what stands there', () => {
  const at = (anchor: object) =>
    texts(offeredNames(sets, { moments: [{ anchor }] }, ['moments', 0, 'anchor']))
  expect(at({ kind: 'stage' })).toEqual(['stage'])
  expect(at({ kind: 'appointment' })).toEqual(['appointmentKind', 'which'])
  expect(at({})).toContain('kind')
  const item = { items: [{ kind: 'number' }] }
  expect(texts(offeredNames(instruments, item, ['items', 0]))).toContain('min')
  expect(texts(offeredNames(instruments, item, ['items', 0]))).not.toContain('maxLength')
})

test('values are offered where they can be listed', () => {
  const value = (root: object, steps: (string | number)[]) => texts(offeredValues(sets, root, steps))
  expect(value({ alerts: [{ severity: '' }] }, ['alerts', 0, 'severity'])).toEqual([
    '"attention"',
    '"urgent"',
  ])
  expect(value({ moments: [{ anchor: { kind: '' } }] }, ['moments', 0, 'anchor', 'kind'])).toContain(
    '"patient-date"',
  )
  expect(value({ id: '' }, ['id'])).toEqual([])
  expect(texts(offeredValues(instruments, { items: [{}] }, ['items', 0, 'safety']))).toEqual([
    'true',
    'false',
  ])
})

test('a place that the shape does not know offers nothing', () => {
  expect(offeredNames(instruments, instrument('epds'), ['nowhere'])).toEqual([])
})
