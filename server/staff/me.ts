import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import { Hono } from 'hono'
import { permissionsOf } from '../../core/access/access.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Language } from '../../core/words.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import type { Session } from '../http/session.ts'

/** The signed-in member of staff, for routes that are everybody's own; 401 for anybody else. */
export function signedIn(ctx: Ctx | undefined): Ctx {
  if (ctx?.actor.kind !== 'staff') throw new Problem(401, 'sign_in', 'Sign in first')
  return { ...ctx, role: ctx.roles[0] ?? null, purpose: 'SYSADMIN' }
}

/** GET /: who is signed in, where, in which teams, and what they may do. */
export const meRoutes = ({ db, config, now }: Pick<Deps, 'db' | 'config' | 'now'>) =>
  new Hono<Session>().get('/', async (c) => {
    const ctx = signedIn(c.get('ctx'))
    const person = await readPerson(db, ctx)
    const today = localDate(now().toISOString(), person.organisation.timeZone)
    return c.json({
      ...person,
      teams: await readTeams(db, ctx, today),
      roles: ctx.roles,
      boundTo: ctx.boundTo ? { patientId: ctx.boundTo.patientId, source: ctx.boundTo.source } : null,
      permissions: [...new Set(ctx.roles.flatMap(permissionsOf))],
      demo: config.DEMO,
    })
  })

async function readPerson(db: Tx, ctx: Ctx) {
  const [row] = await db
    .select({
      staff: {
        id: staff.id,
        name: staff.name,
        profession: staff.profession,
        language: staff.language,
        clinicMail: staff.clinicMail,
      },
      organisation: { id: organisations.id, name: organisations.name, timeZone: organisations.timeZone },
    })
    .from(staff)
    .innerJoin(organisations, eq(organisations.id, staff.organisationId))
    .where(eq(staff.id, ctx.actor.id))
  if (!row) throw new Problem(401, 'sign_in', 'Sign in first')
  return { ...row, staff: { ...row.staff, language: row.staff.language as Language } }
}

/** Today's teams of this person, whatever the role in them. */
const readTeams = (db: Tx, ctx: Ctx, today: string) =>
  db
    .select({ id: teams.id, name: teams.name, outcomeSet: teams.outcomeSet })
    .from(teams)
    .where(
      inArray(
        teams.id,
        db
          .select({ id: memberships.teamId })
          .from(memberships)
          .where(
            and(
              eq(memberships.staffId, ctx.actor.id),
              lte(memberships.from, today),
              or(isNull(memberships.until), gte(memberships.until, today)),
            ),
          ),
      ),
    )
    .orderBy(teams.name)
