import { and, eq } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { appointments, enrolments } from '../db/schema/care.ts'
import { notFound } from '../http/problem.ts'
import type { Reader } from './reader.ts'

type Visit = Awaited<ReturnType<typeof readVisit>>

export const calendarHeaders = {
  'Content-Type': 'text/calendar; charset=UTF-8',
  'Content-Disposition': 'attachment; filename="appointment.ics"',
}

/** One of the patient's own booked appointments; 404 for any other. */
export async function readVisit(db: Tx, { patientId }: Reader, id: string) {
  const isOwn = and(eq(appointments.id, id), eq(appointments.patientId, patientId))
  const [visit] = await db
    .select({
      id: appointments.id,
      startsAt: appointments.startsAt,
      location: appointments.location,
      kind: appointments.kind,
      way: appointments.way,
      preparation: appointments.preparation,
      setVersionId: enrolments.setVersionId,
    })
    .from(appointments)
    .leftJoin(enrolments, eq(enrolments.id, appointments.enrolmentId))
    .where(and(isOwn, eq(appointments.status, 'booked')))
  if (!visit) throw notFound('appointment')
  return visit
}

/**
 * An appointment as a calendar takes it (RFC 5545). Calendars are shared and synchronised: it says when and where, never
 * what for or what to do before it. How long it takes nobody has said, so it has no end.
 */
export function calendarOf(
  { id, startsAt }: Pick<Visit, 'id' | 'startsAt'>,
  { title, where, notes, now }: { title: string; where: string | null; notes: readonly string[]; now: Date },
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Uitkomst//NL',
    'BEGIN:VEVENT',
    `UID:${id}@uitkomst`,
    `DTSTAMP:${utc(now.toISOString())}`,
    `DTSTART:${utc(startsAt)}`,
    `SUMMARY:${escaped(title)}`,
    ...(where ? [`LOCATION:${escaped(where)}`] : []),
    ...(notes.length > 0 ? [`DESCRIPTION:${escaped(notes.join('\n'))}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** 20260324T092000Z */
const utc = (instant: string) => instant.replace(/\.\d+/, '').replace(/[-:]/g, '')

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')

const LONGEST_LINE = 75 // bytes; what follows on the next line begins with a space

function folded(line: string): string {
  const rows: string[] = []
  let row = ''
  for (const letter of line) {
    if (Buffer.byteLength(row + letter) > LONGEST_LINE) {
      rows.push(row)
      row = ' '
    }
    row += letter
  }
  return [...rows, row].join('\r\n')
}
