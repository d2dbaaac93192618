import { and, eq, isNull } from 'drizzle-orm'
import { localDate } from '../../core/time/dates.ts'
import type { Directory } from '../appointments/directory.ts'
import type { Resolved } from '../appointments/resolve.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { appointments, enrolments } from '../db/schema/care.ts'
import type { quarantine } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { closeEnrolments } from '../enrolments/store.ts'
import { withdrawStageEntries } from './admit/stage-entries.ts'
import { planEnrolments } from './plan-enrolment.ts'

// What can stand in the way of a message that was set aside, apart from names.

type Aside = typeof quarantine.$inferSelect

/** The patient is with another team for the same care path: that ends, and what was open there is withdrawn. */
export async function endElsewhere(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  { versions, zone }: Directory,
  { patientId }: Aside,
  one: Resolved | undefined,
) {
  if (!patientId || !one) return
  const open = await tx
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.patientId, patientId),
        eq(enrolments.outcomeSet, one.team.version.set.id),
        eq(enrolments.side, one.side ?? ''),
        isNull(enrolments.endedOn),
      ),
    )
  const ids = open.map(({ id }) => id)
  const endedOn = localDate(deps.now().toISOString(), zone)
  await planEnrolments(tx, deps, versions, await closeEnrolments(tx, ids, { endedOn, endReason: 'moved' }))
}

type Holder = { id: string; number: string; patientId: string; enrolmentId: string | null }

/** The other patient's appointment that has the number of a message; null where that was not the question. */
export async function holderOf(
  tx: Tx,
  ctx: Ctx,
  { reason, patientId: of }: Aside,
  one: Resolved | undefined,
): Promise<Holder | null> {
  if (reason !== 'other-patient' || !one) return null
  const { id, number, patientId, enrolmentId } = appointments
  const [holder] = await tx
    .select({ id, number, patientId, enrolmentId })
    .from(appointments)
    .where(and(eq(appointments.organisationId, ctx.organisationId), eq(number, one.message.number)))
  return holder && holder.patientId !== of ? holder : null
}

/** The number was given to somebody else: what it stood for is cancelled, with the stage that it led into. */
export async function freeNumber(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  { versions }: Directory,
  aside: Aside,
  { id, number, enrolmentId }: Holder,
) {
  await tx
    .update(appointments)
    .set({ number: `${number} (${aside.id})`, status: 'cancelled' })
    .where(eq(appointments.id, id))
  const enrolmentIds = enrolmentId ? [enrolmentId] : []
  await withdrawStageEntries(tx, deps, { appointmentIds: [id], enrolmentIds })
  await planEnrolments(tx, deps, versions, enrolmentIds)
}
