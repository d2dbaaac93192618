import { and, eq, gte, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { type Role, separated, teamRoles } from '../../core/access/access.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { notFound, refused } from '../http/problem.ts'

export type NewRole = { role: Role; teamId: string | null; from: string }

export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)
/** The last day of what ends at once. */
export const dayBefore = (instant: Date): string => dayOf(new Date(instant.getTime() - 86_400_000))

const isTeamRole = (role: Role) => (teamRoles as readonly Role[]).includes(role)

/** Still held on a day, or to be held after it. */
const heldSince = (day: string) => or(isNull(memberships.until), gte(memberships.until, day))

/**
 * Finds a colleague of one's own organisation and holds their row until the end of the transaction, so that two
 * changes of the same person's roles take turns. Somebody of another organisation does not exist.
 */
export async function holdStaff(tx: Tx, ctx: Ctx, staffId: string) {
  const [person] = await tx
    .update(staff)
    .set({ organisationId: ctx.organisationId })
    .where(and(eq(staff.id, staffId), eq(staff.organisationId, ctx.organisationId)))
    .returning()
  if (!person) throw notFound('member of staff')
  return person
}

/** Gives a role from a day on. Nobody gives one to themselves, nor to anybody a pair that must stay apart. */
export async function grantRole(
  tx: Tx,
  { newId }: Pick<Deps, 'newId'>,
  ctx: Ctx,
  staffId: string,
  { role, teamId, from }: NewRole,
) {
  if (staffId === ctx.actor.id) throw refused('own_role', 'Nobody gives a role to themselves')
  if (role === 'service') throw refused('not_for_people', 'This role is for systems')
  if (isTeamRole(role) !== (teamId !== null))
    throw refused('role_place', 'A clinician and a team lead belong to a team; the other roles do not')
  const person = await holdStaff(tx, ctx, staffId)
  if (person.leftAt) throw refused('has_left', 'This colleague has left; let them come back first')
  if (teamId) await mustBeOurTeam(tx, ctx, teamId)
  const held = await tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.staffId, staffId), heldSince(from)))
  const apart = separated.flatMap(([one, other]) => (one === role ? [other] : other === role ? [one] : []))
  if (held.some((one) => apart.includes(one.role as Role)))
    throw refused('separated_roles', 'Who manages the system does not check its log', { role })
  if (held.some((one) => one.role === role && one.teamId === teamId))
    throw refused('has_role', 'This colleague holds this role already')
  const id = newId('mem')
  await tx.insert(memberships).values({ id, staffId, role, teamId, from })
  return id
}

async function mustBeOurTeam(tx: Tx, ctx: Ctx, teamId: string) {
  const [team] = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.id, teamId), eq(teams.organisationId, ctx.organisationId)))
  if (!team) throw notFound('team')
}

/** Ends a role after a day: `until` is the last one. The last administrator stays one. */
export async function endRole(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  ctx: Ctx,
  { staffId, roleId, until }: { staffId: string; roleId: string; until: string },
): Promise<Role> {
  const person = await holdStaff(tx, ctx, staffId)
  const [ended] = await tx
    .update(memberships)
    .set({ until })
    .where(and(eq(memberships.id, roleId), eq(memberships.staffId, person.id), heldSince(until)))
    .returning({ role: memberships.role })
  if (!ended) throw notFound('role')
  if (ended.role === 'administrator') await mustHaveAdministrator(tx, ctx, dayOf(now()))
  return ended.role as Role
}

/** Ends everything somebody holds; the rows stay, so that what they did keeps its reason. */
export const endAllRoles = (tx: Tx, staffId: string, until: string) =>
  tx
    .update(memberships)
    .set({ until })
    .where(and(eq(memberships.staffId, staffId), heldSince(until)))

/**
 * Refuses when nobody with an account would be administrator for good. Holds the organisation's row, so that two
 * administrators who leave at once take turns.
 */
export async function mustHaveAdministrator(tx: Tx, ctx: Ctx, today: string) {
  const own = eq(organisations.id, ctx.organisationId)
  await tx.update(organisations).set({ id: ctx.organisationId }).where(own)
  const staying = await tx
    .select({ id: staff.id })
    .from(memberships)
    .innerJoin(staff, eq(staff.id, memberships.staffId))
    .where(
      and(
        eq(staff.organisationId, ctx.organisationId),
        eq(memberships.role, 'administrator'),
        isNull(staff.leftAt),
        isNotNull(staff.userId),
        lte(memberships.from, today),
        isNull(memberships.until),
      ),
    )
    .limit(1)
  if (staying.length === 0)
    throw refused('last_administrator', 'Make somebody else administrator first: nobody would be left')
}

/** The roles of these people that are held today or later. */
export const rolesOf = (db: Tx, staffIds: readonly string[], today: string) =>
  db
    .select({
      id: memberships.id,
      staffId: memberships.staffId,
      role: memberships.role,
      teamId: memberships.teamId,
      team: teams.name,
      from: memberships.from,
      until: memberships.until,
    })
    .from(memberships)
    .leftJoin(teams, eq(teams.id, memberships.teamId))
    .where(and(inArray(memberships.staffId, [...staffIds]), heldSince(today)))
    .orderBy(memberships.from, memberships.role)
