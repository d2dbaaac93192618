import { and, asc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Role } from '../../core/access/access.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { staff, staffLinks } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { dayOf, rolesOf } from '../staff/roles.ts'

/** Everybody of the organisation with their roles of today and later, by name; who left comes last. */
export async function readPeople({ db, now }: Pick<Deps, 'db' | 'now'>, ctx: Ctx) {
  const people = await db
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      profession: staff.profession,
      language: staff.language,
      userId: staff.userId,
      leftAt: staff.leftAt,
      recordNumber: staff.recordNumber,
    })
    .from(staff)
    .where(eq(staff.organisationId, ctx.organisationId))
    .orderBy(asc(sql`case when ${staff.leftAt} is null then 0 else 1 end`), asc(staff.name))
  const roles = await rolesOf(
    db,
    people.map(({ id }) => id),
    dayOf(now()),
  )
  const invited = new Map((await openInvitations(db, ctx, now())).map((row) => [row.staffId, row.expiresAt]))
  return people.map(({ userId, ...person }) => ({
    ...person,
    state: stateOf({ ...person, userId, invited: invited.has(person.id) }),
    invitedUntil: invited.get(person.id) ?? null,
    roles: roles
      .filter(({ staffId }) => staffId === person.id)
      .map(({ id, role, teamId, team, from, until }) => ({
        id,
        role: role as Role,
        teamId,
        team,
        from,
        until,
      })),
  }))
}

type Standing = { leftAt: string | null; userId: string | null; invited: boolean }

const stateOf = ({ leftAt, userId, invited }: Standing): 'left' | 'active' | 'invited' | 'not-invited' =>
  leftAt ? 'left' : userId ? 'active' : invited ? 'invited' : 'not-invited'

const openInvitations = (db: Tx, ctx: Ctx, now: Date) =>
  db
    .select({ staffId: staffLinks.staffId, expiresAt: staffLinks.expiresAt })
    .from(staffLinks)
    .innerJoin(staff, eq(staff.id, staffLinks.staffId))
    .where(
      and(
        eq(staff.organisationId, ctx.organisationId),
        eq(staffLinks.kind, 'invitation'),
        isNull(staffLinks.usedAt),
        isNotNull(staffLinks.staffId),
        gt(staffLinks.expiresAt, now.toISOString()),
      ),
    )
