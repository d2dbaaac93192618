import { and, eq, inArray, isNull } from 'drizzle-orm'
import { teamRoles } from '../../core/access/access.ts'
import { heirs, stillOwns } from '../../core/meetings/ownership.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Tx } from '../db/database.ts'
import { memberships, staff } from '../db/schema/staff.ts'

type Owned = { ownerId: string; teamId: string; createdAt: string }
type House = { day: string; zone: string }

/**
 * Says of actions whose they are today, where the house is: of their owner, or of nobody, and then of whom the team has
 * to take them on. Two questions for any number of actions.
 */
export async function ownersOf(db: Tx, actions: readonly Owned[], { day, zone }: House) {
  const [roles, teams] = await Promise.all([
    rolesOfPeople(
      db,
      actions.map(({ ownerId }) => ownerId),
    ),
    rolesInTeams(
      db,
      actions.map(({ teamId }) => teamId),
    ),
  ])
  return ({ ownerId, teamId, createdAt }: Owned) => {
    const writtenOn = localDate(createdAt, zone)
    const own = roles.filter(({ staffId }) => staffId === ownerId)
    if (stillOwns(own, { teamId, writtenOn }, day)) return { isOwnerless: false, staffIds: [ownerId] }
    const staffIds = new Set(heirs(teams, teamId, day).map(({ staffId }) => staffId))
    return { isOwnerless: true, staffIds: [...staffIds] }
  }
}

const fields = {
  staffId: memberships.staffId,
  teamId: memberships.teamId,
  role: memberships.role,
  from: memberships.from,
  until: memberships.until,
}

const rolesOfPeople = (db: Tx, staffIds: readonly string[]) =>
  db
    .select(fields)
    .from(memberships)
    .where(inArray(memberships.staffId, [...new Set(staffIds), '']))

const rolesInTeams = (db: Tx, teamIds: readonly string[]) =>
  db
    .select(fields)
    .from(memberships)
    .innerJoin(staff, eq(staff.id, memberships.staffId))
    .where(
      and(
        inArray(memberships.teamId, [...new Set(teamIds), '']),
        inArray(memberships.role, [...teamRoles]),
        isNull(staff.leftAt),
      ),
    )
