import { and, eq, gte, inArray, isNotNull, min } from 'drizzle-orm'
import { localDate, moveDate } from '../../core/dates.ts'
import { ageOn } from '../../core/norm.ts'
import {
  ageBandOf,
  divisions,
  hourBandOf,
  type Invited,
  type Starts,
  type StartsGroup,
  startsBy,
  startsOf,
} from '../../core/starts.ts'
import { weekdayOf } from '../../core/weekday.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { assessments, enrolments } from '../db/schema/care.ts'
import { messageAssessments, messages } from '../db/schema/messages.ts'
import { responses } from '../db/schema/outcomes.ts'
import { calls } from '../db/schema/outreach.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { readOrganisation } from '../organisations/store.ts'
import { sayTime } from '../outbox/say-date.ts'
import { titles } from '../outbox/titles.ts'
import { reachOf, teamsWithin } from './reach.ts'

const MONTHS = 12

/** Who started of those who were first invited in the last year, divided in several ways. Only figures of groups. */
export async function whoStarts(
  deps: Deps,
  ctx: Ctx,
): Promise<{ from: string; all: Starts; groups: StartsGroup[] }> {
  const { db } = deps
  const house = await readOrganisation(db, ctx)
  const zone = house.timeZone
  const from = moveDate(localDate(deps.now().toISOString(), zone), `-P${MONTHS}M`)
  const teams = await teamsWithin(db, ctx, reachOf(ctx, 'messages:oversee'))
  const teamIds = teams.map(({ id }) => id)
  const rows = await firstInvited(db, teamIds, from)
  const called = await firstCalls(db, teamIds)
  const titleOf = await titles(deps, rows)
  const invited = rows.map((row) => invitedOf(row, called.get(row.assessmentId) ?? null, zone))
  const namesOf = new Map(rows.map((row) => [momentOf(row), titleOf(row)]))
  await recordRead(deps, ctx, { type: 'messages.overseen' })
  return {
    from,
    all: startsOf(invited),
    groups: divisions.flatMap((by) =>
      startsBy(invited, by).map((group) => ({
        ...group,
        title: by === 'moment' ? (namesOf.get(group.id) ?? null) : null,
      })),
    ),
  }
}

type Row = Awaited<ReturnType<typeof firstInvited>>[number]

const momentOf = ({ outcomeSet, moment }: Pick<Row, 'outcomeSet' | 'moment'>) => `${outcomeSet} ${moment}`

function invitedOf(row: Row, calledAt: string | null, zone: string): Invited {
  const sentAt = row.sentAt ?? ''
  const day = localDate(sentAt, zone)
  const wasCalled = calledAt !== null && (row.startedAt === null || calledAt < row.startedAt)
  const age = ageOn(row.birthDate, day)
  return {
    person: row.patientId,
    channel: wasCalled ? `${row.channel}-and-call` : row.channel,
    age: ageBandOf(age),
    language: ['nl', 'en', 'de', 'tr', 'ar'].includes(row.language) ? row.language : 'other',
    weekday: String(weekdayOf(day)),
    hour: hourBandOf(sayTime(sentAt, zone, 'nl')),
    moment: momentOf(row),
    started: row.startedAt !== null,
    completed: row.submittedAt !== null,
  }
}

/** Each questionnaire by its first invitation that went, whatever went after it. */
async function firstInvited(db: Tx, teamIds: readonly string[], from: string) {
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
      channel: messages.channel,
      language: patients.language,
      birthDate: patients.birthDate,
      startedAt: responses.startedAt,
      submittedAt: responses.submittedAt,
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
    .where(gte(messages.sentAt, from))
}

async function firstCalls(db: Tx, teamIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const called = await db
    .select({ assessmentId: calls.assessmentId, at: min(calls.calledAt) })
    .from(calls)
    .where(inArray(calls.teamId, [...teamIds, '']))
    .groupBy(calls.assessmentId)
  return new Map(called.map(({ assessmentId, at }) => [assessmentId, at]))
}
