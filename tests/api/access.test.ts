import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  mayDo,
  type Purpose,
  permissionsOf,
  purposeOf,
  type Role,
  roles,
  separated,
  teamRoles,
} from '../../core/access/access.ts'
import { launchedReach } from '../../server/launches/reach.ts'
import { nameKeeper } from '../../server/organisations/keeper.ts'
import {
  type Asked,
  codeOf,
  leaksOf,
  methodOf,
  nowhere,
  openAsking,
  routesOf,
} from '../support/access/asking.ts'
import { careRoutes } from '../support/access/care-routes.ts'
import { feedRoutes } from '../support/access/feed-routes.ts'
import type { Guarded } from '../support/access/guarded.ts'
import { type Hospital, type Ids, makeHospital } from '../support/access/hospital.ts'
import { launchedHeaders } from '../support/access/launched.ts'
import { meetingRoutes } from '../support/access/meeting-routes.ts'
import { officeRoutes } from '../support/access/office-routes.ts'
import { openRoutes, ownRoutes, patientRoutes } from '../support/access/other-routes.ts'
import { makePerson } from '../support/cohort.ts'
import { type House, openHouse } from '../support/house.ts'
import { follow } from '../support/upload.ts'

let house: House
let ours: Hospital
let theirs: Hospital
let asking: ReturnType<typeof openAsking>

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z', env: { DEMO: '1', BSN_KEY: 'b'.repeat(43) } }) // a demo has every route that there is
  ours = await makeHospital(house, 'Oosterwold')
  theirs = await makeHospital(house, 'Westerwold')
  await nameKeeper(house.db, ours.ids.organisationId)
  asking = openAsking(house)
})
afterAll(() => house.close())

const staffRoutes = { ...careRoutes, ...feedRoutes, ...meetingRoutes, ...officeRoutes }

const request = (route: string, { path, body }: Guarded, ids: Ids) => ({
  method: methodOf(route),
  path: path(ids),
  ...(body ? { body: body(ids) } : {}),
})

const refusal = (answer: Asked) => `${answer.status} ${codeOf(answer)}`

/** Those with the right role in the wrong place, as far as the route is not for the whole organisation. */
const outsiders = ({ permission, reach }: Guarded) =>
  [
    ...Object.entries(theirs.holders).map(([role, id]) => ({ role, id, place: 'another organisation' })),
    ...Object.entries(ours.neighbours).map(([role, id]) => ({ role, id, place: 'another team' })),
  ].filter(
    ({ role, place }) =>
      reach !== 'installation' &&
      mayDo(role as Role, permission) &&
      !(place === 'another team' && reach === 'organisation'),
  )

it('says of every route who may use it', () => {
  const tables = [staffRoutes, ownRoutes, patientRoutes, openRoutes]
  const known = tables.flatMap((table) => Object.keys(table))
  const routes = routesOf(asking.app)
  const forgotten = routes.filter((route) => !known.includes(route))
  expect(forgotten, 'These routes have no entry in tests/support/access: say there who may use them').toEqual(
    [],
  )
  const gone = known.filter((route) => !routes.includes(route))
  expect(gone, 'These entries of tests/support/access are of routes that are no more').toEqual([])
})

/** What is wrong with how outsiders are answered: for them what a route names does not exist, and lists are theirs. */
async function wrongForOutsiders(route: string, guarded: Guarded): Promise<string[]> {
  const asked = request(route, guarded, ours.ids)
  const wrong: string[] = []
  for (const { role, id, place } of outsiders(guarded)) {
    const answer = await asking.ask(id, asked)
    const shared = place === 'another team' ? [ours.name, ours.ids.organisationId] : []
    const leaks = leaksOf(ours, asked, answer).filter((secret) => !shared.includes(secret))
    wrong.push(...leaks.map((secret) => `${role} of ${place} reads ${secret}`))
    if (guarded.reach === 'own' || guarded.reach === 'none') continue
    const unknown = await asking.ask(id, request(route, guarded, nowhere(ours)))
    if (answer.status !== 404) wrong.push(`${role} of ${place} is answered ${answer.status}`)
    if (answer.text !== unknown.text) wrong.push(`${role} of ${place} can tell it from one that is not there`)
  }
  return wrong
}

describe('staff', () => {
  it.each(Object.entries(staffRoutes))('%s', async (route, guarded) => {
    const { permission, reach } = guarded
    const asked = request(route, guarded, ours.ids)

    expect((await asking.ask(null, asked)).status, 'without signing in').toBe(401)
    for (const role of roles.filter((role) => !mayDo(role, permission)))
      expect(refusal(await asking.ask(ours.holders[role], asked)), `as ${role}`).toBe('403 forbidden')
    expect(await wrongForOutsiders(route, guarded)).toEqual([])

    const holder = roles.find((role) => mayDo(role, permission)) as Role
    const answer = await asking.ask(ours.holders[holder], asked)
    expect(answer.status, `as ${holder}: ${answer.text}`).toBeLessThan(300)
    const seesOwn = leaksOf(ours, asked, answer).length > 0
    expect(seesOwn || reach !== 'own', 'a list shows what is one’s own').toBe(true)
    if (answer.status === 202) {
      const { id } = JSON.parse(answer.text) as { id: string }
      await follow(house, ours.holders[holder], id)
    }
  })

  it.each(Object.entries(ownRoutes))('%s is for staff who are signed in', async (route, { path, body }) => {
    const asked = { method: methodOf(route), path, ...(body ? { body } : {}) }
    expect((await asking.ask(null, asked)).status).toBe(401)
    expect((await asking.ask(ours.holders.service, asked)).status, 'with the key of a system').toBe(401)
  })
})

