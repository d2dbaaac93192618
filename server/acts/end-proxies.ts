import { and, asc, eq, isNull, lt } from 'drizzle-orm'
import { localDate, moveDate } from '../../core/time/dates.ts'
import { ourLanguage } from '../../core/words.ts'
import { record } from '../audit/store.ts'
import { type Ctx, systemCtx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { organisations } from '../db/schema/organisations.ts'
import { patientProxies, patients } from '../db/schema/patients.ts'
import type { SetVersions } from '../definitions/moved.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import { enqueueProxyEnded } from '../outbox/store.ts'
import { openEmail } from '../patients/contact.ts'
import { keepingTraits } from '../patients/former-traits.ts'
import { lockPatients } from '../patients/lock.ts'
import { type PatientProxy, proxyOf } from '../patients/proxies.ts'
import { endLinksOfProxy } from '../patients/proxy-address.ts'
import { moveAddresses } from './move-address.ts'
import { planEnrolments, versionsOfPatients } from './plan-enrolment.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'config'>
type Ending = Tools & Pick<Deps, 'definitions'>

const AT_ONCE = 200

/** Somebody answers no more for a patient of the organisation, from now on. 404 where nobody does. */
export async function endProxy(deps: Ending, ctx: Ctx, patientId: string): Promise<void> {
  const versions = await versionsOfPatients(deps, [patientId])
  await deps.db.transaction(async (tx) => {
    const proxy = await proxyOf(tx, patientId)
    if (proxy?.organisationId !== ctx.organisationId) throw notFound('proxy')
    await endOne(tx, deps, ctx, versions, proxy)
  })
}

/** Ends all whose last day is over where their organisation is. Gives how many. */
export async function endDueProxies(deps: Ending): Promise<number> {
  const now = deps.now().toISOString()
  const anywhere = moveDate(now.slice(0, 10), 'P2D') // it is tomorrow already on the other side of the world
  const due = await deps.db
    .select({ proxy: patientProxies, zone: organisations.timeZone })
    .from(patientProxies)
    .innerJoin(organisations, eq(organisations.id, patientProxies.organisationId))
    .where(and(isNull(patientProxies.endedAt), lt(patientProxies.untilOn, anywhere)))
    .orderBy(asc(patientProxies.untilOn), asc(patientProxies.id))
    .limit(AT_ONCE)
  const over = due.filter(({ proxy, zone }) => proxy.untilOn < localDate(now, zone))
  const versions = await versionsOfPatients(
    deps,
    over.map(({ proxy }) => proxy.patientId),
  )
  for (const { proxy } of over) {
    const ctx = systemCtx(proxy.organisationId, 'proxies')
    await deps.db.transaction((tx) => endOne(tx, deps, ctx, versions, proxy))
  }
  return over.length
}

async function endOne(
  tx: Tx,
  deps: Tools,
  ctx: Ctx,
  versions: SetVersions,
  proxy: PatientProxy,
): Promise<void> {
  const { id, patientId, readsMail } = proxy
  await lockPatients(tx, [patientId])
  const at = deps.now().toISOString()
  const ended = await tx
    .update(patientProxies)
    .set({ endedAt: at })
    .where(and(eq(patientProxies.id, id), isNull(patientProxies.endedAt)))
    .returning({ id: patientProxies.id })
  if (ended.length === 0) return
  await replan(tx, deps, versions, patientId)
  await record(tx, deps, ctx, { action: 'U', type: 'patient.proxy-ended', patients: [patientId] })
  if (readsMail) await leaveAddress(tx, deps, ctx, patientId)
  await leaveOwnAddress(tx, deps, proxy)
}

/**
 * Nothing goes any more to the own address of who answered, its links end, and they are told; `goesOn`: the key of the
 * address of who answers next, which may be the same. The caller holds the patient's lock.
 */
export async function leaveOwnAddress(
  tx: Tx,
  deps: Tools,
  proxy: PatientProxy,
  goesOn: string | null = null,
): Promise<void> {
  const { id, patientId, organisationId, email, emailDeadAt, mailOffAt } = proxy
  if (!email) return
  await endLinksOfProxy(tx, deps, id)
  const [patient] = await tx.select().from(patients).where(eq(patients.id, patientId))
  if (!patient || emailDeadAt || mailOffAt || proxy.emailKey === goesOn) return
  await enqueueProxyEnded(tx, deps, {
    organisationId,
    to: openEmail(deps.seal, patientId, email),
    language: ourLanguage(patient.language),
  })
}

/** The address of a patient was somebody else's: nothing goes there any more, and they are told. The caller holds the patient's lock. */
export async function leaveAddress(tx: Tx, deps: Tools, ctx: Ctx, patientId: string): Promise<void> {
  const [patient] = await tx.select().from(patients).where(eq(patients.id, patientId))
  if (!patient?.email) return
  if (!patient.emailDeadAt)
    await enqueueProxyEnded(tx, deps, {
      organisationId: patient.organisationId,
      to: openEmail(deps.seal, patientId, patient.email),
      language: ourLanguage(patient.language),
    })
  const gone = { email: null, emailKey: null, emailDeadAt: null, contactToldAt: deps.now().toISOString() }
  await keepingTraits(tx, deps, [patientId], async () =>
    tx.update(patients).set(gone).where(eq(patients.id, patientId)),
  )
  await moveAddresses(tx, deps, ctx, [patientId])
}

/** What only who answers for a patient is asked comes and goes with them. The caller holds the patient's lock. */
export async function replan(tx: Tx, deps: Tools, versions: SetVersions, patientId: string): Promise<void> {
  const paths = await tx
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(eq(enrolments.patientId, patientId))
  await planEnrolments(
    tx,
    deps,
    versions,
    paths.map(({ id }) => id),
  )
}
