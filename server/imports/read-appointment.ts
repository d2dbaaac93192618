import {
  type AppointmentMessage,
  appointmentMessageShape,
  type MessageProblem,
} from '../../core/feeds/appointment-message.ts'
import { type AppointmentCells, columnOf } from './appointment-columns.ts'
import { readChoice, readStart } from './cell-values.ts'
import { type Loose, personIn, readMessage } from './read-message.ts'

/** A row of a file as a message, or what is wrong with it. */
export const readAppointment = (cells: AppointmentCells): AppointmentMessage | MessageProblem[] =>
  readMessage(appointmentMessageShape, messageOf(cells), (field) => {
    if (field === 'startsAt') return [cells.date, cells.time].filter(Boolean).join(' ')
    const column = columnOf(field)
    return column ? cells[column] : undefined
  })

const messageOf = (cells: AppointmentCells): Loose => ({
  number: cells.number,
  status: cells.status && readChoice('status', cells.status),
  startsAt: cells.date && readStart(cells.date, cells.time),
  kind: cells.kind,
  patient: personIn(cells),
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
})
