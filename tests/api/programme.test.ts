import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Programme } from '../../core/figures/programme.ts'
import type { Ctx } from '../../server/ctx.ts'
import { readProgramme } from '../../server/teams/programme.ts'
import { makeCourse, makePerson } from '../support/cohort.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let vaart: Awaited<ReturnType<typeof makeHospital>>
let linden: typeof vaart

async function makeHospital(name: string) {
  const organisationId = await makeOrganisation(house, { name })
  const teamId = await makeTeam(house, organisationId, { name: `Team ${name}` })
  const manager = await makeStaff(house, { organisationId, role: 'programme-manager' })
  const board = await makeStaff(house, { organisationId, role: 'board' })
  for (let number = 0; number < 12; number++) {
    const person = await makePerson(house, { organisationId, teamId })
    await makeCourse(house, person, {
      moment: 'intake',
      on: '2025-06-16',
      came: number < 9 ? 'completed' : 'invited',
    })
  }
  return { organisationId, teamId, manager, board }
}

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  vaart = await makeHospital('De Vaart')
  linden = await makeHospital('De Linden')
  await makeTeam(house, vaart.organisationId, { name: 'Team Leeg' })
})
afterAll(() => house.close())

const read = async (staff: string) => (await house.as(staff).get('/api/programme')).body as Programme
const seen = async (staff: string) => (await read(staff)).teams.map(({ name }) => name)
const share = (staff: string, shared: boolean) => house.as(staff).put('/api/programme/shared', { shared })

it('tells who manages a programme how its teams do, of groups only', async () => {
  const { from, to, teams, mayShare } = await read(vaart.manager)
  expect({ from, to, mayShare }).toEqual({ from: '2025-01', to: '2025-12', mayShare: false })
  expect(teams).toMatchObject([
    { name: 'Team De Vaart', own: true, started: { now: { n: 9, of: 12 }, before: null, move: 'too-few' } },
    { name: 'Team Leeg', started: { now: null }, discussed: { now: null }, improvements: { open: 0 } },
  ])
  expect((await house.as(vaart.manager).get(`/api/teams/${vaart.teamId}/outcomes`)).status).toBe(200)
  expect((await house.as(vaart.manager).get('/api/clinic?day=2026-03-02')).status).toBe(403)
})

it('shows the teams of another organisation only while the boards of both let it, and never their pages', async () => {
  expect((await share(vaart.manager, true)).status).toBe(403)
  const own = ['Team De Vaart', 'Team Leeg']
  expect((await share(linden.board, true)).status).toBe(200)
  expect([await seen(vaart.manager), await seen(linden.manager)]).toEqual([own, ['Team De Linden']])
  await share(vaart.board, true)
  const both = ['Team De Linden', ...own]
  expect([await seen(vaart.manager), await seen(linden.manager)]).toEqual([both, both])
  expect((await house.as(vaart.manager).get(`/api/teams/${linden.teamId}/outcomes`)).status).toBe(404)
  const { teams } = await read(linden.manager)
  expect(teams.map(({ started }) => started.now?.of)).toEqual([12, 12, undefined])
  await share(linden.board, false)
  expect([await seen(vaart.manager), await seen(linden.manager)]).toEqual([own, ['Team De Linden']])
})

it('asks no more questions of the database, however many teams there are', async () => {
  const asked = async () => {
    let questions = 0
    const db = new Proxy(house.deps.db, {
      get(target, name, receiver) {
        if (name === 'select' || name === 'selectDistinct') questions++
        return Reflect.get(target, name, receiver) as unknown
      },
    })
    const ctx = { organisationId: vaart.organisationId, roles: ['programme-manager'], teamIds: [] }
    const { teams } = await readProgramme({ ...house.deps, db }, ctx as unknown as Ctx)
    return { questions, teams: teams.length }
  }
  const before = await asked()
  expect(before.questions).toBeGreaterThan(3)
  for (const name of ['Team Vier', 'Team Vijf', 'Team Zes'])
    await makeTeam(house, vaart.organisationId, { name })
  expect(await asked()).toEqual({ ...before, teams: before.teams + 3 })
})
