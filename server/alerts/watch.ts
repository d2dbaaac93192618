import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { teamRoles } from '../../core/access/access.ts'
import { once } from '../../core/memo.ts'
import { localDate } from '../../core/time/dates.ts'
import { type OfficeHours, usualHours } from '../../core/time/office-hours.ts'
import type { Tx } from '../db/database.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { alertDuties, officeHours } from '../db/schema/outcomes.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import { isHeldOn } from '../staff/held.ts'

/** How one team watches: its hours, and per rule who is named, or that it is off. */
export type Watch = { hours: OfficeHours; duties: ReadonlyMap<string, Duty> }
export type Duty = { isOff: boolean; ownerId: string | null; deputyId: string | null }

/** One short question, whatever the number of rules. */
export async function readWatch(db: Tx, teamId: string): Promise<Watch> {
  const rows = await watchOf(db).execute({ teamId })
  const [first] = rows
  const own = first?.hours
  return {
    hours: own ? { days: own.days, from: own.from, until: own.until } : usualHours,
    duties: new Map(rows.flatMap(({ duty }) => (duty ? [[duty.rule, duty] as const] : []))),
  }
}

const watchOf = once((db: Tx) =>
  db
    .select({ hours: officeHours, duty: alertDuties })
    .from(teams)
    .leftJoin(officeHours, eq(officeHours.teamId, teams.id))
    .leftJoin(alertDuties, eq(alertDuties.teamId, teams.id))
    .where(eq(teams.id, sql.placeholder('teamId')))
    .prepare('team_watch'),
)

/** Who gives care in a team, by the day where it is: only they can be named, and only they hold an alert. */
export async function caringIn(db: Tx, teamIds: readonly string[], now: Date) {
  const rows = await db
    .select({
      teamId: memberships.teamId,
      id: staff.id,
      name: staff.name,
      role: memberships.role,
      from: memberships.from,
      until: memberships.until,
      zone: organisations.timeZone,
    })
    .from(staff)
    .innerJoin(organisations, eq(organisations.id, staff.organisationId))
    .innerJoin(memberships, eq(memberships.staffId, staff.id))
    .where(
      and(
        inArray(memberships.teamId, [...teamIds, '']),
        inArray(memberships.role, [...teamRoles]),
        isNull(staff.leftAt),
      ),
    )
  return rows
    .filter((row) => isHeldOn(row, localDate(now.toISOString(), row.zone)))
    .map(({ teamId, id, name, role }) => ({ teamId, id, name, role }))
}
