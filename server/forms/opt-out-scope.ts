import { and, eq, inArray, isNull } from 'drizzle-orm'
import { record } from '../audit/store.ts'
import type { Tx } from '../db/database.ts'
import { assessments, enrolments } from '../db/schema/care.ts'
import { messageAssessments } from '../db/schema/messages.ts'
import { organisations } from '../db/schema/organisations.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import type { Link } from '../links/store.ts'
import { proxyOfMessage, stopProxyMail } from '../patients/proxy-address.ts'
import { patientCtx } from './session.ts'

/** What somebody wants no more mail about: this care, anything of this organisation, anything of anybody. */
export const scopes = ['care', 'organisation', 'everywhere'] as const
export type Scope = (typeof scopes)[number]

type Works = Pick<Deps, 'db' | 'now' | 'newId'>
type Patient = Parameters<typeof patientCtx>[0]
type Request = Parameters<typeof patientCtx>[1]

type Person = { emailKey: string | null; birthDate: string; searchName: string }

/**
 * No more mail of this scope; again is harmless. A mail that is about no care ends all of its organisation's. Whoever
 * shares the mail address, as in a family or a care home, decides for themselves: the link is of one person. Who answers
 * for a patient stops all mail to their own address for this patient, and none of the patient's, whatever the scope. Gives
 * what came of it, to say no more than that.
 */
export async function optOutOf(
  deps: Works,
  link: Link,
  patient: Patient & Person,
  scope: Scope,
  request: Request,
): Promise<Scope> {
  return deps.db.transaction(async (tx): Promise<Scope> => {
    const proxyId = await proxyOfMessage(tx, link.messageId)
    if (proxyId) {
      await stopProxyMail(tx, deps, patientCtx({ ...patient, respondent: 'proxy' }, request), proxyId)
      return 'care' // the same address may answer for another patient, and goes on for that one
    }
    const care = scope === 'care' ? await careIn(tx, link.messageId) : []
    if (care.length > 0) {
      await endCare(tx, deps, link, patient, care, request)
      return 'care'
    }
    const theirs =
      scope === 'everywhere' && patient.emailKey
        ? samePerson(tx, { ...patient, emailKey: patient.emailKey })
        : eq(patients.id, link.patientId)
    const ended = await tx
      .update(patients)
      .set({ optedOutAt: deps.now().toISOString() })
      .where(and(theirs, isNull(patients.optedOutAt)))
      .returning({ patientId: patients.id, organisationId: patients.organisationId })
    for (const one of ended)
      await record(tx, deps, patientCtx({ ...patient, ...one }, request), {
        action: 'U',
        type: 'patient.opted-out',
        patients: [one.patientId],
        object: { type: 'link', id: link.id },
      })
    return scope === 'everywhere' ? scope : 'organisation'
  })
}

/** In every organisation, whoever is written to at this address with this name and birth date. */
const samePerson = (tx: Tx, { emailKey, birthDate, searchName }: Person & { emailKey: string }) =>
  and(
    inArray(patients.organisationId, tx.select({ id: organisations.id }).from(organisations)), // an address is found within one
    eq(patients.emailKey, emailKey),
    eq(patients.birthDate, birthDate),
    eq(patients.searchName, searchName),
  )

/** The care paths that a mail asked about. */
async function careIn(tx: Tx, messageId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: assessments.enrolmentId })
    .from(messageAssessments)
    .innerJoin(assessments, eq(assessments.id, messageAssessments.assessmentId))
    .where(eq(messageAssessments.messageId, messageId))
  return rows.map(({ id }) => id)
}

async function endCare(
  tx: Tx,
  deps: Works,
  link: Link,
  patient: Patient,
  enrolmentIds: readonly string[],
  request: Request,
) {
  const ended = await tx
    .update(enrolments)
    .set({ mailOffAt: deps.now().toISOString() })
    .where(and(inArray(enrolments.id, [...enrolmentIds]), isNull(enrolments.mailOffAt)))
    .returning({ id: enrolments.id })
  for (const { id } of ended)
    await record(tx, deps, patientCtx(patient, request), {
      action: 'U',
      type: 'portal.mail-off',
      patients: [link.patientId],
      object: { type: 'enrolment', id },
    })
}
