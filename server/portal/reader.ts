import { and, asc, eq } from 'drizzle-orm'
import { type Language, ourLanguage, type PatientLanguage, patientLanguage } from '../../core/words.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations } from '../db/schema/organisations.ts'
import { patientIdentities, patients } from '../db/schema/patients.ts'
import type { Identity } from '../patients/identities.ts'

/** Somebody who signed in, and of which organisation's record that is. */
export type Reader = {
  patientId: string
  givenName: string
  familyName: string
  birthDate: string
  sex: string
  language: PatientLanguage
  organisationLanguage: Language
  organisationId: string
  organisation: string
  urgentPhone: string
  zone: string
}

/** Whose records a subject of the provider opens: at most one in each organisation, by the organisation's name. */
export async function findBySubject(
  db: Tx,
  { issuer, subjectKey }: Pick<Identity, 'issuer' | 'subjectKey'>,
): Promise<Reader[]> {
  const found = await db
    .select(readerColumns)
    .from(patientIdentities)
    .innerJoin(patients, eq(patients.id, patientIdentities.patientId))
    .innerJoin(organisations, eq(organisations.id, patients.organisationId))
    .where(and(eq(patientIdentities.issuer, issuer), eq(patientIdentities.subjectKey, subjectKey)))
    .orderBy(asc(organisations.name))
  return found.map(asReader)
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
  language: ourLanguage(reader.language, reader.organisationLanguage),
  ...request,
})

const readerColumns = {
  patientId: patients.id,
  givenName: patients.givenName,
  familyName: patients.familyName,
  birthDate: patients.birthDate,
  sex: patients.sex,
  language: patients.language,
  organisationLanguage: organisations.language,
  organisationId: organisations.id,
  organisation: organisations.name,
  urgentPhone: organisations.urgentPhone,
  zone: organisations.timeZone,
}

type Row = Omit<Reader, 'language' | 'organisationLanguage'> & {
  language: string
  organisationLanguage: string
}

const asReader = ({ language, organisationLanguage, ...rest }: Row): Reader => ({
  ...rest,
  language: patientLanguage(language, organisationLanguage),
  organisationLanguage: ourLanguage(organisationLanguage),
})
