import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import type { Tx } from '../db/database.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { channelOf } from '../patients/texting.ts'
import type { MessageKind } from './kinds.ts'

const KIND = 'wanted-reminder' satisfies MessageKind

type Wanted = {
  organisationId: string
  patientId: string
  proxyId: string | null
  assessmentIds: readonly string[]
  at: string
}

/**
 * The patient asked to be reminded of these assessments at an instant: one mail, however often they ask. Whether there
 * is still something to remind of is decided when it goes.
 */
export async function enqueueWantedReminder(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId' | 'seal' | 'config'>,
  { organisationId, patientId, proxyId, assessmentIds, at }: Wanted,
): Promise<void> {
  const { now, newId } = deps
  const [patient] = await tx.select().from(patients).where(eq(patients.id, patientId))
  if (!patient) return
  const message = {
    id: newId('msg'),
    organisationId,
    patientId,
    proxyId,
    kind: KIND,
    channel: proxyId ? 'mail' : (channelOf(deps, patient) ?? 'mail'),
    batch: `${proxyId ?? patientId} ${KIND} ${at}`,
    dueAt: at,
    createdAt: now().toISOString(),
    attempts: 0,
  }
  const written = await tx
    .insert(messages)
    .values(message)
    .onConflictDoNothing()
    .returning({ id: messages.id })
  if (written.length === 0) return
  const about = { messageId: message.id, kind: KIND, ordinal: ordinalOf(at) }
  await tx
    .insert(messageAssessments)
    .values(assessmentIds.map((assessmentId) => ({ id: newId('mas'), assessmentId, ...about })))
}

/** An assessment has each kind and ordinal once: the minute of the mail, counted from 1970, is a number of its own. */
const ordinalOf = (at: string) => Math.floor(Date.parse(at) / 60_000)

/** The instants of the reminders that a patient asked for and that are still to come, the first in front. */
export async function wantedReminders(db: Tx, patientId: string): Promise<string[]> {
  const rows = await waiting(db).execute({ patientId })
  return rows.map(({ dueAt }) => dueAt)
}

const waiting = once((db: Tx) =>
  db
    .select({ dueAt: messages.dueAt })
    .from(messages)
    .where(
      and(
        eq(messages.patientId, sql.placeholder('patientId')),
        eq(messages.kind, KIND),
        isNull(messages.sentAt),
        isNull(messages.suppressedAt),
        isNull(messages.failedAt),
      ),
    )
    .orderBy(asc(messages.dueAt))
    .prepare('wanted_reminders'),
)
