import { and, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import { type Role, roles, teamRoles } from '../../core/access.ts'
import { once } from '../../core/memo.ts'
import type { Language } from '../../core/words.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { memberships, staff } from '../db/schema/staff.ts'

/** Who this staff member is and may see today; null when they left or hold no role. Read afresh for every request. */
export async function staffContext(db: Tx, staffId: string, now: Date): Promise<Ctx | null> {
  const rows = await membershipsOf(db).execute({ staffId, today: now.toISOString().slice(0, 10) })
  const [person] = rows
  if (!person) return null
  return {
    actor: { kind: 'staff', id: person.id, name: person.name },
    organisationId: person.organisationId,
    roles: roles.filter((role) => rows.some((row) => row.role === role)),
    teamIds: [...new Set(rows.flatMap(({ role, teamId }) => (teamId && givesCare(role) ? [teamId] : [])))],
    role: null,
    purpose: 'TREAT',
    language: person.language as Language,
    requestId: null,
    address: null,
  }
}

const membershipsOf = once((db: Tx) =>
  db
    .select({
      id: staff.id,
      name: staff.name,
      language: staff.language,
      organisationId: staff.organisationId,
      role: memberships.role,
      teamId: memberships.teamId,
    })
    .from(staff)
    .innerJoin(memberships, eq(memberships.staffId, staff.id))
    .where(
      and(
        eq(staff.id, sql.placeholder('staffId')),
        isNull(staff.leftAt),
        lte(memberships.from, sql.placeholder('today')),
        or(isNull(memberships.until), gte(memberships.until, sql.placeholder('today'))),
      ),
    )
    .prepare('staff_memberships'),
)

const givesCare = (role: string) => (teamRoles as readonly Role[]).includes(role as Role)
