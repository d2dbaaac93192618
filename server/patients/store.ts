import { and, eq, inArray, sql } from 'drizzle-orm'
import { fold } from '../../core/words/fold.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { rowWriter } from '../db/row-writer.ts'
import { patientNumbers, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { contactToldAt, sealContact } from './contact.ts'

export type Patient = typeof patients.$inferSelect
/** (assigning authority, number) as it is stored; see `authorityOf`. */
export type PatientNumber = { authority: string; number: string }
export type NewPatient = PatientNumber & {
  givenName: string
  familyName: string
  birthDate: string
  sex: string
  language: string
  email?: string | null | undefined
  phone?: string | null | undefined
  /** How old these addresses are (instant, any offset). */
  changedAt?: string | undefined
}

/**
 * The authority behind a patient number, within its organisation: what one hospital's feed calls itself can never
 * reach a patient of another. Without a name it is the organisation's own numbering.
 */
export const authorityOf = (organisationId: string, name?: string | null): string =>
  name ? `${organisationId}:${fold(name)}` : organisationId

export const numberKey = ({ authority, number }: PatientNumber): string => `${authority} ${number}`

/** The organisation's patients who have these numbers, by `numberKey`. */
export async function patientsByNumber(
  tx: Tx,
  ctx: Ctx,
  numbers: readonly PatientNumber[],
): Promise<Map<string, Patient>> {
  const wanted = {
    authorities: [...new Set(numbers.map(({ authority }) => authority))],
    numbers: [...new Set(numbers.map(({ number }) => number))],
  }
  const rows = await readNumbered(tx, wanted, { organisationId: ctx.organisationId })
  return new Map(rows.map((row) => [numberKey(row), row.patient]))
}

const readNumbered = listQuery('patients_by_number', ['authorities', 'numbers'], (tx, places) =>
  tx
    .select({ patient: patients, authority: patientNumbers.authority, number: patientNumbers.number })
    .from(patientNumbers)
    .innerJoin(patients, eq(patients.id, patientNumbers.patientId))
    .where(
      and(
        eq(patients.organisationId, sql.placeholder('organisationId')),
        inArray(patientNumbers.authority, places.authorities),
        inArray(patientNumbers.number, places.numbers),
      ),
    ),
)

const writePatients = rowWriter(patients, (insert, size) => insert.prepare(`add_patients_${size}`))
const writeNumbers = rowWriter(patientNumbers, (insert, size) =>
  insert
    .onConflictDoNothing()
    .returning({ patientId: patientNumbers.patientId })
    .prepare(`add_patient_numbers_${size}`),
)

/**
 * Registers people by their number; who is known already stays as is. Gives the ids of the new ones. Two acts that
 * register the same person at the same moment leave one: the second finds the number taken.
 */
export async function registerPatients(
  tx: Tx,
  { now, newId, seal }: Pick<Deps, 'now' | 'newId' | 'seal'>,
  ctx: Ctx,
  people: readonly NewPatient[],
): Promise<Set<string>> {
  if (people.length === 0) return new Set()
  const createdAt = now().toISOString()
  // In the order of their numbers, so that two acts with the same people wait for each other in one order.
  const wanted = [...new Map(people.map((person) => [numberKey(person), person]))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, person]) => ({ ...person, id: newId('pat') }))
  await writePatients(
    tx,
    wanted.map(({ id, givenName, familyName, sex, birthDate, language, ...told }) => ({
      id,
      organisationId: ctx.organisationId,
      givenName,
      familyName,
      searchName: fold(`${givenName} ${familyName}`),
      sex,
      birthDate,
      language,
      ...sealContact(seal, id, told),
      prefersTexts: false,
      contactToldAt: contactToldAt(told, createdAt),
      createdAt,
    })),
  )
  const numbered = await writeNumbers(
    tx,
    wanted.map(({ id, authority, number }) => ({ id: newId('num'), patientId: id, authority, number })),
  )
  const registered = new Set(numbered.flat().map(({ patientId }) => patientId))
  const late = wanted.filter(({ id }) => !registered.has(id)).map(({ id }) => id)
  if (late.length > 0) await tx.delete(patients).where(inArray(patients.id, late))
  return registered
}

/** Another number by which a patient is known; the caller has looked whose it is. */
export const addNumber = (tx: Tx, { newId }: Pick<Deps, 'newId'>, patientId: string, number: PatientNumber) =>
  tx.insert(patientNumbers).values({ id: newId('num'), patientId, ...number })
