import {
  type MessageProblem,
  type PersonMessage,
  personMessageShape,
} from '../../core/feeds/appointment-message.ts'
import { previewPeople, registerPeople } from '../acts/register-people.ts'
import { type Directory, readDirectory } from '../appointments/directory.ts'
import { patientNumberOf } from '../appointments/patient-number.ts'
import { personProblems } from '../appointments/resolve.ts'
import type { Ctx } from '../ctx.ts'
import { numberKey } from '../patients/store.ts'
import { importFile, type Tell, type Tools, type Upload } from './import-file.ts'
import type { Matter } from './matter.ts'
import { keptColumns, patientColumns } from './person-columns.ts'
import { personIn, readMessage } from './read-message.ts'
import type { ImportReport } from './report.ts'

/** Imports a file of patients, or says what an import would do; see `importFile`. */
export const importPatients = (deps: Tools, ctx: Ctx, upload: Upload, tell: Tell): Promise<ImportReport> =>
  importFile(upload, keptColumns(patientColumns, deps, ctx), () => patientsOf(deps, ctx), tell)

async function patientsOf(deps: Tools, ctx: Ctx): Promise<Matter<PersonMessage>> {
  const directory = await readDirectory(deps, ctx)
  return {
    columnOf,
    read: (cells) => readPerson(cells, directory),
    keyOf: ({ patientNumber = '', authority = '' }) => ({
      // As it is stored: two names for our own numbers are one issuer.
      key: patientNumber && numberKey(numberOf(directory, patientNumber, authority)),
      twice: { field: 'number', code: 'patient-twice', value: patientNumber },
    }),
    nameOf: ({ number }) => ({ number: '', patientNumber: number, startsAt: '' }),
    preview: (some) => previewPeople(deps, ctx, directory, some),
    write: (some, alongside) => registerPeople(deps, ctx, directory, some, alongside),
  }
}

const numberOf = ({ organisationId, feedRules }: Directory, number: string, authority: string) =>
  patientNumberOf(organisationId, feedRules, { number, authority: authority || undefined })

const columnOf = (field: string): string | null =>
  field === 'number'
    ? 'patientNumber'
    : (patientColumns.find(({ id }) => id === field.split('.').at(-1))?.id ?? null)

function readPerson(cells: Record<string, string>, { today }: Directory): PersonMessage | MessageProblem[] {
  const changedAt = cells.changedAt?.replace(' ', 'T')
  const read = readMessage(personMessageShape, { ...personIn(cells), changedAt }, (field) => {
    const column = columnOf(field)
    return column ? cells[column] : undefined
  })
  if (Array.isArray(read)) return read
  const problems = personProblems(read, today)
  if (read.birthDate > today)
    problems.push({ field: 'birthDate', code: 'born-to-come', value: cells.birthDate ?? '' })
  return problems.length > 0 ? problems : read
}
