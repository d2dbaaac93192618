import {
  and,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  min,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { appointments, assessments, enrolments } from '../db/schema/care.ts'
import { links, messageAssessments, messages } from '../db/schema/messages.ts'
import { discussions, openings, responses } from '../db/schema/outcomes.ts'
import { calls } from '../db/schema/outreach.ts'
import { patients } from '../db/schema/patients.ts'

/** Each questionnaire by its first invitation that went, whatever went after it. */
export async function firstInvited(db: Tx, teamIds: readonly string[], from: string) {
  const first = db
    .select({ assessmentId: messageAssessments.assessmentId, at: min(messages.sentAt).as('first_at') })
    .from(messageAssessments)
    .innerJoin(messages, eq(messages.id, messageAssessments.messageId))
    .innerJoin(assessments, eq(assessments.id, messageAssessments.assessmentId))
    .where(
      and(
        eq(messageAssessments.kind, 'invitation'),
        isNotNull(messages.sentAt),
        inArray(assessments.teamId, [...teamIds, '']),
      ),
    )
    .groupBy(messageAssessments.assessmentId)
    .as('first_invitation')
  return db
    .select({
      assessmentId: assessments.id,
      patientId: assessments.patientId,
      setVersionId: assessments.setVersionId,
      outcomeSet: enrolments.outcomeSet,
      moment: assessments.moment,
      sentAt: messages.sentAt,
      failedAt: messages.failedAt,
      channel: messages.channel,
      language: patients.language,
      birthDate: patients.birthDate,
      startedAt: responses.startedAt,
      submittedAt: responses.submittedAt,
      discussedAt: discussions.discussedAt,
      opened: sql`case when ${openedSince(db)} then 1 else 0 end`.mapWith(Boolean),
      seenInTime: sql`case when ${seenInTime(db)} then 1 else 0 end`.mapWith(Boolean),
    })
    .from(first)
    .innerJoin(
      messageAssessments,
      and(eq(messageAssessments.assessmentId, first.assessmentId), eq(messageAssessments.kind, 'invitation')),
    )
    .innerJoin(messages, and(eq(messages.id, messageAssessments.messageId), eq(messages.sentAt, first.at)))
    .innerJoin(assessments, eq(assessments.id, first.assessmentId))
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .innerJoin(patients, eq(patients.id, assessments.patientId))
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .leftJoin(discussions, eq(discussions.responseId, responses.id))
    .leftJoin(appointments, eq(appointments.id, assessments.appointmentId))
    .where(gte(messages.sentAt, from))
}

/** A person opened a link of theirs between the invitation and the end: each opens all that is open. */
const openedSince = (db: Tx): SQL =>
  exists(
    db
      .select({ id: links.id })
      .from(links)
      .where(
        and(
          eq(links.patientId, assessments.patientId),
          eq(links.kind, 'answer'),
          gte(links.openedAt, messages.sentAt),
          gt(assessments.closesAt, links.openedAt),
        ),
      ),
  )

/** What opened for somebody since a day, stands, and was never invited to. */
export function uninvited(db: Tx, teamIds: readonly string[], { from, now }: { from: string; now: string }) {
  const invitation = db
    .select({ id: messageAssessments.id })
    .from(messageAssessments)
    .innerJoin(messages, eq(messages.id, messageAssessments.messageId))
    .where(
      and(
        eq(messageAssessments.assessmentId, assessments.id),
        eq(messageAssessments.kind, 'invitation'),
        isNotNull(messages.sentAt),
      ),
    )
  return db
    .select({
      patientId: assessments.patientId,
      setVersionId: assessments.setVersionId,
      outcomeSet: enrolments.outcomeSet,
      moment: assessments.moment,
      opensAt: assessments.opensAt,
      language: patients.language,
      birthDate: patients.birthDate,
    })
    .from(assessments)
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .innerJoin(patients, eq(patients.id, assessments.patientId))
    .where(
      and(
        inArray(assessments.teamId, [...teamIds, '']),
        gte(assessments.opensAt, from),
        lte(assessments.opensAt, now),
        isNull(assessments.withdrawnAt),
        notExists(invitation),
      ),
    )
}

/** A clinician had it open before the visit that it is for; where it is for none, before it was discussed. */
const seenInTime = (db: Tx): SQL =>
  exists(
    db
      .select({ id: openings.id })
      .from(openings)
      .where(
        and(
          eq(openings.responseId, responses.id),
          or(
            lte(openings.openedAt, appointments.startsAt),
            and(isNull(appointments.id), lte(openings.openedAt, discussions.discussedAt)),
          ),
        ),
      ),
  )

/** When a call about each questionnaire was first made. */
export async function firstCalls(
  db: Tx,
  teamIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const called = await db
    .select({ assessmentId: calls.assessmentId, at: min(calls.calledAt) })
    .from(calls)
    .where(inArray(calls.teamId, [...teamIds, '']))
    .groupBy(calls.assessmentId)
  return new Map(called.map(({ assessmentId, at }) => [assessmentId, at]))
}
