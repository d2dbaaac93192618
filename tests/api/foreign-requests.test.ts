import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changes, methodOf, openAsking, routesOf } from '../support/access/asking.ts'
import { fromAnywhere, patientRoutes } from '../support/access/other-routes.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeAsked, makeClinic, NOW, openBrowser } from '../support/patient-browser.ts'

let house: House
let asking: ReturnType<typeof openAsking>

beforeAll(async () => {
  house = await openHouse({ now: NOW, env: { DEMO: '1' } })
  asking = openAsking(house)
})
afterAll(() => house.close())

const changing = () => routesOf(asking.app).filter((route) => changes(route) && !fromAnywhere.includes(route))
const example = (route: string) => ({
  method: methodOf(route),
  path: route.slice(route.indexOf(' ') + 1).replace(/:\w+/g, 'of-nobody'),
  body: {},
})

describe('a request that another site sends on somebody’s behalf', () => {
  it.each([
    ['a browser of today', { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }],
    ['a site beside ours', { 'sec-fetch-site': 'same-site' }],
    ['an old browser', { origin: 'https://elsewhere.example' }],
  ])('changes nothing, sent by %s', async (_, headers) => {
    const statuses = new Map<string, number>()
    for (const route of changing())
      statuses.set(route, (await asking.ask(null, { ...example(route), headers })).status)
    expect(statuses.size).toBeGreaterThan(50)
    expect([...statuses].filter(([, status]) => status !== 403)).toEqual([])
  })

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'is not data when a form could have sent it: %s',
    async (type) => {
      const taken: string[] = []
      for (const route of changing().filter((route) => route.includes(' /api/'))) {
        const { status } = await asking.ask(null, { ...example(route), headers: { 'content-type': type } })
        if (status !== 415) taken.push(`${route}: ${status}`)
      }
      expect(taken).toEqual([])
    },
  )
})

describe('the pages of patients', () => {
  it.each(Object.entries(patientRoutes))('%s shows a stranger nothing', async (route, { path, stranger }) => {
    const clinic = await makeClinic(house, { name: 'Ziekenhuis Oosterwold' })
    const { patientId } = await makeAsked(house, clinic, { givenName: 'Wilhelmina' })
    const { status, text } = await asking.ask(null, { method: methodOf(route), path, body: undefined })
    expect(status).toBe(stranger)
    for (const secret of ['Wilhelmina', patientId, clinic.organisationId]) expect(text).not.toContain(secret)
  })

  it('take answers for what was asked of oneself; somebody else’s does not exist', async () => {
    const clinic = await makeClinic(house)
    const own = await makeAsked(house, clinic)
    const other = await makeAsked(house, clinic)
    const browser = openBrowser(house)
    await browser.open(own.token)
    const answers = { 'hip-knee': { stairs: 2 } }
    for (const send of [
      (assessment: string) => browser.save(assessment, 0, answers),
      (assessment: string) => browser.submit(assessment, 0, { answers }),
    ]) {
      const answer = await send(other.assessmentId)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer).toEqual(await send('ass_nowhere'))
    }
  })
})