describe('a page that a record system opened for one patient', () => {
  let patientId: string
  let headers: Record<string, string>
  beforeAll(async () => {
    const { organisationId, teamId } = ours.ids
    patientId = (await makePerson(house, { organisationId, teamId })).patientId
  })
  beforeEach(async () => {
    const { organisationId } = ours.ids
    headers = await launchedHeaders(house, { organisationId, patientId, staffId: ours.holders['team-lead'] })
  })
  const isReached = (route: string) => (launchedReach as readonly string[]).includes(route)

  it.each(Object.entries(staffRoutes))('%s', async (route, guarded) => {
    const asked = request(route, guarded, ours.ids)
    const answer = await asking.ask(null, { ...asked, headers })
    // At the door for systems it is nobody.
    const elsewhere = asked.path.startsWith('/api/') ? '403 one_patient' : '401 login'
    expect(refusal(answer)).toBe(isReached(route) ? '404 not_found' : elsewhere)
    expect(leaksOf(ours, asked, answer)).toEqual([])
  })

  it.each(Object.entries(ownRoutes))('%s', async (route, { path, body }) => {
    const answer = await asking.ask(null, {
      method: methodOf(route),
      path,
      ...(body ? { body } : {}),
      headers,
    })
    const told = answer.status < 300 ? 'answered' : refusal(answer)
    expect(told).toBe(isReached(route) ? 'answered' : '403 one_patient')
  })

  it('says of each thing it reaches that there is such a route', () =>
    expect(launchedReach.filter((route) => !routesOf(asking.app).includes(route))).toEqual([]))
})

describe('a body that names what is not one’s own', () => {
  type Naming = { as: string; path: string; body: (ids: Ids) => unknown }
  const naming: Record<string, () => Naming> = {
    'a patient, to enrol': () => ({
      as: theirs.holders.clinician,
      path: 'POST /api/enrolments',
      body: ({ patientId }) => ({ teamId: theirs.ids.teamId, patient: { id: patientId }, side: 'left' }),
    }),
    'an answer, to agree about': () => ({
      as: theirs.holders.clinician,
      path: `POST /api/consults/enrolments/${theirs.ids.enrolmentId}/agreements`,
      body: ({ responseId }) => ({ sentence: 'Ja.', responseId }),
    }),
    'an appointment, to discuss at': () => ({
      as: theirs.holders.clinician,
      path: `PUT /api/consults/responses/${theirs.ids.responseId}/discussed`,
      body: ({ appointmentId }) => ({ appointmentId }),
    }),
    'a lead clinician': () => ({
      as: theirs.holders.clinician,
      path: `PATCH /api/enrolments/${theirs.ids.enrolmentId}`,
      body: ({ colleagueId }) => ({ leadClinicianId: colleagueId }),
    }),
    'a team, for a role': () => ({
      as: theirs.holders.administrator,
      path: `POST /api/people/${theirs.ids.colleagueId}/roles`,
      body: ({ teamId }) => ({ role: 'clinician', teamId }),
    }),
    'a role, to end': () => ({
      as: theirs.holders.administrator,
      path: `POST /api/people/${theirs.ids.colleagueId}/roles/ROLE/end`,
      body: () => ({}),
    }),
    'a stage entry, of another care path': () => ({
      as: theirs.holders.clinician,
      path: `DELETE /api/enrolments/${theirs.ids.enrolmentId}/stages/ENTRY`,
      body: () => undefined,
    }),
  }

  it.each(Object.entries(naming))('%s, is answered as if that did not exist', async (_, make) => {
    const { as, path, body } = make()
    const ask = (ids: Ids) => {
      const [method = '', pattern = ''] = path.split(' ')
      const named = pattern.replace('ROLE', ids.roleId).replace('ENTRY', ids.entryId)
      return asking.ask(as, { method, path: named, body: body(ids) })
    }
    const answer = await ask(ours.ids)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer).toEqual(await ask(nowhere(ours)))
  })
})

describe('the table of who may do what', () => {
  const forPurpose = (purpose: Purpose) =>
    roles.filter((role) => permissionsOf(role).some((permission) => purposeOf(permission) === purpose))

  it('lets nobody treat but who is in a team', () => expect(forPurpose('TREAT')).toEqual(teamRoles))
  it('keeps the log for auditors', () => expect(forPurpose('AUDIT')).toEqual(['auditor']))
  it('lets nobody else handle patients by name but who registers them', () =>
    expect(forPurpose('PATADMIN')).toEqual(['data-manager', 'service']))

  it('keeps apart who runs the system and who checks its log', () => {
    for (const [one, other] of separated)
      expect(permissionsOf(one).filter((permission) => mayDo(other, permission))).toEqual([])
  })
})
