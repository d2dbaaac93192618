import { and, eq, gt, isNotNull, isNull, lte, min, notExists, or } from 'drizzle-orm'
import { lastDayOfParent } from '../../core/patients/proxy.ts'
import { localDate, moveDate } from '../../core/time/dates.ts'
import { record } from '../audit/store.ts'
import { systemCtx } from '../ctx.ts'
import { inChunks } from '../db/chunks.ts'
import type { Tx } from '../db/database.ts'
import { organisations } from '../db/schema/organisations.ts'
import { patientProxies, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { endLinks } from '../links/store.ts'
import { lockPatients } from '../patients/lock.ts'
import { doubtAddressesOf } from '../patients/own-address.ts'

// What the age from which a young person is alone changes by itself, on the day itself or once it is found out.

type Tools = Pick<Deps, 'db' | 'now' | 'newId'>

/** Older than this nobody is asked any more: who is registered as an adult brings an address of their own. */
const GROWN = 'P20Y'
const AT_ONCE = 200

/**
 * A parent's last day never lies after the birthday from which the child is alone: where a birth date was put right, or
 * the organisation chose another age, it comes sooner. Gives how many.
 */
export async function cutLastDays(deps: Tools): Promise<number> {
  const late = await parentsPastTheirDay(deps.db)
  for (const one of late) await deps.db.transaction((tx) => cutLastDay(tx, deps, one))
  return late.length
}

type LateParent = Awaited<ReturnType<typeof parentsPastTheirDay>>[number]

async function cutLastDay(tx: Tx, deps: Tools, { id, organisationId, patientId, last }: LateParent) {
  await lockPatients(tx, [patientId])
  const cut = await tx
    .update(patientProxies)
    .set({ untilOn: last })
    .where(and(eq(patientProxies.id, id), isNull(patientProxies.endedAt)))
    .returning({ id: patientProxies.id })
  if (cut.length === 0) return
  await record(tx, deps, systemCtx(organisationId, 'proxies'), {
    action: 'U',
    type: 'patient.proxy-shortened',
    patients: [patientId],
    detail: { untilOn: last },
  })
}

async function parentsPastTheirDay(db: Tx) {
  const parents = await db
    .select({
      id: patientProxies.id,
      organisationId: patientProxies.organisationId,
      patientId: patientProxies.patientId,
      untilOn: patientProxies.untilOn,
      birthDate: patients.birthDate,
      answersFrom: organisations.answersFrom,
      aloneFrom: organisations.aloneFrom,
    })
    .from(patientProxies)
    .innerJoin(patients, eq(patients.id, patientProxies.patientId))
    .innerJoin(organisations, eq(organisations.id, patientProxies.organisationId))
    .where(and(isNull(patientProxies.endedAt), eq(patientProxies.relation, 'parent')))
  return parents.flatMap(({ untilOn, birthDate, ...parent }) => {
    const last = lastDayOfParent(birthDate, parent)
    return last < untilOn ? [{ ...parent, last }] : []
  })
}

/**
 * Whoever became old enough to be alone, and was known here as a child: nobody said whose the address is that their
 * mail goes to, and it may be a parent's. Nothing goes there until somebody says so, and what was sent opens nothing any
 * more; the lists of who is not reached name them. Where a proxy reads the mail it is known whose it is. Gives how many.
 */
export async function doubtAddresses(deps: Tools): Promise<number> {
  const at = deps.now().toISOString()
  const found = await grownUp(deps.db, at)
  const grown = found.filter(({ zone, birthDate, createdAt, ...ages }) => {
    const last = lastDayOfParent(birthDate, ages)
    return last < localDate(at, zone) && localDate(createdAt, zone) <= last
  })
  let count = 0
  for (const [organisationId, people] of Map.groupBy(grown, (one) => one.organisationId))
    for (const chunk of inChunks(people, AT_ONCE)) {
      const ids = chunk.map(({ id }) => id)
      const ctx = systemCtx(organisationId, 'proxies')
      count += await deps.db.transaction(async (tx) => {
        await lockPatients(tx, ids)
        const doubted = await doubtAddressesOf(tx, deps, ids, at)
        if (doubted.length === 0) return 0
        const detail = { links: (await endLinks(tx, deps, doubted)).length }
        await record(tx, deps, ctx, {
          action: 'U',
          type: 'patient.address-doubted',
          patients: doubted,
          detail,
        })
        return doubted.length
      })
    }
  return count
}

async function grownUp(db: Tx, at: string) {
  const today = at.slice(0, 10)
  const [house] = await db.select({ youngest: min(organisations.aloneFrom) }).from(organisations)
  const reads = db
    .select({ id: patientProxies.id })
    .from(patientProxies)
    .where(
      and(
        eq(patientProxies.patientId, patients.id),
        eq(patientProxies.readsMail, true),
        isNull(patientProxies.endedAt),
      ),
    )
  return db
    .select({
      id: patients.id,
      organisationId: patients.organisationId,
      birthDate: patients.birthDate,
      createdAt: patients.createdAt,
      zone: organisations.timeZone,
      answersFrom: organisations.answersFrom,
      aloneFrom: organisations.aloneFrom,
    })
    .from(patients)
    .innerJoin(organisations, eq(organisations.id, patients.organisationId))
    .where(
      and(
        gt(patients.birthDate, moveDate(today, `-${GROWN}`)),
        lte(patients.birthDate, moveDate(today, `-P${house?.youngest ?? 0}Y`)),
        isNull(patients.ownAskedAt),
        isNull(patients.deceasedOn),
        or(isNotNull(patients.email), isNotNull(patients.phone)),
        notExists(reads),
      ),
    )
}
