import { and, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { teamRoles } from '../../core/access.ts'
import { once } from '../../core/memo.ts'
import { type OfficeHours, usualHours } from '../../core/office-hours.ts'
import type { Tx } from '../db/database.ts'
import { teams } from '../db/schema/organisations.ts'
import { alertDuties, officeHours } from '../db/schema/outcomes.ts'
import { memberships, staff } from '../db/schema/staff.ts'

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

/** Who gives care in a team on a day: only they can be named, and only they hold an alert. */
export const caringIn = (db: Tx, teamIds: readonly string[], today: string) =>
  db
    .selectDistinct({ teamId: memberships.teamId, id: staff.id, name: staff.name, role: memberships.role })
    .from(staff)
    .innerJoin(memberships, eq(memberships.staffId, staff.id))
    .where(
      and(
        inArray(memberships.teamId, [...teamIds, '']),
        inArray(memberships.role, [...teamRoles]),
        isNull(staff.leftAt),
        lte(memberships.from, today),
        or(isNull(memberships.until), gte(memberships.until, today)),
      ),
    )
