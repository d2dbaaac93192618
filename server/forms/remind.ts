import { type WantedTime, wantedAt, wantedTimes } from '../../core/schedule/wanted-reminder.ts'
import type { Deps } from '../deps.ts'
import { enqueueWantedReminder, wantedReminders } from '../outbox/wanted.ts'
import { channelOf } from '../patients/texting.ts'
import type { OpenTask } from './open-tasks.ts'
import type { PatientSession } from './session.ts'

type Works = Pick<Deps, 'db' | 'now' | 'seal' | 'config'>

/** `coming` are the instants of reminders that will come; `offered` is what can still be asked for. */
export type Reminding = { coming: string[]; offered: { when: WantedTime; at: string }[] }

/** What the start says about being reminded. Nothing is offered to who has neither an address nor a number that works. */
export async function readReminding(
  deps: Works,
  session: PatientSession,
  tasks: readonly OpenTask[],
): Promise<Reminding> {
  const isWanted = tasks.some(({ declinedAt }) => declinedAt === null)
  const coming = isWanted ? await wantedReminders(deps.db, session.patientId) : []
  const offered = wantedTimes.flatMap((when) => {
    const at = offeredAt(deps, when, session, tasks)
    return at && !coming.includes(at) ? [{ when, at }] : []
  })
  return { coming, offered }
}

/** Writes down that the patient wants this reminder; again is harmless, and what is not offered is not promised. */
export async function wantReminder(
  deps: Works & Pick<Deps, 'newId'>,
  session: PatientSession,
  tasks: readonly OpenTask[],
  when: WantedTime,
): Promise<void> {
  const at = offeredAt(deps, when, session, tasks)
  if (!at) return
  const { organisationId, patientId, proxyId } = session
  const assessmentIds = openAt(tasks, at).map(({ id }) => id)
  await deps.db.transaction((tx) =>
    enqueueWantedReminder(tx, deps, { organisationId, patientId, proxyId, assessmentIds, at }),
  )
}

function offeredAt(deps: Works, when: WantedTime, session: PatientSession, tasks: readonly OpenTask[]) {
  // A link at the own address of who answers is dead where mail does not reach it.
  const canBeReached =
    session.proxyId !== null || channelOf(deps, { ...session, id: session.patientId }) !== null
  const at = canBeReached ? wantedAt(when, session, deps.now().toISOString()) : null
  return at && openAt(tasks, at).length > 0 ? at : null
}

const openAt = (tasks: readonly OpenTask[], at: string) =>
  tasks.filter(({ closesAt, declinedAt }) => closesAt > at && declinedAt === null)
