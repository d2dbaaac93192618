import type { Directory } from '../appointments/directory.ts'
import type { Column } from './read-csv.ts'

/** The columns about a patient, in every file that names one: Dutch first, then English, then what other systems write. */
export const personColumns = [
  {
    id: 'patientNumber',
    names: ['patiëntnummer', 'patient number', 'patientnr', 'patiëntnr', 'mrn'],
    required: true,
  },
  { id: 'authority', names: ['uitgever', 'authority', 'assigning authority'] },
  { id: 'bsn', names: ['bsn', 'citizen service number', 'burgerservicenummer'] },
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
  { id: 'deceasedOn', names: ['overleden op', 'deceased on', 'overleden', 'deceased', 'overlijdensdatum'] },
] as const satisfies readonly Column[]

/** A citizen service number is not read, and cannot be wrong, where the organisation keeps none. */
export const keptCells = (cells: Record<string, string>, { bsn }: Directory): Record<string, string> =>
  bsn ? cells : Object.fromEntries(Object.entries(cells).filter(([id]) => id !== 'bsn'))

export const changedAtColumn = {
  id: 'changedAt',
  names: ['gewijzigd op', 'changed at', 'gewijzigd'],
} as const satisfies Column

/** The columns of a file of patients alone. */
export const patientColumns = [...personColumns, changedAtColumn] as const satisfies readonly Column[]
