import { afterAll, beforeAll, expect, it } from 'vitest'
import { mayDo, roles } from '../../core/access/access.ts'
import { cleanLines } from '../../core/words/clean-text.ts'
import { methodOf, openAsking } from '../support/access/asking.ts'
import { careRoutes } from '../support/access/care-routes.ts'
import { type Hospital, makeHospital } from '../support/access/hospital.ts'
import { officeRoutes } from '../support/access/office-routes.ts'
import { ownRoutes } from '../support/access/other-routes.ts'
import { makeStaff } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let hospital: Hospital
let ask: ReturnType<typeof openAsking>['ask']
beforeAll(async () => {
  house = await openHouse({ now: '2026-03-02T08:00:00Z' })
  hospital = await makeHospital(house, 'Oosterwold')
  ask = openAsking(house).ask
})
afterAll(() => house.close())

const NUL = String.fromCharCode(0)

/** The same body in which every text ends in a character that PostgreSQL cannot store. */
function spoiled(value: unknown): unknown {
  if (typeof value === 'string') return value + NUL
  if (Array.isArray(value)) return value.map(spoiled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, spoiled(inside)]))
}

const routes = [
  ...Object.entries({ ...careRoutes, ...officeRoutes }).map(([route, { permission, path, body }]) => ({
    route,
    asked: () => ({
      as: hospital.holders[roles.find((role) => mayDo(role, permission)) ?? 'analyst'],
      path: path(hospital.ids),
      body: body?.(hospital.ids),
    }),
  })),
  ...Object.entries(ownRoutes).map(([route, { path, body }]) => ({
    route,
    asked: () => ({ as: hospital.holders.analyst, path, body }),
  })),
]

it.each(routes)('$route takes a character that nobody sees for what it is', async ({ route, asked }) => {
  const { as, path, body } = asked()
  const method = methodOf(route)
  const [place, query] = path.split('?')
  const inPath = query ? `${place}?${query}%00` : `${place}%00`
  expect((await ask(as, { method, path: inPath, body })).status).toBe(400)
  if (body === undefined || typeof body === 'string') return
  expect((await ask(as, { method, path, body: spoiled(body) })).status).toBeLessThan(500)
})

it.each(['/v/abc%00', '/u/abc%00', '/mijn/%00', '/nowhere%00', '/staff/clinic?a=%00'])(
  '%s is refused before anybody looks',
  async (path) => {
    expect((await ask(null, { method: 'GET', path })).status).toBe(400)
  },
)

/** What an administrator may set of their organisation, as it is. */
async function readSettings(admin: ReturnType<House['as']>) {
  const settings = { ...((await admin.get('/api/organisation')).body as Record<string, unknown>) }
  for (const notTheirs of ['id', 'createdAt', 'sharesSince']) delete settings[notTheirs]
  return settings
}

it('names are one line, whatever was pasted: mail and pages show them as such', async () => {
  const organisationId = hospital.ids.organisationId
  const admin = house.as(await makeStaff(house, { organisationId, role: 'administrator' }))
  const now = await readSettings(admin)
  expect((await admin.put('/api/organisation', { ...now, name: 'De\tVaart\u2028Zuid' })).status).toBe(200)
  expect((await admin.get('/api/organisation')).body).toMatchObject({ name: 'De Vaart Zuid' })
})

it('names read in the direction in which they are written: what turns it is left out', async () => {
  const organisationId = hospital.ids.organisationId
  const admin = house.as(await makeStaff(house, { organisationId, role: 'administrator' }))
  const now = await readSettings(admin)
  const turned = '\u202eDe\u200e \u2067Vaart\u2069\u202c\u200f'
  expect((await admin.put('/api/organisation', { ...now, name: turned })).status).toBe(200)
  expect((await admin.get('/api/organisation')).body).toMatchObject({ name: 'De Vaart' })
  expect(cleanLines('\u2066eerste\u202d\n\u200ftweede')).toBe('eerste\ntweede')
})
