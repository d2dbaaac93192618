import { inArray } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../server/app.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { launches } from '../../server/db/schema/launches.ts'
import { openBrowsing } from '../support/browsing.ts'
import type { Person } from '../support/cohort.ts'
import { ask, type Browser, follow, HERE, openLaunching } from '../support/launching.ts'
import { CLIENT_ID, CLIENT_SECRET, PERSONNEL } from '../support/record-system.ts'

// A clinician opens a patient in the record system, and from there here.

const system = {
  name: 'EPD De Vaart',
  staffSystem: PERSONNEL,
  smart: { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET },
}
const launching = await openLaunching((iss) => [{ ...system, smart: { iss, ...system.smart } }])
const { house, record, own, colleagues, elsewhere, clinician, responseId } = launching
const { browse, launchOf, linesOf } = launching
afterAll(() => launching.close())
beforeEach(() => record.do({}))

describe('a launch from the record system', () => {
  const browser = browseLater()
  let id = ''

  it('opens the page of that patient, and writes down where each look came from', async () => {
    ;({ id } = await follow(browser.open(), launchOf('p1')))
    expect(id).toMatch(/^lau_/)
    expect(record.asked).toEqual([
      'GET /.well-known/smart-configuration',
      'GET /authorize',
      'POST /token',
      'GET /jwks',
      'GET /Practitioner/d1',
      'GET /Patient/p1',
    ])
    house.pass(1000)
    const page = await ask(browser.open(), id, `/api/clinic/patients/${own.patientId}`)
    expect(page).toMatchObject({ status: 200, body: { patient: { id: own.patientId } } })
    house.pass(6000)
    const opened = await ask(browser.open(), id, `/api/consults/responses/${responseId}/opened`, 'PUT')
    expect(opened.status).toBe(200)
    expect(await linesOf(own.patientId)).toEqual([
      ['launch.opened', { from: 'EPD De Vaart' }],
      ['patient.read', { from: 'EPD De Vaart' }],
      ['response.opened', { from: 'EPD De Vaart' }],
    ])
  })

  it('says who looks at whom, and nothing of what they may do elsewhere', async () => {
    expect((await ask(browser.open(), id, '/api/me')).body).toMatchObject({
      staff: { id: clinician },
      roles: ['clinician'],
      boundTo: { patientId: own.patientId, source: 'EPD De Vaart' },
    })
  })

  it('reaches no other patient, not even of the same team', async () => {
    const of = (person: Person) => ask(browser.open(), id, `/api/clinic/patients/${person.patientId}`)
    expect(await of(colleagues)).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(await of(colleagues)).toEqual(await of(elsewhere))
    const agreement = { sentence: 'U fietst elke dag.' }
    const path = `/api/consults/enrolments/${colleagues.enrolmentId}/agreements`
    expect((await ask(browser.open(), id, path, 'POST', agreement)).status).toBe(404)
    const ownPath = `/api/consults/enrolments/${own.enrolmentId}/agreements`
    expect((await ask(browser.open(), id, ownPath, 'POST', agreement)).status).toBe(201)
  })

  it.each([
    '/api/clinic?day=2026-03-20',
    '/api/clinic/patients?search=ploeg',
    '/api/alerts',
    '/api/account/password',
  ])('does not reach %s', async (path) => {
    const method = path.includes('account') ? 'PUT' : 'GET'
    expect(await ask(browser.open(), id, path, method)).toMatchObject({
      status: 403,
      body: { code: 'one_patient' },
    })
  })

  it('is worth nothing without its own page, or to another browser', async () => {
    expect((await browser.open().go(`${HERE}/api/me`)).status).toBe(401)
    expect((await ask(browser.open(), 'lau_other', '/api/me')).status).toBe(401)
    expect((await ask(browse(), id, '/api/me')).status).toBe(401)
  })

  it('ends where the next patient is opened in the same browser', async () => {
    const next = await follow(browser.open(), launchOf('p2'))
    expect((await ask(browser.open(), id, '/api/me')).status).toBe(401)
    const page = await ask(browser.open(), next.id, `/api/clinic/patients/${colleagues.patientId}`)
    expect(page.status).toBe(200)
    expect((await ask(browser.open(), next.id, '/api/launched', 'DELETE')).status).toBe(204)
    expect((await ask(browser.open(), next.id, '/api/me')).status).toBe(401)
  })

  it('ends after a quarter of an hour without use, and after an hour', async () => {
    const idle = browse()
    const left = await follow(idle, launchOf('p1'))
    house.pass(15 * 60_000 + 1000)
    expect((await ask(idle, left.id, '/api/me')).status).toBe(401)
    const busy = browse()
    const used = await follow(busy, launchOf('p1'))
    for (let quarter = 0; quarter < 5; quarter++) {
      expect((await ask(busy, used.id, '/api/me')).status).toBe(200)
      house.pass(14 * 60_000)
    }
    expect((await ask(busy, used.id, '/api/me')).status).toBe(401)
  })

  it('begins here too, for who chooses the patient there', async () => {
    record.picks({ patient: 'p1', practitioner: 'd1' })
    const alone = browse()
    const { id: begun } = await follow(alone, `${HERE}/smart/standalone`)
    expect((await ask(alone, begun, `/api/clinic/patients/${own.patientId}`)).status).toBe(200)
  })
})

