import {
  and,
  between,
  count,
  countDistinct,
  desc,
  eq,
  exists,
  gte,
  inArray,
  isNull,
  lte,
  or,
  type SQL,
  sql,
  sum,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { ConsultCounts, ConsultWeek } from '../../core/consult/clinic-day.ts'
import { isOfSeveral } from '../../core/disclosure/small-groups.ts'
import { midnight, moveDate } from '../../core/time/dates.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { daysBefore } from '../db/days-before.ts'
import { appointments } from '../db/schema/care.ts'
import { discussions, openings, responses } from '../db/schema/outcomes.ts'
import { MAY_BE_DUE } from './standing.ts'

const WEEKS = 8

/**
 * The consults of the last weeks with answers to talk about: the last that came in within weeks before it and was not
 * discussed a day before already. Of whom were they on a screen before it began, and of whom were they discussed? For
 * the caller's teams, and for the caller alone where enough clinicians make the team's figure. `today`: local date.
 */
export async function readWeeks(
  db: Tx,
  ctx: Ctx,
  { now, today, zone }: { now: string; today: string; zone: string },
): Promise<ConsultWeek[]> {
  const mondays = lastMondays(today)
  const begins = mondays.map((monday) => midnight(monday, zone))
  const each = eachConsult(db, ctx, { from: begins.at(-1) ?? now, now }, begins)
  const rows = await db
    .select({
      place: each.place,
      of: count().mapWith(Number),
      clinicians: countDistinct(each.clinician).mapWith(Number),
      opened: sum(each.opened).mapWith(Number),
      discussed: sum(each.discussed).mapWith(Number),
      ownOf: sum(each.own).mapWith(Number),
      ownOpened: sum(sql`${each.own} * ${each.opened}`).mapWith(Number),
      ownDiscussed: sum(sql`${each.own} * ${each.discussed}`).mapWith(Number),
    })
    .from(each)
    .groupBy(each.place)
  const counted = new Map(rows.map((row) => [Number(row.place), row]))
  return mondays.map((from, place) => {
    const row = counted.get(place)
    if (!row) return { from, team: nobody, own: null }
    const { of, opened, discussed, clinicians, ownOf, ownOpened, ownDiscussed } = row
    return {
      from,
      team: { of, opened, discussed },
      own: isOfSeveral(clinicians) ? { of: ownOf, opened: ownOpened, discussed: ownDiscussed } : null,
    }
  })
}

const nobody: ConsultCounts = { of: 0, opened: 0, discussed: 0 }

/** The Mondays of this week and those before it, the newest first. */
function lastMondays(today: string): string[] {
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7
  return Array.from({ length: WEEKS }, (_, place) => moveDate(today, `-P${sinceMonday + 7 * place}D`))
}

function eachConsult(
  db: Tx,
  ctx: Ctx,
  { from, now }: { from: string; now: string },
  begins: readonly string[],
) {
  const seen = db
    .select({ id: openings.id })
    .from(openings)
    .where(and(eq(openings.responseId, responses.id), lte(openings.openedAt, appointments.startsAt)))
  return db
    .select({
      place: placeOf(begins).as('place'),
      clinician: appointments.clinicianId,
      own: one(eq(appointments.clinicianId, ctx.actor.id)).as('own'),
      opened: one(exists(seen)).as('opened'),
      discussed: one(sql`${discussions.id} is not null`).as('discussed'),
    })
    .from(appointments)
    .innerJoin(responses, eq(responses.id, answerBefore(db)))
    .leftJoin(discussions, eq(discussions.responseId, responses.id))
    .where(
      and(
        inArray(appointments.teamId, [...ctx.teamIds, '']),
        eq(appointments.status, 'booked'),
        between(appointments.startsAt, from, now),
        or(isNull(discussions.id), gte(discussions.discussedAt, daysBefore(appointments.startsAt, 1))),
      ),
    )
    .as('each')
}

/** The last answer that was there when an appointment began, from the weeks before it. */
function answerBefore(db: Tx) {
  const answer = alias(responses, 'answer')
  return db
    .select({ id: answer.id })
    .from(answer)
    .where(
      and(
        eq(answer.enrolmentId, appointments.enrolmentId),
        between(
          answer.submittedAt,
          daysBefore(appointments.startsAt, MAY_BE_DUE.before),
          appointments.startsAt,
        ),
      ),
    )
    .orderBy(desc(answer.submittedAt))
    .limit(1)
}

const one = (condition: SQL | undefined) => sql<number>`case when ${condition} then 1 else 0 end`

/** In which of these weeks an appointment is, the newest first. */
function placeOf(begins: readonly string[]): SQL<number> {
  const weeks = begins.map(
    (begin, place) => sql`when ${appointments.startsAt} >= ${begin} then ${String(place)}`,
  )
  return sql`case ${sql.join(weeks, sql` `)} end`
}
