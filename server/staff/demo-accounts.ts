import { and, asc, eq, inArray, isNull, min } from 'drizzle-orm'
import { Hono } from 'hono'
import { roles } from '../../core/access/access.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { patientNumbers, patients } from '../db/schema/patients.ts'
import { memberships, staff, twoFactor, verification } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { claimIdOf, codesNow, openSecondFactor } from './second-factor.ts'

/** The password of every account of the demo. No real installation accepts it for anybody. */
export const DEMO_PASSWORD = 'kijk-rustig-rond-in-de-demo'

/** GET /accounts: whom a visitor of the demo can be, with a code that works now, and whose file could be opened in an emergency. A real installation has no such address. */
export function demoAccountRoutes(deps: Pick<Deps, 'db' | 'config' | 'secret' | 'now'>) {
  const routes = new Hono().get('/accounts', async (c) =>
    c.json({
      password: DEMO_PASSWORD,
      accounts: await demoAccounts(deps),
      patients: await demoPatients(deps.db),
    }),
  )
  return deps.config.DEMO ? routes : (new Hono() as unknown as typeof routes)
}

/** One person for each role in each team or organisation, and all editors. */
async function demoAccounts({ db, secret, now }: Pick<Deps, 'db' | 'secret' | 'now'>) {
  const rows = await db
    .select({
      userId: twoFactor.userId,
      sealed: twoFactor.secret,
      name: staff.name,
      email: staff.email,
      profession: staff.profession,
      role: memberships.role,
      team: teams.name,
      organisation: organisations.name,
    })
    .from(staff)
    .innerJoin(twoFactor, eq(twoFactor.userId, staff.userId))
    .innerJoin(memberships, and(eq(memberships.staffId, staff.id), isNull(memberships.until)))
    .innerJoin(organisations, eq(organisations.id, staff.organisationId))
    .leftJoin(teams, eq(teams.id, memberships.teamId))
    .where(isNull(staff.leftAt))
    .orderBy(asc(organisations.name), asc(teams.name), asc(staff.id))
  // What one editor writes, another one publishes: both can be tried.
  const place = ({ role, team, organisation, email }: (typeof rows)[number]) =>
    `${organisation} ${team} ${role === 'outcome-editor' ? email : role}`
  const shown = [...new Map(rows.toReversed().map((row) => [place(row), row])).values()].toReversed()
  const codes = await freeCodes(db, secret, now(), shown)
  return shown
    .toSorted((one, other) => roles.indexOf(one.role as never) - roles.indexOf(other.role as never))
    .map(({ userId, name, email, profession, role, team, organisation }) => ({
      name,
      email,
      profession,
      role,
      team,
      organisation,
      code: codes.get(userId) ?? null,
    }))
}

/** Of each team one invented patient: whoever tries emergency access has to know somebody. */
function demoPatients(db: Tx) {
  const first = db
    .select({ id: min(enrolments.patientId).as('id') })
    .from(enrolments)
    .where(isNull(enrolments.endedOn))
    .groupBy(enrolments.teamId)
  return db
    .select({
      team: teams.name,
      organisation: organisations.name,
      number: patientNumbers.number,
      birthDate: patients.birthDate,
    })
    .from(patients)
    .innerJoin(enrolments, eq(enrolments.patientId, patients.id))
    .innerJoin(teams, eq(teams.id, enrolments.teamId))
    .innerJoin(organisations, eq(organisations.id, patients.organisationId))
    .innerJoin(
      patientNumbers,
      and(eq(patientNumbers.patientId, patients.id), eq(patientNumbers.authority, patients.organisationId)),
    )
    .where(inArray(patients.id, first))
    .orderBy(asc(teams.name))
}

/** For each person a code that is accepted now and was not used: two visitors may be the same person. */
async function freeCodes(db: Tx, secret: string, now: Date, people: { userId: string; sealed: string }[]) {
  const offered = await Promise.all(
    people.map(async ({ userId, sealed }) => ({
      userId,
      codes: await codesNow(await openSecondFactor(secret, sealed), now),
    })),
  )
  const ids = offered.flatMap(({ userId, codes }) => codes.map((code) => claimIdOf(userId, code)))
  const rows =
    ids.length === 0
      ? []
      : await db.select({ id: verification.id }).from(verification).where(inArray(verification.id, ids))
  const used = new Set(rows.map(({ id }) => id))
  return new Map(
    offered.map(({ userId, codes }) => [userId, codes.find((code) => !used.has(claimIdOf(userId, code)))]),
  )
}
