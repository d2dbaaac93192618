import { describe, expect, test } from 'vitest'
import {
  findKnown,
  formsOf,
  keepKnown,
  markedNumber,
  noneKnown,
  numberFrom,
  plainNumber,
} from '../../server/appointments/number-forms.ts'

const SYSTEM = 'https://planning.example.nl/appointments'
const OTHER = 'https://other.example.nl/appointments'

const [SOON, LATER] = ['2026-04-01T08:00:00.000Z', '2026-04-02T08:00:00.000Z']

function known(...rows: [number: string, patientId: string, source?: string][]) {
  const all = noneKnown<{ number: string; patientId: string; source: string; startsAt: string }>()
  for (const [number, patientId, source = 'csv'] of rows)
    keepKnown(all, { number, patientId, source, startsAt: SOON })
  return all
}
const find = (rows: ReturnType<typeof known>, number: string, patientId: string | null, startsAt = LATER) =>
  findKnown(rows, { number, source: number.includes('(') ? 'fhir' : 'csv', startsAt }, patientId)

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
    expect(find(known([plain, 'wil']), marked, 'wil')?.number).toBe(plain)
    expect(find(known([marked, 'wil']), plain, 'wil')?.number).toBe(marked)
  })

  test('is looked for without it only with the same patient', () => {
    const marked = markedNumber('A1', SYSTEM)
    expect(find(known(['A1', 'wil']), marked, 'ans')).toBeNull()
    expect(find(known(['A1', 'wil']), marked, null)).toBeNull()
    expect(find(known(['A1', 'wil'], [marked, 'ans']), 'A1', 'ans')?.number).toBe(marked)
    expect(find(known(['A1', 'wil']), 'A1', 'ans')?.patientId).toBe('wil')
  })

  test('is not mixed up with that of another system', () => {
    const [one, other] = [markedNumber('A1', SYSTEM), markedNumber('A1', OTHER)]
    expect(find(known([one, 'wil']), other, 'wil')).toBeNull()
    expect(find(known([one, 'wil'], [other, 'wil']), 'A1', 'wil')).toBeNull()
  })

  test('is that of a plain one from FHIR at the same time only: that may be of another system', () => {
    const [marked, fromFhir] = [markedNumber('A1', SYSTEM), known(['A1', 'wil', 'fhir'])]
    expect(find(fromFhir, marked, 'wil')).toBeNull()
    expect(find(fromFhir, marked, 'wil', SOON)?.number).toBe('A1')
    expect(numberFrom(fromFhir, find(fromFhir, marked, 'wil', SOON), marked)).toBe(marked)
  })
})
