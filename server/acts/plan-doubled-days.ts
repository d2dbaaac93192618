import { setImmediate as breathe } from 'node:timers/promises'
import { and, count, eq, gt, gte, isNotNull, isNull } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import { inChunks } from '../db/chunks.ts'
import { appointments, enrolments } from '../db/schema/care.ts'
import type { Deps } from '../deps.ts'
import { lockPatients } from '../patients/lock.ts'
import { planEnrolments, versionsOfPatients } from './plan-enrolment.ts'

const PATHS = 100
const DAY_MS = 86_400_000

/**
 * Plans anew the open care paths of the organisation that have more than one coming appointment of a kind: what their
 * feeds want done with two on one day may have changed. A hundred at a time, each in a transaction of its own, so that
 * nobody waits long; done again it changes nothing.
 */
export async function planDoubledDays(
  deps: Pick<Deps, 'db' | 'definitions' | 'now' | 'newId'>,
  { organisationId }: Ctx,
): Promise<void> {
  const since = new Date(deps.now().getTime() - DAY_MS).toISOString() // today began somewhere within it
  const paths = await deps.db
    .select({ id: appointments.enrolmentId, patientId: enrolments.patientId })
    .from(appointments)
    .innerJoin(enrolments, eq(enrolments.id, appointments.enrolmentId))
    .where(
      and(
        eq(appointments.organisationId, organisationId),
        gte(appointments.startsAt, since),
        isNotNull(appointments.enrolmentId),
        isNull(enrolments.endedOn),
      ),
    )
    .groupBy(appointments.enrolmentId, enrolments.patientId, appointments.kind)
    .having(gt(count(), 1))
  for (const some of inChunks(paths, PATHS)) {
    const people = some.map(({ patientId }) => patientId)
    const versions = await versionsOfPatients(deps, people)
    await deps.db.transaction(async (tx) => {
      await lockPatients(tx, people)
      await planEnrolments(
        tx,
        deps,
        versions,
        some.flatMap(({ id }) => id ?? []),
      )
    })
    await breathe()
  }
}
