import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { teamRoles } from '../../core/access/access.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Localised } from '../../core/words.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { isHeldOn } from '../staff/held.ts'

export type Titled = { id: string; title: Localised }
export type Clinician = { id: string; name: string }
export type TeamOptions = {
  id: string
  name: string
  sided: boolean
  treatmentOptions: Titled[]
  clinicians: Clinician[]
}

/** The caller's own teams with what can be chosen when somebody is enrolled there. */
export async function enrolmentOptions(
  { db, now, definitions }: Pick<Deps, 'db' | 'now' | 'definitions'>,
  ctx: Ctx,
): Promise<TeamOptions[]> {
  const own = await db
    .select({ id: teams.id, name: teams.name, outcomeSet: teams.outcomeSet })
    .from(teams)
    .where(inArray(teams.id, [...ctx.teamIds, '']))
    .orderBy(asc(teams.name))
  const clinicians = await cliniciansOf(
    db,
    own.map(({ id }) => id),
    now(),
  )
  const options = await Promise.all(
    own.map(async ({ id, name, outcomeSet }) => {
      const version = await definitions.current(outcomeSet)
      if (!version) return []
      const { patientGroup, treatmentOptions } = version.set
      return [
        {
          id,
          name,
          sided: patientGroup.laterality === 'sided',
          treatmentOptions: treatmentOptions.map(titled),
          clinicians: clinicians.get(id) ?? [],
        },
      ]
    }),
  )
  return options.flat()
}

export const titled = ({ id, title }: Titled): Titled => ({ id, title })

/** Who can be lead clinician today, by the day where the team is; by team. */
export async function cliniciansOf(
  db: Tx,
  teamIds: readonly string[],
  now: Date,
): Promise<Map<string, Clinician[]>> {
  const rows = await db
    .select({
      teamId: teams.id,
      id: staff.id,
      name: staff.name,
      from: memberships.from,
      until: memberships.until,
      zone: organisations.timeZone,
    })
    .from(staff)
    .innerJoin(memberships, eq(memberships.staffId, staff.id))
    .innerJoin(teams, eq(teams.id, memberships.teamId))
    .innerJoin(organisations, eq(organisations.id, teams.organisationId))
    .where(
      and(
        inArray(memberships.teamId, [...teamIds, '']),
        inArray(memberships.role, [...teamRoles]),
        isNull(staff.leftAt),
      ),
    )
    .orderBy(asc(staff.name))
  const held = rows.filter((row) => isHeldOn(row, localDate(now.toISOString(), row.zone)))
  const byTeam = Map.groupBy(held, ({ teamId }) => teamId)
  return new Map([...byTeam].map(([id, list]) => [id, onceEach(list)]))
}

/** Whoever holds two roles is one person. */
const onceEach = (rows: readonly Clinician[]): Clinician[] => [
  ...new Map(rows.map(({ id, name }) => [id, { id, name }])).values(),
]
