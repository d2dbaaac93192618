import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Localised } from '../../core/words.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { teams } from '../db/schema/organisations.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'

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

/** Who can be lead clinician today, by team. */
export async function cliniciansOf(
  db: Tx,
  teamIds: readonly string[],
  now: Date,
): Promise<Map<string, Clinician[]>> {
  const today = now.toISOString().slice(0, 10)
  const rows = await db
    .selectDistinct({ teamId: memberships.teamId, id: staff.id, name: staff.name })
    .from(staff)
    .innerJoin(memberships, eq(memberships.staffId, staff.id))
    .where(
      and(
        inArray(memberships.teamId, [...teamIds, '']),
        inArray(memberships.role, ['clinician', 'team-lead']),
        isNull(staff.leftAt),
        lte(memberships.from, today),
        or(isNull(memberships.until), gte(memberships.until, today)),
      ),
    )
    .orderBy(asc(staff.name))
  const byTeam = Map.groupBy(rows, ({ teamId }) => teamId ?? '')
  return new Map([...byTeam].map(([id, list]) => [id, list.map((row) => ({ id: row.id, name: row.name }))]))
}
