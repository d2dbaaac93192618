import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import { type Role, teamRoles } from '../../core/access.ts'
import type { MeetingKind } from '../../core/meeting-topics.ts'
import { cliniciansOf } from '../care-path/options.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'

/** Who sees figures of groups without treating anybody. */
const OFFICES = ['analyst', 'board'] as const satisfies readonly Role[]

/** Who can be a member today: everybody of the organisation who treats patients; of figures, too, who looks at those. */
export const whoMayJoin = (db: Tx, ctx: Ctx, now: Date, kind: MeetingKind) => {
  const roles = kind === 'mdo' ? teamRoles : [...teamRoles, ...OFFICES]
  const today = now.toISOString().slice(0, 10)
  return db
    .selectDistinct({ id: staff.id, name: staff.name, profession: staff.profession })
    .from(staff)
    .innerJoin(memberships, eq(memberships.staffId, staff.id))
    .where(
      and(
        eq(staff.organisationId, ctx.organisationId),
        isNull(staff.leftAt),
        inArray(memberships.role, [...roles]),
        lte(memberships.from, today),
        or(isNull(memberships.until), gte(memberships.until, today)),
      ),
    )
    .orderBy(asc(staff.name))
}

/** Who can be chosen when a meeting of one of the caller's teams is planned: to chair it, and to belong to it. */
export async function meetingOptions({ db, now }: Pick<Deps, 'db' | 'now'>, ctx: Ctx, teamId: string) {
  if (!ctx.teamIds.includes(teamId)) throw notFound('team')
  const [chairs, people, wider] = await Promise.all([
    cliniciansOf(db, [teamId], now()),
    whoMayJoin(db, ctx, now(), 'mdo'),
    whoMayJoin(db, ctx, now(), 'steering'),
  ])
  const treating = new Set(people.map(({ id }) => id))
  return {
    chairs: chairs.get(teamId) ?? [],
    people,
    offices: wider.filter(({ id }) => !treating.has(id)),
  }
}
