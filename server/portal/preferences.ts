import { and, eq, isNull } from 'drizzle-orm'
import type { MailTopic } from '../../core/mail/mail-topics.ts'
import type { ObjectionPurpose } from '../../core/patients/objections.ts'
import type { RequestKind } from '../../core/patients/patient-request.ts'
import { mobileNumber } from '../../core/patients/phone-number.ts'
import type { Relation } from '../../core/patients/proxy.ts'
import type { PatientLanguage } from '../../core/words.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { enrolments } from '../db/schema/care.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import { consentsSince, sayConsent } from '../patients/consents.ts'
import { chooseLanguage } from '../patients/language.ts'
import { lockPatients } from '../patients/lock.ts'
import { objectsSince, sayObjection } from '../patients/objections.ts'
import { proxyOf } from '../patients/proxies.ts'
import { addRequest, countOpenRequests, requestsOf } from '../patients/requests.ts'
import { canSendTexts, textNumber } from '../patients/texting.ts'

export type Preferences = Awaited<ReturnType<typeof readPreferences>>
type Works = Pick<Deps, 'db' | 'now' | 'newId'>

/** What the signed-in patient chose and asked. */
export async function readPreferences(
  { db, seal, config }: Pick<Deps, 'db' | 'seal' | 'config'>,
  patientId: string,
) {
  const [patient] = await db.select().from(patients).where(eq(patients.id, patientId))
  const proxy = await proxyOf(db, patientId)
  return {
    language: patient?.language ?? null,
    isOptedOut: Boolean(patient?.optedOutAt),
    mailOff: patient?.mailOff ?? [],
    /** Null where the house sends no text messages; `number` where one could reach this patient; `stopped` by STOP. */
    texts:
      patient && canSendTexts(config)
        ? {
            prefers: patient.prefersTexts,
            number: textNumber(seal, { ...patient, textsStoppedAt: null }),
            stopped: patient.textsStoppedAt !== null,
          }
        : null,
    objections: await objectsSince(db, patientId),
    consentsSince: await consentsSince(db, patientId),
    proxy: proxy && { ...proxy, relation: proxy.relation as Relation },
    requests: await requestsOf(db, patientId),
  }
}

export const preferLanguage = (deps: Works, ctx: Ctx, language: PatientLanguage): Promise<void> =>
  chooseLanguage(deps, ctx, ctx.actor.id, language)

export const object = (deps: Works, ctx: Ctx, purpose: ObjectionPurpose, objects: boolean): Promise<void> =>
  sayObjection(deps, ctx, { patientId: ctx.actor.id, purpose, objects })

export const agree = (deps: Works, ctx: Ctx, consents: boolean): Promise<void> =>
  sayConsent(deps, ctx, { patientId: ctx.actor.id, consents })

/**
 * The patient rather gets text messages, at the number that they type and that we have: false for any other. Or mail
 * again, for which nothing is asked.
 */
export async function preferTexts(
  deps: Works & Pick<Deps, 'seal'>,
  ctx: Ctx,
  typed: string | null,
): Promise<boolean> {
  const patientId = ctx.actor.id
  return deps.db.transaction(async (tx) => {
    await lockPatients(tx, [patientId]) // or the number could be another by now
    const [patient] = await tx.select().from(patients).where(eq(patients.id, patientId))
    const known = patient && textNumber(deps.seal, { ...patient, textsStoppedAt: null })
    if (typed !== null && (!known || mobileNumber(typed) !== known)) return false
    await tx
      .update(patients)
      .set({ prefersTexts: typed !== null, ...(typed === null ? {} : { textsStoppedAt: null }) })
      .where(eq(patients.id, patientId))
    await record(tx, deps, ctx, { action: 'U', type: 'patient.contact-changed', patients: [patientId] })
    return true
  })
}

/** Mail about one of the patient's own running care paths stops, or comes again; 404 for any other. */
export async function preferMail(
  deps: Works,
  ctx: Ctx,
  { enrolmentId, wants }: { enrolmentId: string; wants: boolean },
): Promise<void> {
  const patientId = ctx.actor.id
  const mailOffAt = wants ? null : deps.now().toISOString()
  await deps.db.transaction(async (tx) => {
    const isOwn = and(eq(enrolments.id, enrolmentId), eq(enrolments.patientId, patientId))
    const changed = await tx
      .update(enrolments)
      .set({ mailOffAt })
      .where(and(isOwn, isNull(enrolments.endedOn)))
      .returning({ id: enrolments.id })
    if (changed.length === 0) throw notFound('care path')
    await record(tx, deps, ctx, {
      action: 'U',
      type: wants ? 'portal.mail-on' : 'portal.mail-off',
      patients: [patientId],
      object: { type: 'enrolment', id: enrolmentId },
    })
  })
}

/** The kinds of mail that the patient does without from now on; what is not named comes again. */
export async function preferTopics(deps: Works, ctx: Ctx, mailOff: readonly MailTopic[]): Promise<void> {
  const patientId = ctx.actor.id
  await deps.db.transaction(async (tx) => {
    await tx
      .update(patients)
      .set({ mailOff: [...mailOff] })
      .where(eq(patients.id, patientId))
    await record(tx, deps, ctx, { action: 'U', type: 'portal.topics-chosen', patients: [patientId] })
  })
}

const MOST_WAITING = 5

/** Puts a request before a person. False when too many of this patient's wait already. */
export async function ask(
  deps: Works,
  ctx: Ctx,
  { kind, text }: { kind: RequestKind; text: string },
): Promise<boolean> {
  const patientId = ctx.actor.id
  return deps.db.transaction(async (tx) => {
    await lockPatients(tx, [patientId]) // or many at once would each be the fifth
    if ((await countOpenRequests(tx, patientId)) >= MOST_WAITING) return false
    const id = await addRequest(tx, deps, ctx, { patientId, kind, text })
    await record(tx, deps, ctx, {
      action: 'C',
      type: 'portal.request-made',
      patients: [patientId],
      object: { type: 'request', id },
      detail: { kind },
    })
    return true
  })
}
