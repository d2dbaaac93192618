import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { bsnKeeper } from '../patients/bsn-keeper.ts'
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

export const changedAtColumn = {
  id: 'changedAt',
  names: ['gewijzigd op', 'changed at', 'gewijzigd'],
} as const satisfies Column

/** The columns of a file of patients alone. */
export const patientColumns = [...personColumns, changedAtColumn] as const satisfies readonly Column[]

/** Where an organisation keeps no citizen service numbers, their column is one that is not read, and the page says so. */
export const keptColumns = (
  columns: readonly Column[],
  { config }: Pick<Deps, 'config'>,
  { organisationId }: Ctx,
): readonly Column[] =>
  bsnKeeper(config, organisationId) ? columns : columns.filter(({ id }) => id !== 'bsn')
