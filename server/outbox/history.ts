import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Early } from '../../core/mail/mail-of-the-day.ts'
import type { Tx } from '../db/database.ts'
import { assessments, enrolments } from '../db/schema/care.ts'
import { links, messageAssessments, messages } from '../db/schema/messages.ts'
import { responses } from '../db/schema/outcomes.ts'
import type { Channel } from '../patients/texting.ts'
import type { Recipient } from './facts.ts'
import { heldAmong, pausedSets, pauseKey } from './pauses.ts'
import { unreachable, type Why } from './verdict.ts'
import { whyWaits } from './why-waits.ts'

export type MessageState = 'waiting' | 'sent' | 'suppressed' | 'failed'

/** One mail, what it was about, and why it went, waits, or did not go. */
export type PastMessage = {
  id: string
  kind: string
  channel: string
  state: MessageState
  /** When it got into this state; for what waits, when it may go. */
  at: string
  /** A code: of the suppression, the failure, or the last try that failed. */
  why: string | null
  /** Why it went before the days between two mails were over. */
  early: Early | null
  /** A text message of which the gateway said that it reached the telephone. */
  deliveredAt: string | null
  /** When a person first opened its link. */
  openedAt: string | null
  about: About[]
}
type About = { assessmentId: string; setVersionId: string; moment: string; kind: string; ordinal: number }

/** An assessment that is open and about which nothing was mailed; `why` is null when it is simply the next mail's turn. */
export type NotMailed = {
  assessmentId: string
  setVersionId: string
  moment: string
  opensAt: string
  why: Why | null
}

const SHOWN = 200

/** The mail to a patient, newest first; `asleepAt` as of `whyWaits`. */
export async function messagesOf(db: Tx, patientId: string, asleepAt: string | null): Promise<PastMessage[]> {
  const found = await db
    .select({ message: messages, openedAt: links.openedAt })
    .from(messages)
    .leftJoin(links, and(eq(links.messageId, messages.id), eq(links.kind, 'answer')))
    .where(eq(messages.patientId, patientId))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(SHOWN)
  const rows = found.map(({ message, openedAt }) => ({ ...message, openedAt }))
  const about = await aboutOf(
    db,
    rows.map(({ id }) => id),
  )
  const held = await heldAmong(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    channel: row.channel,
    ...stateOf(row),
    why: isOpen(row) ? whyWaits(row, { held, asleepAt }) : row.why,
    early: row.early as Early | null,
    deliveredAt: row.deliveredAt,
    openedAt: row.openedAt,
    about: about.get(row.id) ?? [],
  }))
}

async function aboutOf(db: Tx, ids: string[]): Promise<ReadonlyMap<string, About[]>> {
  const rows =
    ids.length > 0
      ? await db
          .select({
            messageId: messageAssessments.messageId,
            about: {
              assessmentId: assessments.id,
              setVersionId: assessments.setVersionId,
              moment: assessments.moment,
              kind: messageAssessments.kind,
              ordinal: messageAssessments.ordinal,
            },
          })
          .from(messageAssessments)
          .innerJoin(assessments, eq(assessments.id, messageAssessments.assessmentId))
          .where(inArray(messageAssessments.messageId, ids))
      : []
  const byMessage = Map.groupBy(rows, ({ messageId }) => messageId)
  return new Map([...byMessage].map(([id, all]) => [id, all.map(({ about }) => about)]))
}

const isOpen = (row: typeof messages.$inferSelect) => stateOf(row).state === 'waiting'

function stateOf(row: typeof messages.$inferSelect): { state: MessageState; at: string } {
  if (row.failedAt) return { state: 'failed', at: row.failedAt } // sent or not: what came back did not arrive
  if (row.sentAt) return { state: 'sent', at: row.sentAt }
  if (row.suppressedAt) return { state: 'suppressed', at: row.suppressedAt }
  return { state: 'waiting', at: row.dueAt }
}

/** What is asked of a patient and was never written about, with what stands in the way of their channel. */
export async function notMailed(
  db: Tx,
  patient: Recipient,
  channel: Channel,
  now: string,
): Promise<NotMailed[]> {
  const rows = await db
    .select({
      assessmentId: assessments.id,
      setVersionId: assessments.setVersionId,
      moment: assessments.moment,
      opensAt: assessments.opensAt,
      closesAt: assessments.closesAt,
      outcomeSet: enrolments.outcomeSet,
    })
    .from(assessments)
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .leftJoin(messageAssessments, eq(messageAssessments.assessmentId, assessments.id))
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .where(
      and(
        eq(assessments.patientId, patient.id),
        isNull(assessments.withdrawnAt),
        isNull(messageAssessments.id),
        isNull(responses.submittedAt),
      ),
    )
  const barrier = unreachable(patient, channel)
  const paused = await pausedSets(db)
  const pauseOf = (outcomeSet: string) =>
    paused.has(pauseKey({ organisationId: patient.organisationId, outcomeSet })) ? 'paused' : null
  return rows.map(({ closesAt, outcomeSet, ...row }) => ({
    ...row,
    why: barrier ?? windowBarrier(row.opensAt, closesAt, now) ?? pauseOf(outcomeSet),
  }))
}

function windowBarrier(opensAt: string, closesAt: string, now: string): Why | null {
  if (closesAt <= now) return 'closed'
  return opensAt > now ? 'not-open' : null
}
