import { afterAll, beforeAll, expect, it } from 'vitest'
import { mayDo, roles } from '../../core/access/access.ts'
import { methodOf, openAsking } from '../support/access/asking.ts'
import { careRoutes } from '../support/access/care-routes.ts'
import { type Hospital, makeHospital } from '../support/access/hospital.ts'
import { officeRoutes } from '../support/access/office-routes.ts'
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

/** Stands for lists in lists, deeper than JSON.stringify can write them. */
const DEEP = 'lists in lists'
const textOf = (body: unknown) =>
  JSON.stringify(body)?.replace(JSON.stringify(DEEP), '['.repeat(100_000) + ']'.repeat(100_000))

/** What may stand in the place of any value, as JSON. */
const HOSTILE: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  2 ** 53,
  1e308,
  '',
  ' ',
  '\ud800',
  '\u0000',
  '😀'.repeat(5000),
  "'; drop table patients; --",
  '%',
  '9999-12-31',
  '0000-01-01',
  '-271821-04-20',
  '2026-02-30T25:61:00Z',
  '9999-12-31T23:59:59.999Z',
  '__proto__',
  'constructor',
  'toString',
  [],
  {},
  [[]],
  DEEP,
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
]

/** Every body that has one of these in one place of this one, the whole body too. */
function* spoiltIn(value: unknown): Generator {
  yield* HOSTILE
  if (Array.isArray(value))
    for (const [place, inside] of value.entries())
      for (const spoilt of spoiltIn(inside)) yield value.with(place, spoilt)
  else if (typeof value === 'object' && value !== null)
    for (const [name, inside] of Object.entries(value))
      for (const spoilt of spoiltIn(inside)) yield { ...value, [name]: spoilt }
}

const PARTS = [
  'constructor',
  '__proto__',
  '%ED%A0%80',
  '%FF',
  '%',
  '..%2f..%2fetc',
  '%F0%9F%98%80',
  "';--",
  '%25',
  '%20',
  `${'a'.repeat(5000)}`,
]

const routes = Object.entries({ ...careRoutes, ...officeRoutes }).map(
  ([route, { permission, path, body }]) => ({
    route,
    asked: () => ({
      as: hospital.holders[roles.find((role) => mayDo(role, permission)) ?? 'analyst'],
      path: path(hospital.ids),
      body: body?.(hospital.ids),
    }),
  }),
)

it.each(routes)('$route takes nothing for what it is not', async ({ route, asked }) => {
  const { as, path, body } = asked()
  const method = methodOf(route)
  const broken: unknown[] = []
  const attempt = async (inPath: string, spoilt: unknown) => {
    const { status } = await ask(as, { method, path: inPath, body: textOf(spoilt) })
    if (status >= 500) broken.push([inPath, JSON.stringify(spoilt)?.slice(0, 200)])
  }
  const [place = '', query = ''] = path.split('?')
  for (const part of PARTS) {
    for (const [at, segment] of place.split('/').entries())
      if (/_|\d/.test(segment)) await attempt(place.split('/').with(at, part).join('/'), body)
    for (const name of new URLSearchParams(query).keys()) await attempt(`${place}?${name}=${part}`, body)
  }
  if (body !== undefined && typeof body !== 'string')
    for (const spoilt of spoiltIn(body)) await attempt(path, spoilt)
  expect(broken).toEqual([])
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})
