import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { type Role, teamRoles } from '../../core/access/access.ts'
import type { MeetingKind } from '../../core/meetings/meeting-topics.ts'
import { localDate } from '../../core/time/dates.ts'
import { cliniciansOf } from '../care-path/options.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations } from '../db/schema/organisations.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import { isHeldOn } from '../staff/held.ts'

/** Who sees figures of groups without treating anybody. */
const OFFICES = ['analyst', 'board', 'programme-manager'] as const satisfies readonly Role[]

/**
 * Who can be a member today, by the day where the house is: everybody of the organisation who treats patients; of
 * figures, too, who looks at those.
 */
export async function whoMayJoin(db: Tx, ctx: Ctx, now: Date, kind: MeetingKind) {
  const roles = kind === 'mdo' ? teamRoles : [...teamRoles, ...OFFICES]
  const rows = await db
    .select({
      id: staff.id,
      name: staff.name,
      profession: staff.profession,
      from: memberships.from,
      until: memberships.until,
      zone: organisations.timeZone,
    })
    .from(staff)
    .innerJoin(memberships, eq(memberships.staffId, staff.id))
    .innerJoin(organisations, eq(organisations.id, staff.organisationId))
    .where(
      and(
        eq(staff.organisationId, ctx.organisationId),
        isNull(staff.leftAt),
        inArray(memberships.role, [...roles]),
      ),
    )
    .orderBy(asc(staff.name))
  const held = rows.filter((row) => isHeldOn(row, localDate(now.toISOString(), row.zone)))
  return [...new Map(held.map(({ id, name, profession }) => [id, { id, name, profession }])).values()]
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
