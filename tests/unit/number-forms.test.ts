import { describe, expect, test } from 'vitest'
import {
  findKnown,
  formsOf,
  keepKnown,
  markedNumber,
  noneKnown,
  plainNumber,
} from '../../server/appointments/number-forms.ts'

const SYSTEM = 'https://planning.example.nl/appointments'
const OTHER = 'https://other.example.nl/appointments'

function known(...rows: [number: string, patientId: string][]) {
  const all = noneKnown<{ number: string; patientId: string }>()
  for (const [number, patientId] of rows) keepKnown(all, { number, patientId })
  return all
}

describe('a number with the mark of its system', () => {
  test('never is longer than may be stored, and stays one of its own', () => {
    for (const length of [1, 53, 54, 64, 65, 300]) {
      const [one, other] = ['a', 'b'].map((end) => 'x'.repeat(length - 1) + end) as [string, string]
      expect(markedNumber(one, SYSTEM).length).toBeLessThanOrEqual(64)
      expect(plainNumber(one).length).toBeLessThanOrEqual(64)
      expect(markedNumber(one, SYSTEM)).not.toBe(markedNumber(other, SYSTEM))
      expect(markedNumber(one, SYSTEM)).not.toBe(markedNumber(one, OTHER))
    }
    expect(plainNumber('x'.repeat(64))).toBe('x'.repeat(64))
    expect(formsOf(markedNumber('A1', SYSTEM))).toEqual([markedNumber('A1', SYSTEM), 'A1'])
  })

  test.each([10, 54, 64, 100])('of %i signs is found without it and the other way round', (length) => {
    const [plain, marked] = [plainNumber('x'.repeat(length)), markedNumber('x'.repeat(length), SYSTEM)]
    expect(findKnown(known([plain, 'wil']), marked, 'wil')?.number).toBe(plain)
    expect(findKnown(known([marked, 'wil']), plain, 'wil')?.number).toBe(marked)
  })

  test('is looked for without it only with the same patient', () => {
    const marked = markedNumber('A1', SYSTEM)
    expect(findKnown(known(['A1', 'wil']), marked, 'ans')).toBeNull()
    expect(findKnown(known(['A1', 'wil']), marked, null)).toBeNull()
    expect(findKnown(known(['A1', 'wil'], [marked, 'ans']), 'A1', 'ans')?.number).toBe(marked)
    expect(findKnown(known(['A1', 'wil']), 'A1', 'ans')?.patientId).toBe('wil')
  })

  test('is not mixed up with that of another system', () => {
    const [one, other] = [markedNumber('A1', SYSTEM), markedNumber('A1', OTHER)]
    expect(findKnown(known([one, 'wil']), other, 'wil')).toBeNull()
    expect(findKnown(known([one, 'wil'], [other, 'wil']), 'A1', 'wil')).toBeNull()
  })
})
