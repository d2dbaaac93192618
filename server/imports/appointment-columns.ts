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
  {
    id: 'patientNumber',
    names: ['patiëntnummer', 'patient number', 'patientnr', 'patiëntnr', 'mrn'],
    required: true,
  },
  { id: 'authority', names: ['uitgever', 'authority', 'assigning authority'] },
  { id: 'givenName', names: ['voornaam', 'given name', 'first name', 'roepnaam'], required: true },
  {
    id: 'familyName',
    names: ['achternaam', 'family name', 'last name', 'surname'],
    required: true,
  },
  {
    id: 'birthDate',
    names: ['geboortedatum', 'birth date', 'birthdate', 'date of birth'],
    required: true,
  },
  { id: 'sex', names: ['geslacht', 'sex', 'gender'] },
  { id: 'email', names: ['e-mail', 'email', 'e-mailadres', 'emailadres', 'mail', 'email address'] },
  { id: 'phone', names: ['telefoon', 'phone', 'mobiel', 'telephone', 'mobile'] },
  { id: 'language', names: ['taal', 'language'] },
  { id: 'subject', names: ['inlognummer', 'subject', 'sub', 'sign-in number'] },
  { id: 'deceasedOn', names: ['overleden op', 'deceased on', 'overleden', 'deceased', 'overlijdensdatum'] },
  { id: 'team', names: ['team'] },
  { id: 'clinician', names: ['behandelaar', 'clinician', 'zorgverlener', 'arts'] },
  { id: 'leadClinician', names: ['regiebehandelaar', 'lead clinician', 'hoofdbehandelaar'] },
  { id: 'location', names: ['locatie', 'location'] },
  { id: 'way', names: ['vorm', 'way', 'contactvorm'] },
  { id: 'preparation', names: ['voorbereiding', 'preparation'] },
  { id: 'side', names: ['zijde', 'side'] },
  { id: 'treatment', names: ['behandeling', 'treatment'] },
  { id: 'diagnosis', names: ['diagnose', 'diagnosis', 'diagnosis code', 'diagnosecode'] },
  { id: 'changedAt', names: ['gewijzigd op', 'changed at', 'gewijzigd'] },
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
