import { type WantedTime, wantedAt, wantedTimes } from '../../core/wanted-reminder.ts'
import type { Deps } from '../deps.ts'
import { enqueueWantedReminder, wantedReminders } from '../outbox/wanted.ts'
import type { OpenTask } from './open-tasks.ts'
import type { PatientSession } from './session.ts'

/** `coming` are the instants of reminders that will come; `offered` is what can still be asked for. */
export type Reminding = { coming: string[]; offered: { when: WantedTime; at: string }[] }

/** What the start says about being reminded. Nothing is offered to who has no address that works. */
export async function readReminding(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  session: PatientSession,
  tasks: readonly OpenTask[],
): Promise<Reminding> {
  const isWanted = tasks.some(({ declinedAt }) => declinedAt === null)
  const coming = isWanted ? await wantedReminders(db, session.patientId) : []
  const offered = wantedTimes.flatMap((when) => {
    const at = offeredAt(when, session, tasks, now())
    return at && !coming.includes(at) ? [{ when, at }] : []
  })
  return { coming, offered }
}

/** Writes down that the patient wants this reminder; again is harmless, and what is not offered is not promised. */
export async function wantReminder(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  session: PatientSession,
  tasks: readonly OpenTask[],
  when: WantedTime,
): Promise<void> {
  const at = offeredAt(when, session, tasks, deps.now())
  if (!at) return
  const { organisationId, patientId } = session
  const assessmentIds = openAt(tasks, at).map(({ id }) => id)
  await deps.db.transaction((tx) =>
    enqueueWantedReminder(tx, deps, { organisationId, patientId, assessmentIds, at }),
  )
}

function offeredAt(when: WantedTime, session: PatientSession, tasks: readonly OpenTask[], now: Date) {
  const at = session.canBeMailed ? wantedAt(when, session, now.toISOString()) : null
  return at && openAt(tasks, at).length > 0 ? at : null
}

const openAt = (tasks: readonly OpenTask[], at: string) =>
  tasks.filter(({ closesAt, declinedAt }) => closesAt > at && declinedAt === null)
