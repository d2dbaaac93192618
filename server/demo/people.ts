import type { ContactLine } from '../../core/patients/contacts.ts'
import { fold } from '../../core/words/fold.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { nameKeeper } from '../organisations/keeper.ts'
import { addAccount, prepareAccount } from '../staff/account.ts'
import { staffContext } from '../staff/context.ts'
import { DEMO_PASSWORD } from '../staff/demo-accounts.ts'
import { type DemoHospital, type DemoStaff, type DemoTeam, region } from './region.ts'

export type SeededTeam = DemoTeam & {
  id: string
  organisationId: string
  people: { name: string; ctx: Ctx }[]
}

/**
 * Hospitals, teams and the people who work there, each with an account that can be tried out; `alongside` is stored
 * with them. All or nothing: a start that is cut off leaves a database in which the next one can begin.
 */
export async function seedRegion(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'secret'>,
  from: string,
  alongside: (tx: Tx) => Promise<void>,
): Promise<void> {
  const createdAt = deps.now().toISOString()
  const everybody = region.flatMap(peopleOf)
  const accounts = await Promise.all(
    everybody.map(({ id, email }) => prepareAccount(deps, { staffId: id, email, password: DEMO_PASSWORD })),
  )
  await deps.db.transaction(async (tx) => {
    await alongside(tx)
    await tx.insert(organisations).values(region.map((hospital) => hospitalRow(hospital, createdAt)))
    for (const keeper of region.filter(({ keepsDefinitions }) => keepsDefinitions))
      await nameKeeper(tx, idOf.organisation(keeper))
    await tx.insert(teams).values(region.flatMap((hospital) => teamRows(hospital, createdAt)))
    await tx.insert(staff).values(
      everybody.map(({ id, key, email, organisationId, name, profession }) => ({
        id,
        recordNumber: `P-${key}`,
        email,
        organisationId,
        name,
        profession,
        createdAt,
        language: 'nl',
      })),
    )
    await tx
      .insert(memberships)
      .values(
        everybody.map(({ id, key, teamId, role }) => ({ id: `mem_${key}`, staffId: id, teamId, role, from })),
      )
    for (const account of accounts) await addAccount(tx, deps, account)
  })
}

const idOf = {
  organisation: ({ key }: DemoHospital) => `org_${key}`,
  team: ({ key }: DemoTeam) => `tea_${key}`,
  staff: ({ key }: DemoStaff) => `sta_${key}`,
}

export const ZONE = 'Europe/Amsterdam'

const hospitalRow = (hospital: DemoHospital, createdAt: string) => ({
  id: idOf.organisation(hospital),
  name: hospital.name,
  timeZone: ZONE,
  language: 'nl',
  urgentPhone: hospital.urgentPhone,
  confirmBirthDate: false,
  sendFrom: '08:00',
  sendUntil: '20:00',
  sharesSince: createdAt,
  createdAt,
})

const teamRows = (hospital: DemoHospital, createdAt: string) =>
  hospital.teams.map((team) => ({
    id: idOf.team(team),
    organisationId: idOf.organisation(hospital),
    name: team.name,
    outcomeSet: team.outcomeSet,
    phone: hospital.urgentPhone,
    contacts: contactsIn(hospital, team),
    createdAt,
  }))

/** Whom the invented patients of a team call: its first nurse, its planning, and for what cannot wait for a visit. */
const contactsIn = ({ urgentPhone: phone }: DemoHospital, { staff: [first] }: DemoTeam): ContactLine[] => [
  { kind: 'contact', who: first?.name ?? 'Het team', about: '', phone, hours: 'office' },
  { kind: 'planner', who: 'Planning van de polikliniek', about: '', phone, hours: 'office' },
  {
    kind: 'about',
    who: 'Spoedlijn van het team',
    about: 'Koorts, of een wond die rood of warm wordt',
    phone,
    hours: 'always',
  },
]

function peopleOf(hospital: DemoHospital) {
  const inPlace = (person: DemoStaff, teamId: string | null) => ({
    ...person,
    id: idOf.staff(person),
    email: `${fold(person.name).replaceAll(' ', '.')}@demo.example`,
    organisationId: idOf.organisation(hospital),
    teamId,
  })
  return [
    ...hospital.staff.map((person) => inPlace(person, null)),
    ...hospital.teams.flatMap((team) => team.staff.map((person) => inPlace(person, idOf.team(team)))),
  ]
}

/** The teams and people as they are in the database. */
export async function findRegion(deps: Deps): Promise<SeededTeam[]> {
  const found = region.flatMap((hospital) =>
    hospital.teams.map(async (team) => {
      const people = await Promise.all(
        team.staff.map(async (person) => ({
          name: person.name,
          ctx: await contextOf(deps, idOf.staff(person)),
        })),
      )
      return { ...team, id: idOf.team(team), organisationId: idOf.organisation(hospital), people }
    }),
  )
  return Promise.all(found)
}

/**
 * How often a team opens and discusses results, so many days before the start of the demo: at a consult, and aside from
 * one, where fewer get round to it.
 */
export function habitsOf({ opens, discusses, improvedSince = 0 }: DemoTeam, daysAgo: number) {
  return daysAgo < improvedSince
    ? { consult: { opens: 0.97, discusses: 0.92 }, aside: { opens: 0.95, discusses: 0.9 } }
    : { consult: { opens, discusses }, aside: { opens: opens * 0.8, discusses: discusses * 0.7 } }
}

/** Who writes outcome sets for the region. */
export const editorIn = (deps: Deps): Promise<Ctx> => contextOf(deps, 'sta_esra')

/** Who looks after what comes in, in each hospital. */
export const dataManagersIn = (deps: Deps): Promise<Ctx[]> =>
  Promise.all(['sta_daan', 'sta_petra'].map((id) => contextOf(deps, id)))

/** Who does the work of a team that is nobody's in particular. */
export const nurseOf = (teams: readonly SeededTeam[], teamId: string): Ctx | undefined =>
  teams.find(({ id }) => id === teamId)?.people[0]?.ctx

async function contextOf(deps: Deps, staffId: string): Promise<Ctx> {
  const ctx = await staffContext(deps.db, staffId, deps.now())
  if (!ctx) throw new Error(`${staffId} has left, or has no role: the demo cannot go on with this database`)
  return ctx
}
