import {
  type AppointmentMessage,
  appointmentMessageShape,
  type MessageProblem,
} from '../../core/feeds/appointment-message.ts'
import { type AppointmentCells, columnOf } from './appointment-columns.ts'
import { readChoice, readDate, readStart } from './cell-values.ts'

type Loose = { [field: string]: string | Loose | undefined }

/** A row of a file as a message, or what is wrong with it. */
export function readAppointment(cells: AppointmentCells): AppointmentMessage | MessageProblem[] {
  const checked = checkMessage(dropEmpty(messageOf(cells)))
  if (!Array.isArray(checked)) return checked
  return checked.map((problem) => ({ ...problem, value: asWritten(cells, problem) }))
}

/** What stands in the file, so that it is found there; not how we read it. */
function asWritten(cells: AppointmentCells, { field, value }: MessageProblem): string {
  if (field === 'startsAt') return [cells.date, cells.time].filter(Boolean).join(' ').slice(0, 100)
  const column = columnOf(field)
  return (column && cells[column]?.slice(0, 100)) || value
}

/** A message as it came from outside, checked; what is wrong is named by field and code. */
function checkMessage(given: Loose): AppointmentMessage | MessageProblem[] {
  const parsed = appointmentMessageShape.safeParse(given)
  if (parsed.success) return parsed.data
  return parsed.error.issues.map(({ path, message, code }) => ({
    field: path.join('.'),
    code:
      valueAt(given, path) === undefined ? 'empty' : code === 'unrecognized_keys' ? 'unrecognised' : message,
    value: textAt(given, path).slice(0, 100),
  }))
}

function textAt(given: Loose, path: PropertyKey[]): string {
  const value = valueAt(given, path)
  return typeof value === 'string' ? value : ''
}

const valueAt = (given: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      at !== null && typeof at === 'object' ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    given,
  )

function messageOf(cells: AppointmentCells): Loose {
  return {
    number: cells.number,
    status: cells.status && readChoice('status', cells.status),
    startsAt: cells.date && readStart(cells.date, cells.time),
    kind: cells.kind,
    patient: {
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
      deceasedOn: cells.deceasedOn && readDate(cells.deceasedOn),
    },
    team: cells.team,
    clinician: cells.clinician,
    leadClinician: cells.leadClinician,
    location: cells.location,
    way: cells.way && readChoice('way', cells.way),
    preparation: cells.preparation,
    side: cells.side && readChoice('side', cells.side),
    treatment: cells.treatment,
    diagnosis: { code: cells.diagnosis },
    changedAt: cells.changedAt?.replace(' ', 'T'),
  }
}

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
