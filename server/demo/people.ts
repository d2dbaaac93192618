import { fold } from '../../core/fold.ts'
import type { Ctx } from '../ctx.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { createStaffAccount } from '../staff/account.ts'
import { staffContext } from '../staff/context.ts'
import { DEMO_PASSWORD } from '../staff/demo-accounts.ts'
import { type DemoHospital, type DemoStaff, type DemoTeam, region } from './region.ts'

export type SeededTeam = DemoTeam & {
  id: string
  organisationId: string
  people: { name: string; ctx: Ctx }[]
}

/** Hospitals, teams and the people who work there, each with an account that can be tried out. */
export async function seedRegion(deps: Deps, from: string): Promise<SeededTeam[]> {
  const seeded = await Promise.all(region.map((hospital) => seedHospital(deps, hospital, from)))
  return seeded.flat()
}

async function seedHospital(deps: Deps, hospital: DemoHospital, from: string): Promise<SeededTeam[]> {
  const organisationId = `org_${hospital.key}`
  const createdAt = deps.now().toISOString()
  await deps.db.insert(organisations).values({
    id: organisationId,
    name: hospital.name,
    timeZone: 'Europe/Amsterdam',
    language: 'nl',
    urgentPhone: hospital.urgentPhone,
    confirmBirthDate: false,
    sendFrom: '08:00',
    sendUntil: '20:00',
    createdAt,
  })
  const phone = hospital.urgentPhone
  const rows = hospital.teams.map(({ key, name, outcomeSet }) => ({
    id: `tea_${key}`,
    organisationId,
    name,
    outcomeSet,
    phone,
    createdAt,
  }))
  await deps.db.insert(teams).values(rows)
  for (const person of hospital.staff) await seedStaff(deps, person, { organisationId, teamId: null, from })
  return Promise.all(
    hospital.teams.map(async (team) => {
      const id = `tea_${team.key}`
      const people = await Promise.all(
        team.staff.map((person) => seedStaff(deps, person, { organisationId, teamId: id, from })),
      )
      return { ...team, id, organisationId, people }
    }),
  )
}

type Place = { organisationId: string; teamId: string | null; from: string }

async function seedStaff(
  deps: Deps,
  { key, name, profession, role }: DemoStaff,
  { organisationId, teamId, from }: Place,
) {
  const id = `sta_${key}`
  const email = `${fold(name).replaceAll(' ', '.')}@demo.example`
  const createdAt = deps.now().toISOString()
  await deps.db
    .insert(staff)
    .values({ id, organisationId, name, profession, email, language: 'nl', createdAt })
  await deps.db.insert(memberships).values({ id: `mem_${key}`, staffId: id, teamId, role, from })
  await createStaffAccount(deps, { staffId: id, email, password: DEMO_PASSWORD })
  // Office staff included: a role that is wrong shows at once.
  return { name, ctx: await contextOf(deps, id) }
}

/** The same teams and people, in a database where they are already. */
export async function findRegion(deps: Deps): Promise<SeededTeam[]> {
  const found = region.flatMap((hospital) =>
    hospital.teams.map(async (team) => {
      const people = await Promise.all(
        team.staff.map(async ({ key, name }) => ({ name, ctx: await contextOf(deps, `sta_${key}`) })),
      )
      return { ...team, id: `tea_${team.key}`, organisationId: `org_${hospital.key}`, people }
    }),
  )
  return Promise.all(found)
}

async function contextOf(deps: Deps, staffId: string): Promise<Ctx> {
  const ctx = await staffContext(deps.db, staffId, deps.now())
  if (!ctx) throw new Error(`${staffId} has left, or has no role: the demo cannot go on with this database`)
  return ctx
}
