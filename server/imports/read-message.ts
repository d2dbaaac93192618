import type { z } from 'zod'
import type { MessageProblem } from '../../core/feeds/appointment-message.ts'
import { readChoice, readDate } from './cell-values.ts'
import type { patientColumns } from './person-columns.ts'

export type Loose = { [field: string]: string | Loose | undefined }
type PersonCells = Partial<Record<(typeof patientColumns)[number]['id'] | 'subject', string>>

/** What the cells of a row say about a patient, as messages have it. */
export const personIn = (cells: PersonCells): Loose => ({
  authority: cells.authority,
  number: cells.patientNumber,
  givenName: cells.givenName,
  familyName: cells.familyName,
  birthDate: cells.birthDate && readDate(cells.birthDate),
  sex: cells.sex && readChoice('sex', cells.sex),
  email: cells.email,
  phone: cells.phone,
  language: cells.language?.toLowerCase(),
  subject: cells.subject,
  bsn: cells.bsn,
  deceasedOn: cells.deceasedOn && readDate(cells.deceasedOn),
})

/**
 * What a row says, checked; or what is wrong with it, by field and code, with what stands in the file (`writtenAs`), so
 * that it is found there; not how we read it.
 */
export function readMessage<Message>(
  shape: z.ZodType<Message>,
  given: Loose,
  writtenAs: (field: string) => string | undefined,
): Message | MessageProblem[] {
  const filled = dropEmpty(given)
  const parsed = shape.safeParse(filled)
  if (parsed.success) return parsed.data
  return parsed.error.issues.map(({ path, message, code }) => {
    const field = path.join('.')
    const value = valueAt(filled, path)
    const isUnknown = code === 'unrecognized_keys'
    return {
      field,
      code: value === undefined ? 'empty' : isUnknown ? 'unrecognised' : message,
      // A wrong citizen service number may be somebody's all the same: it is not said again.
      value:
        message === 'bsn' ? '' : (writtenAs(field) || (typeof value === 'string' ? value : '')).slice(0, 100),
    }
  })
}

const valueAt = (given: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      at !== null && typeof at === 'object' ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    given,
  )

/** Without empty cells; the patient always stays, so that what is missing is missing there. */
function dropEmpty(given: Loose): Loose {
  const filled: Loose = {}
  for (const [field, value] of Object.entries(given)) {
    if (value === undefined || value === '') continue
    const kept = typeof value === 'string' ? value : dropEmpty(value)
    if (typeof kept === 'string' || field === 'patient' || Object.keys(kept).length > 0) filled[field] = kept
  }
  return filled
}
