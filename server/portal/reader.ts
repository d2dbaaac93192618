import { and, eq } from 'drizzle-orm'
import type { Language } from '../../core/words.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations } from '../db/schema/organisations.ts'
import { patientNumbers, patients } from '../db/schema/patients.ts'

/** Somebody who signed in, and of which organisation's record that is. */
export type Reader = {
  patientId: string
  givenName: string
  familyName: string
  birthDate: string
  sex: string
  language: Language
  organisationId: string
  organisation: string
  urgentPhone: string
  zone: string
}

/** Whose record the provider's number opens; null when nobody here has that number. */
export async function findByNumber(db: Tx, authority: string, subject: string): Promise<Reader | null> {
  const [found] = await db
    .select(readerColumns)
    .from(patientNumbers)
    .innerJoin(patients, eq(patients.id, patientNumbers.patientId))
    .innerJoin(organisations, eq(organisations.id, patients.organisationId))
    .where(and(eq(patientNumbers.authority, authority), eq(patientNumbers.number, subject)))
  return found ? asReader(found) : null
}

/** The patient with this id. */
export async function findReader(db: Tx, patientId: string): Promise<Reader | null> {
  const [found] = await db
    .select(readerColumns)
    .from(patients)
    .innerJoin(organisations, eq(organisations.id, patients.organisationId))
    .where(eq(patients.id, patientId))
  return found ? asReader(found) : null
}

/** The patient as the one who asks. */
export const readerCtx = (reader: Reader, request: { requestId: string; address: string | null }): Ctx => ({
  actor: { kind: 'patient', id: reader.patientId, name: 'patient' },
  organisationId: reader.organisationId,
  roles: [],
  teamIds: [],
  role: null,
  purpose: 'PATRQT',
  language: reader.language,
  ...request,
})

const readerColumns = {
  patientId: patients.id,
  givenName: patients.givenName,
  familyName: patients.familyName,
  birthDate: patients.birthDate,
  sex: patients.sex,
  language: patients.language,
  organisationId: organisations.id,
  organisation: organisations.name,
  urgentPhone: organisations.urgentPhone,
  zone: organisations.timeZone,
}

const asReader = ({ language, ...rest }: Omit<Reader, 'language'> & { language: string }): Reader => ({
  ...rest,
  language: language === 'en' ? 'en' : 'nl',
})
