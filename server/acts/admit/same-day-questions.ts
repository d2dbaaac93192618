import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import { appointments } from '../../db/schema/care.ts'
import { quarantine } from '../../db/schema/patients.ts'
import type { Deps } from '../../deps.ts'
import { lockPatients } from '../../patients/lock.ts'
import { type Aside, closeAsides } from '../aside-verdict.ts'
import { planEnrolments, versionsOfPatients } from '../plan-enrolment.ts'

// A second appointment of one kind on one day is kept as any other; that it is asked about is a row beside it, with its
// id in its own. So a move, a cancellation or a repeat never waits for the answer, and none can be undone by it.

export const questionId = (appointmentId: string): string => `qua_${appointmentId}_same-day`
const appointmentOf = (question: string) => question.slice('qua_'.length, -'_same-day'.length)

/** Of these appointments those that nobody has said of that they count beside another of their day. */
export async function doubtedAppointments(
  tx: Tx,
  among: readonly { id: string }[],
): Promise<ReadonlySet<string>> {
  return new Set(
    await questionsAbout(tx, among, or(isNull(quarantine.resolvedAt), ne(quarantine.resolution, 'accepted'))),
  )
}

/** Of these appointments those that a person still is asked about. */
export const askedAppointments = (tx: Tx, among: readonly { id: string }[]): Promise<string[]> =>
  questionsAbout(tx, among, isNull(quarantine.resolvedAt))

async function questionsAbout(tx: Tx, among: readonly { id: string }[], which: ReturnType<typeof or>) {
  if (among.length === 0) return []
  const ids = among.map(({ id }) => questionId(id))
  const rows = await tx
    .select({ id: quarantine.id })
    .from(quarantine)
    .where(and(inArray(quarantine.id, ids), which))
  return rows.map(({ id }) => appointmentOf(id))
}

/** Takes back the questions about these appointments: there is no other on their day any more. */
export async function dropQuestions(tx: Tx, appointmentIds: readonly string[]): Promise<void> {
  if (appointmentIds.length === 0) return
  const ids = appointmentIds.map(questionId)
  await tx.delete(quarantine).where(and(inArray(quarantine.id, ids), isNull(quarantine.resolvedAt)))
}

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
