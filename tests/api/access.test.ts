import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  mayDo,
  type Purpose,
  permissionsOf,
  purposeOf,
  type Role,
  roles,
  separated,
  teamRoles,
} from '../../core/access.ts'
import { leaksOf, methodOf, nowhere, openAsking, routesOf } from '../support/access/asking.ts'
import { careRoutes } from '../support/access/care-routes.ts'
import type { Guarded } from '../support/access/guarded.ts'
import { type Hospital, type Ids, makeHospital } from '../support/access/hospital.ts'
import { officeRoutes } from '../support/access/office-routes.ts'
import { openRoutes, ownRoutes, patientRoutes } from '../support/access/other-routes.ts'
import { type House, openHouse } from '../support/house.ts'
import { follow } from '../support/upload.ts'

let house: House
let ours: Hospital
let theirs: Hospital
let asking: ReturnType<typeof openAsking>

beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z', env: { DEMO: '1' } }) // a demo has every route that there is
  ours = await makeHospital(house, 'Oosterwold')
  theirs = await makeHospital(house, 'Westerwold')
  asking = openAsking(house)
})
afterAll(() => house.close())

const staffRoutes = { ...careRoutes, ...officeRoutes }

const request = (route: string, { path, body }: Guarded, ids: Ids) => ({
  method: methodOf(route),
  path: path(ids),
  ...(body ? { body: body(ids) } : {}),
})

/** Those with the right role in the wrong place, as far as the route is not for the whole organisation. */
const outsiders = ({ permission, reach }: Guarded) =>
  [
    ...Object.entries(theirs.holders).map(([role, id]) => ({ role, id, place: 'another organisation' })),
    ...Object.entries(ours.neighbours).map(([role, id]) => ({ role, id, place: 'another team' })),
  ].filter(
    ({ role, place }) =>
      mayDo(role as Role, permission) && !(place === 'another team' && reach === 'organisation'),
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

describe('staff', () => {
  it.each(Object.entries(staffRoutes))('%s', async (route, guarded) => {
    const { permission, reach } = guarded
    const { ask } = asking
    const asked = request(route, guarded, ours.ids)

    expect((await ask(null, asked)).status, 'without signing in').toBe(401)
    for (const role of roles.filter((role) => !mayDo(role, permission)))
      expect(await ask(ours.holders[role], asked), `as ${role}`).toMatchObject({
        status: 403,
        text: expect.stringContaining('"forbidden"'),
      })

    for (const { role, id, place } of outsiders(guarded)) {
      const who = `as ${role} of ${place}`
      const answer = await ask(id, asked)
      if (reach === 'team' || reach === 'organisation') {
        expect(answer.status, who).toBe(404)
        const unknown = await ask(id, request(route, guarded, nowhere(ours)))
        expect(answer, `${who}, beside one that does not exist`).toEqual(unknown)
      } else {
        const shared = place === 'another team' ? [ours.name, ours.ids.organisationId] : []
        expect(
          leaksOf(ours, asked, answer).filter((secret) => !shared.includes(secret)),
          who,
        ).toEqual([])
      }
    }

    const holder = roles.find((role) => mayDo(role, permission)) as Role
    const answer = await ask(ours.holders[holder], asked)
    expect(answer.status, `as ${holder}: ${answer.text}`).toBeLessThan(300)
    if (reach === 'own') expect(leaksOf(ours, asked, answer), 'shows what is theirs').not.toEqual([])
    if (answer.status === 202) await follow(house, ours.holders[holder], JSON.parse(answer.text).id)
  })

  it.each(Object.entries(ownRoutes))('%s is for staff who are signed in', async (route, { path, body }) => {
    const asked = { method: methodOf(route), path, ...(body ? { body } : {}) }
    expect((await asking.ask(null, asked)).status).toBe(401)
    expect((await asking.ask(ours.holders.service, asked)).status, 'with the key of a system').toBe(401)
  })
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
  const mayOnly = (purpose: Purpose, allowed: readonly Role[]) => {
    const able = roles.filter((role) => permissionsOf(role).some((each) => purposeOf(each) === purpose))
    expect(able.toSorted()).toEqual(allowed.toSorted())
  }

  it('lets nobody treat but who is in a team', () => mayOnly('TREAT', teamRoles))
  it('keeps the log for auditors', () => mayOnly('AUDIT', ['auditor']))
  it('shows patients by name to teams and to who registers them, and to nobody else', () =>
    mayOnly('PATADMIN', ['data-manager', 'service']))

  it('keeps apart who runs the system and who checks its log', () => {
    for (const [one, other] of separated)
      expect(permissionsOf(one).filter((permission) => mayDo(other, permission))).toEqual([])
  })
})
