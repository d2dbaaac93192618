import { and, eq, isNull } from 'drizzle-orm'
import { type Ages, lastDayOfParent, type Relation } from '../../core/patients/proxy.ts'
import { localDate, moveDate } from '../../core/time/dates.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations } from '../db/schema/organisations.ts'
import { patientProxies, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { notFound, refused } from '../http/problem.ts'
import { sealContact } from '../patients/contact.ts'
import { lockPatients } from '../patients/lock.ts'
import { type PatientProxy, proxyOf } from '../patients/proxies.ts'
import { mailOffOf } from '../patients/proxy-address.ts'
import { leaveAddress, leaveOwnAddress, replan } from './end-proxies.ts'
import { versionsOfPatients } from './plan-enrolment.ts'

/** Nobody is named for longer without being asked again. */
const LONGEST = 'P5Y'

/**
 * `untilOn`: the last day, an ISO date; `readsMail`: the patient's mail address is theirs; `email`: their own, where they
 * have one beside the patient's, null for none; unsaid, the same person keeps theirs.
 */
export type NewProxy = {
  name: string
  relation: Relation
  untilOn: string
  readsMail: boolean
  email?: string | null | undefined
}

/**
 * Names who answers for a patient, until which day, in place of whoever was named before: mail goes no more to that one,
 * unless it is the same person. A parent's last day is at the
 * latest the one before the age from which the organisation lets a young person alone. 404 for who is not the
 * organisation's patient; 422 ('day_passed', 'day_too_far', 'parent_too_late'; 'email_unsaid' where another person had an
 * own address, which would end without anybody having said so).
 */
export async function setProxy(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'config' | 'definitions'>,
  ctx: Ctx,
  patientId: string,
  given: NewProxy,
): Promise<{ untilOn: string }> {
  const at = deps.now().toISOString()
  const versions = await versionsOfPatients(deps, [patientId])
  return deps.db.transaction(async (tx) => {
    await lockPatients(tx, [patientId])
    const { birthDate, zone, ...ages } = await aboutPatient(tx, ctx, patientId)
    const untilOn = lastDayOf(given, localDate(at, zone), birthDate, ages)
    const { organisationId } = ctx
    const before = await proxyOf(tx, patientId)
    const { email: _, ...said } = given
    const readsMail = given.readsMail || (before?.readsMail === true && before.name === given.name)
    await tx
      .update(patientProxies)
      .set({ endedAt: at })
      .where(and(eq(patientProxies.patientId, patientId), isNull(patientProxies.endedAt)))
    const id = deps.newId('pro')
    const row = { id, organisationId, patientId, setAt: at, setBy: ctx.actor.id }
    const own = await ownAddress(tx, deps, patientId, { ...given, readsMail }, before)
    await tx.insert(patientProxies).values({ ...row, ...said, ...own, untilOn, readsMail })
    if (before) await leaveOwnAddress(tx, deps, before, own.emailKey)
    if (before?.readsMail && !readsMail) await leaveAddress(tx, deps, ctx, patientId)
    await replan(tx, deps, versions, patientId)
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'patient.proxy-set',
      patients: [patientId],
      detail: { relation: given.relation, untilOn },
    })
    return { untilOn }
  })
}

async function ownAddress(
  tx: Tx,
  { seal }: Pick<Deps, 'seal'>,
  patientId: string,
  { name, readsMail, email }: NewProxy,
  before: PatientProxy | null,
) {
  const isUnsaid = !readsMail && email === undefined && before !== null && before.email !== null
  if (isUnsaid && before.name !== name)
    throw refused('email_unsaid', 'Say the own mail address of this person, or null for none')
  if (isUnsaid) {
    const { emailKey, mailOffAt, emailDeadAt } = before
    return { email: before.email, emailKey, mailOffAt, emailDeadAt }
  }
  const address = sealContact(seal, patientId, { email: readsMail ? null : email })
  const mailOffAt = await mailOffOf(tx, patientId, address.emailKey)
  return { email: address.email, emailKey: address.emailKey, mailOffAt, emailDeadAt: null }
}

function lastDayOf({ untilOn, relation }: NewProxy, today: string, birthDate: string, ages: Ages): string {
  if (untilOn < today) throw refused('day_passed', 'Choose today or a later day')
  if (untilOn > moveDate(today, LONGEST)) throw refused('day_too_far', 'Choose a day within five years')
  const last = relation === 'parent' ? lastDayOfParent(birthDate, ages) : untilOn
  if (last < today) throw refused('parent_too_late', 'At this age no parent answers any more')
  return untilOn < last ? untilOn : last
}

async function aboutPatient(tx: Tx, { organisationId }: Ctx, patientId: string) {
  const [found] = await tx
    .select({
      birthDate: patients.birthDate,
      zone: organisations.timeZone,
      answersFrom: organisations.answersFrom,
      aloneFrom: organisations.aloneFrom,
    })
    .from(patients)
    .innerJoin(organisations, eq(organisations.id, patients.organisationId))
    .where(and(eq(patients.id, patientId), eq(patients.organisationId, organisationId)))
  if (!found) throw notFound('patient')
  return found
}