/** One browser for the tests of a block, made when the house stands. */
function browseLater() {
  let made: Browser | null = null
  return {
    open: () => {
      made ??= browse()
      return made
    },
  }
}

describe('a launch that is refused', () => {
  const refused = async (address: string) => {
    const { id, status, text } = await follow(browse(), address)
    expect(id).toBe('')
    return { status, text }
  }

  it.each([
    ['of somebody whose number nobody here has', 'p1', 'd9', 403, 'welke collega u bent'],
    ['about somebody who is not here', 'p9', 'd1', 404, 'niets voor u'],
    ['about somebody in the care of another team', 'p3', 'd1', 404, 'niets voor u'],
    ['about nobody', null, 'd1', 404, 'geen patiënt gekozen'],
  ])('%s', async (_, patient, practitioner, status, said) => {
    const answer = await refused(launchOf(patient, practitioner))
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(said)
  })

  it('is in the log, with the patient where it is one of ours', async () => {
    expect(await linesOf(elsewhere.patientId)).toEqual([
      ['launch.refused', { why: 'unknown_patient', from: 'EPD De Vaart' }],
    ])
  })

  it.each([
    ['a nonce that is not ours', { nonce: 'another-nonce-altogether' }],
    ['a token for somebody else', { audience: 'another-client' }],
    ['a signature by a stranger', { strangeKey: true }],
    ['a token of an hour ago', { expired: true }],
    ['a state that is not ours', { state: 'another-state-altogether' }],
  ])('%s', async (_, faults) => {
    record.do(faults)
    const answer = await refused(launchOf('p1'))
    expect(answer).toMatchObject({ status: 401 })
    expect(answer.text).toContain('niet te vertrouwen')
  })

  it('a person of another server', async () => {
    record.do({ fhirUser: 'https://elsewhere.example/fhir/Practitioner/d1' })
    expect((await refused(launchOf('p1'))).status).toBe(403)
    record.do({ fhirUser: `${record.iss}/Patient/p1` })
    expect((await refused(launchOf('p1'))).status).toBe(403)
    record.do({ fhirUser: 'http://' })
    expect((await refused(launchOf('p1'))).status).toBe(403)
  })

  it('a record system that nobody named: it is not asked anything', async () => {
    const before = record.asked.length
    const iss = record.iss.replace('/fhir', '/fhir2')
    const answer = await refused(`${HERE}/smart/launch?${new URLSearchParams({ iss, launch: 'x' })}`)
    expect(answer.status).toBe(404)
    expect(record.asked.length).toBe(before)
  })

  it('an answer to a browser that began nothing, or twice', async () => {
    const browser = browse()
    const first = await browser.step(launchOf('p1'))
    const there = await browser.step(first.headers.get('location') ?? '')
    const back = there.headers.get('location') ?? ''
    expect((await refused(back)).text).toContain('opnieuw')
    expect((await follow(browser, back)).id).toMatch(/^lau_/)
    expect((await follow(browser, back)).status).toBe(401)
    expect((await browse().step(`${HERE}/smart/launch`)).status).toBe(401)
  })
})

it('keeps no token of the record system anywhere', async () => {
  const rows = await house.db.select().from(launches)
  const lines = await house.db
    .select({ detail: auditEvents.detail })
    .from(auditEvents)
    .where(inArray(auditEvents.type, ['launch.opened', 'launch.refused']))
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify([rows, lines])).not.toMatch(/Bearer|eyJ/)
})

it('colleagues behind one address do not use up each other’s requests; a cookie that somebody made up counts as theirs', async () => {
  const app = createApp(house.deps, async () => null)
  const browser = openBrowsing({ [HERE]: (url, init) => app.request(url.slice(HERE.length), init) })
  const { id } = await follow(browser, launchOf('p1'))
  const made = async (n: number) => {
    const headers = { 'x-launch': id, cookie: `launched=made-up-${n}.signature` }
    return (await app.request('/api/me', { headers })).status
  }
  for (let n = 0; n < 1200; n++) await made(n)
  expect(await made(1200)).toBe(429)
  expect((await ask(browser, id, '/api/me')).status).toBe(200)
})
