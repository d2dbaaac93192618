import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Role, roles, teamRoles } from '../../core/access/access.ts'
import { once } from '../../core/memo.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Language } from '../../core/words.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations } from '../db/schema/organisations.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import { isHeldOn } from './held.ts'

/** Who this staff member is and may see today, by the day where they work; null when they left or hold no role. Read afresh for every request. */
export async function staffContext(db: Tx, staffId: string, now: Date): Promise<Ctx | null> {
  const ever = await membershipsOf(db).execute({ staffId })
  const rows = ever.filter((row) => isHeldOn(row, localDate(now.toISOString(), row.zone)))
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
      from: memberships.from,
      until: memberships.until,
      zone: organisations.timeZone,
    })
    .from(staff)
    .innerJoin(memberships, eq(memberships.staffId, staff.id))
    .innerJoin(organisations, eq(organisations.id, staff.organisationId))
    .where(and(eq(staff.id, sql.placeholder('staffId')), isNull(staff.leftAt)))
    .prepare('staff_memberships'),
)

const givesCare = (role: string) => (teamRoles as readonly Role[]).includes(role as Role)
