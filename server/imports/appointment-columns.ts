import { changedAtColumn, personColumns } from './person-columns.ts'
import type { Column } from './read-csv.ts'

/**
 * The columns of a file of appointments: Dutch first, then English, then what planning systems also write. The order
 * in a file is free, case and punctuation do not matter, and other columns are not read.
 */
export const appointmentColumns = [
  { id: 'number', names: ['afspraaknummer', 'appointment number', 'appointment', 'number'], required: true },
  { id: 'date', names: ['datum', 'date', 'start', 'startsAt', 'starts at', 'begin'], required: true },
  { id: 'time', names: ['tijd', 'time'] },
  {
    id: 'kind',
    names: ['soort', 'kind', 'soort afspraak', 'afspraaksoort', 'appointment kind', 'type'],
    required: true,
  },
  { id: 'status', names: ['status'] },
  ...personColumns,
  { id: 'subject', names: ['inlognummer', 'subject', 'sub', 'sign-in number'] },
  { id: 'team', names: ['team'] },
  { id: 'clinician', names: ['behandelaar', 'clinician', 'zorgverlener', 'arts'] },
  { id: 'leadClinician', names: ['regiebehandelaar', 'lead clinician', 'hoofdbehandelaar'] },
  { id: 'location', names: ['locatie', 'location'] },
  { id: 'way', names: ['vorm', 'way', 'contactvorm'] },
  { id: 'preparation', names: ['voorbereiding', 'preparation'] },
  { id: 'side', names: ['zijde', 'side'] },
  { id: 'treatment', names: ['behandeling', 'treatment'] },
  { id: 'diagnosis', names: ['diagnose', 'diagnosis', 'diagnosis code', 'diagnosecode'] },
  changedAtColumn,
] as const satisfies readonly Column[]

export type AppointmentColumn = (typeof appointmentColumns)[number]['id']
export type AppointmentCells = Partial<Record<AppointmentColumn, string>>

/** In which column a field of a message stood. */
export const columnOf = (field: string): AppointmentColumn | null =>
  places[field] ?? (appointmentColumns.find(({ id }) => id === field.split('.').at(-1))?.id || null)

const places: Record<string, AppointmentColumn> = {
  startsAt: 'date',
  'patient.number': 'patientNumber',
  'diagnosis.code': 'diagnosis',
}
