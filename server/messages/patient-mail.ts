import { and, eq } from 'drizzle-orm'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { patientNumbers, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import { readOrganisation } from '../organisations/store.ts'
import { messagesOf, notMailed } from '../outbox/history.ts'
import { titles } from '../outbox/titles.ts'
import { openEmail, openPhone } from '../patients/contact.ts'
import { noMailTo } from '../patients/own-address.ts'
import { proxyOf } from '../patients/proxies.ts'
import { canSendTexts, channelOf } from '../patients/texting.ts'
import { asleepAt } from './awake.ts'
import { described, mailTrouble } from './trouble.ts'
import { waitsOf } from './waits-of.ts'

/** How one patient is reached, all mail to them, and what was never mailed about, with the reasons in codes and the moments by name. */
export async function patientMail(deps: Deps, ctx: Ctx, patientId: string) {
  const [patient] = await deps.db
    .select()
    .from(patients)
    .where(and(eq(patients.id, patientId), eq(patients.organisationId, ctx.organisationId)))
  if (!patient) throw notFound('patient')
  await recordRead(deps, ctx, { type: 'messages.read', patients: [patientId] })
  const [about] = await described(deps.db, [{ person: patient, why: '', proxy: null, since: '' }])
  const proxy = await proxyOf(deps.db, patientId)
  const house = await readOrganisation(deps.db, ctx)
  const past = await messagesOf(deps.db, patientId, asleepAt(house, deps.now().toISOString()))
  const never = await notMailed(
    deps.db,
    patient,
    channelOf(deps, patient) ?? 'mail',
    deps.now().toISOString(),
  )
  const waits = await waitsOf(deps, ctx, patientId)
  const isNever = new Set(never.map(({ assessmentId }) => assessmentId))
  const reminders = waits.filter(({ assessmentId }) => !isNever.has(assessmentId))
  const titleOf = await titles(deps, [...past.flatMap((message) => message.about), ...never, ...reminders])
  const { birthDate, email, emailDeadAt, phone, phoneDeadAt, textsStoppedAt, prefersTexts } = patient
  return {
    patient: { name: about?.name ?? '', birthDate, numbers: about?.numbers ?? [] },
    contact: {
      email: email && openEmail(deps.seal, patientId, email),
      emailDeadAt,
      /** Old enough for an address of their own, and nobody said whose this is. */
      isUnsure: noMailTo(patient) === 'address-unsure',
      proxy: proxy && { name: proxy.name, readsMail: proxy.readsMail },
      phone: phone && openPhone(deps.seal, patientId, phone),
      phoneDeadAt,
      textsStoppedAt,
      prefersTexts,
      textsGo: canSendTexts(deps.config),
    },
    messages: past.map((message) => ({
      ...message,
      about: message.about.map((one) => ({ ...one, title: titleOf(one) })),
    })),
    notMailed: never.map((one) => ({
      ...one,
      title: titleOf(one),
      waits: waits.find(({ assessmentId }) => assessmentId === one.assessmentId)?.waits ?? null,
    })),
    /** Asked before, and to be reminded of once the days between two mails are over. */
    remindedLater: reminders.map((one) => ({ ...one, title: titleOf(one) })),
  }
}

/** Who of the organisation is not reached by mail. */
export async function unreachedPatients(deps: Deps, ctx: Ctx) {
  const found = await mailTrouble(deps, ctx)
  await recordRead(deps, ctx, { type: 'messages.trouble', patients: found.map(({ patientId }) => patientId) })
  return found
}

/** Patients of the organisation with exactly this number, whichever system gave it. */
export async function findByNumber(deps: Deps, ctx: Ctx, number: string): Promise<string[]> {
  const people = await deps.db
    .selectDistinct({ id: patients.id })
    .from(patientNumbers)
    .innerJoin(patients, eq(patients.id, patientNumbers.patientId))
    .where(and(eq(patientNumbers.number, number), eq(patients.organisationId, ctx.organisationId)))
  const ids = people.map(({ id }) => id)
  await recordRead(deps, ctx, { type: 'patient.found', patients: ids })
  return ids
}
