import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import { appointments } from '../db/schema/care.ts'
import type { Deps } from '../deps.ts'
import { lockPatients } from '../patients/lock.ts'
import { appointmentOf } from './admit/same-day-questions.ts'
import { type Aside, closeAsides } from './aside-verdict.ts'
import { planEnrolments, versionsOfPatients } from './plan-enrolment.ts'

/** Somebody says that an appointment counts beside the other of its day: what hangs on it is planned. */
export async function countBeside(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'definitions'>,
  ctx: Ctx,
  aside: Aside,
): Promise<void> {
  const people = aside.patientId ? [aside.patientId] : []
  const versions = await versionsOfPatients(deps, people)
  await deps.db.transaction(async (tx) => {
    await lockPatients(tx, people)
    await closeAsides(tx, deps, ctx, [aside], 'accepted')
    const paths = await tx
      .select({ id: appointments.enrolmentId })
      .from(appointments)
      .where(
        and(
          eq(appointments.id, appointmentOf(aside.id)),
          eq(appointments.organisationId, ctx.organisationId),
        ),
      )
    await planEnrolments(
      tx,
      deps,
      versions,
      paths.flatMap(({ id }) => id ?? []),
    )
  })
}
