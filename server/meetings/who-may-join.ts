import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import { teamRoles } from '../../core/access.ts'
import { cliniciansOf } from '../care-path/options.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'

/** Who can belong to a meeting today: everybody of the organisation who treats patients. */
export const clinicalStaff = (db: Tx, ctx: Ctx, now: Date) => {
  const today = now.toISOString().slice(0, 10)
  return db
    .selectDistinct({ id: staff.id, name: staff.name, profession: staff.profession })
    .from(staff)
    .innerJoin(memberships, eq(memberships.staffId, staff.id))
    .where(
      and(
        eq(staff.organisationId, ctx.organisationId),
        isNull(staff.leftAt),
        inArray(memberships.role, [...teamRoles]),
        lte(memberships.from, today),
        or(isNull(memberships.until), gte(memberships.until, today)),
      ),
    )
    .orderBy(asc(staff.name))
}

/** Who can be chosen when a meeting of one of the caller's teams is planned: to chair it, and to belong to it. */
export async function meetingOptions({ db, now }: Pick<Deps, 'db' | 'now'>, ctx: Ctx, teamId: string) {
  if (!ctx.teamIds.includes(teamId)) throw notFound('team')
  const [chairs, people] = await Promise.all([
    cliniciansOf(db, [teamId], now()),
    clinicalStaff(db, ctx, now()),
  ])
  return { chairs: chairs.get(teamId) ?? [], people }
}
