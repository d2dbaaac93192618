import { eq, inArray } from 'drizzle-orm'
import { exportSPKI, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { launches } from '../../server/db/schema/launches.ts'
import { feedRules } from '../../server/db/schema/patients.ts'
import { staff } from '../../server/db/schema/staff.ts'
import { openBrowsing } from '../support/browsing.ts'
import { makeCourse, makePerson, type Person } from '../support/cohort.ts'
import { makeAppointment, makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import {
  CLIENT_ID,
  CLIENT_SECRET,
  openRecordSystem,
  PERSONNEL,
  type RecordSystemStandIn,
} from '../support/record-system.ts'

// A clinician opens a patient in the record system, and from there here.

const HERE = 'http://localhost:3000'
const NOW = '2026-03-20T09:00:00Z'
const LINK_SECRET = 'een gedeeld geheim dat lang genoeg is'
const numbered = (value: string) => ({
  identifier: [
    { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '999990019' },
    { type: { coding: [{ code: 'MR' }] }, system: 'urn:oid:2.16.840.1.113883.2.4.99.1', value },
  ],
})
const people = {
  patients: { p1: numbered('4711'), p2: numbered('4712'), p3: numbered('4713'), p9: numbered('9999') },
  practitioners: { d1: { identifier: [{ system: PERSONNEL, value: '5001' }] }, d9: { identifier: [] } },
}

let house: House
let record: RecordSystemStandIn
let [organisationId, clinician, responseId] = ['', '', '']
let own: Person
let colleagues: Person
let elsewhere: Person
let pair: Awaited<ReturnType<typeof generateKeyPair>>

beforeAll(async () => {
  let now = () => new Date(NOW)
  record = await openRecordSystem(() => now(), people)
  pair = await generateKeyPair('ES256', { extractable: true })
  const systems = [
    {
      name: 'EPD De Vaart',
      staffSystem: PERSONNEL,
      frames: ['https://epd.vaart.example'],
      smart: { iss: record.iss, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET },
      link: { issuer: 'epd.vaart.example', secret: LINK_SECRET },
    },
    { name: 'Huisarts', link: { issuer: 'his.example', publicKey: await exportSPKI(pair.publicKey) } },
  ]
  house = await openHouse({ now: NOW, env: { RECORD_SYSTEMS: JSON.stringify(systems) } })
  now = house.deps.now
  organisationId = await makeOrganisation(house)
  const place = { organisationId, teamId: await makeTeam(house, organisationId) }
  clinician = await makeStaff(house, { ...place, role: 'clinician', name: 'Nora Wit' })
  await house.db.update(staff).set({ recordNumber: '5001' }).where(eq(staff.id, clinician))
  await house.db.insert(feedRules).values({
    organisationId,
    content: { rules: [], ownNumbers: ['urn:oid:2.16.840.1.113883.2.4.99.1'] },
    version: 1,
    changedAt: NOW,
    changedBy: clinician,
  })
  own = await makePerson(house, place, { patient: { number: '4711' } })
  colleagues = await makePerson(house, place, { patient: { number: '4712' } })
  const other = { organisationId, teamId: await makeTeam(house, organisationId) }
  elsewhere = await makePerson(house, other, { patient: { number: '4713' } })
  const course = { moment: 'check-up', on: '2026-03-16', came: 'completed' } as const
  responseId = (await makeCourse(house, own, course)).responseId ?? ''
})
afterAll(async () => {
  await house.close()
  await record.close()
})
beforeEach(() => record.do({}))

const browse = () => openBrowsing({ [HERE]: (url, init) => house.app.request(url.slice(HERE.length), init) })
type Browser = ReturnType<typeof browse>

const launchOf = (patient: string | null, practitioner = 'd1') =>
  `${HERE}/smart/launch?${new URLSearchParams({ iss: record.iss, launch: record.launch({ patient, practitioner }) })}`

/** Goes along until the page of the patient, which is the frontend's, or a page that refuses. */
async function follow(browser: Browser, address: string) {
  for (let url = address; ; ) {
    const answer = await browser.step(url)
    const next = answer.headers.get('location')
    const id = next && /^\/staff\/launched\/(lau_\w+)$/.exec(next)?.[1]
    if (id) return { id, status: answer.status, text: '', headers: answer.headers }
    if (!next) return { id: '', status: answer.status, text: await answer.text(), headers: answer.headers }
    url = new URL(next, url).href
  }
}

async function ask(browser: Browser, id: string, path: string, method = 'GET', body?: unknown) {
  const headers = { 'x-launch': id, origin: HERE, 'content-type': 'application/json' }
  const answer = await browser.go(`${HERE}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (answer.text ? JSON.parse(answer.text) : null) as unknown }
}

const linesOf = async (patientId: string) => {
  const rows = await house.db
    .select({ type: auditEvents.type, detail: auditEvents.detail, at: auditEvents.at })
    .from(auditEvents)
    .innerJoin(auditSubjects, eq(auditSubjects.eventId, auditEvents.id))
    .where(eq(auditSubjects.patientId, patientId))
    .orderBy(auditEvents.at)
  return rows.map(({ type, detail }) => [type, detail])
}

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

describe('a signed link', () => {
  let serial = 0
  const claims = (given: object = {}) => ({
    sub: '5001',
    patient: '4711',
    jti: `link-of-the-tests-${serial++}`,
    iat: Math.floor(house.deps.now().getTime() / 1000),
    exp: Math.floor(house.deps.now().getTime() / 1000) + 60,
    iss: 'epd.vaart.example',
    aud: HERE,
    ...given,
  })
  const signed = (given: object, secret = LINK_SECRET) =>
    new SignJWT(claims(given)).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret))
  const linkOf = async (token: Promise<string>) => `${HERE}/launch?token=${await token}`

  it('opens the page once', async () => {
    const link = await linkOf(signed({}))
    const browser = browse()
    const { id } = await follow(browser, link)
    expect((await ask(browser, id, `/api/clinic/patients/${own.patientId}`)).status).toBe(200)
    expect((await ask(browser, id, `/api/clinic/patients/${colleagues.patientId}`)).status).toBe(404)
    const again = await follow(browse(), link)
    expect(again).toMatchObject({ id: '', status: 401 })
    expect(again.text).toContain('gebruikt of te oud')
  })

  it('opens once where two come at the same moment', async () => {
    const link = await linkOf(signed({}))
    const both = await Promise.all([follow(browse(), link), follow(browse(), link)])
    expect(both.filter(({ id }) => id !== '')).toHaveLength(1)
  })

  it('may be signed with a key that is only theirs', async () => {
    const key = (given: object) =>
      new SignJWT(claims({ iss: 'his.example', ...given }))
        .setProtectedHeader({ alg: 'ES256' })
        .sign(pair.privateKey)
    expect((await follow(browse(), await linkOf(key({})))).id).toMatch(/^lau_/)
    const asSecret = new TextEncoder().encode(await exportSPKI(pair.publicKey))
    const confused = new SignJWT(claims({ iss: 'his.example' }))
      .setProtectedHeader({ alg: 'HS256' })
      .sign(asSecret)
    expect((await follow(browse(), await linkOf(confused))).status).toBe(401)
  })

  it.each([
    ['of another installation', { aud: 'https://elsewhere.example' }, 401],
    ['of nobody we know', { iss: 'elsewhere.example' }, 404],
    ['that would last longer than a minute', { exp: Math.floor(Date.parse(NOW) / 1000) + 7 * 86_400 }, 401],
    ['without a number of its own', { jti: undefined }, 401],
    ['about a patient of whom there is nothing', { patient: '9999' }, 404],
    ['of a colleague who is not here', { sub: '7' }, 403],
  ])('%s is refused', async (_, given, status) => {
    expect(await follow(browse(), await linkOf(signed(given)))).toMatchObject({ id: '', status })
  })

  it('is refused with another secret, when it is too old, and when it is none', async () => {
    expect(
      (await follow(browse(), await linkOf(signed({}, 'een ander geheim, net zo lang als het')))).status,
    ).toBe(401)
    const link = await linkOf(signed({}))
    house.pass(70_000)
    expect((await follow(browse(), link)).text).toContain('te oud')
    expect((await follow(browse(), `${HERE}/launch?token=x.y.z`)).status).toBe(401)
    expect((await follow(browse(), `${HERE}/launch`)).status).toBe(401)
  })
})

describe('within a page of the record system', () => {
  const framed = async (address: string) =>
    house.app.request(address.slice(HERE.length), { headers: { 'sec-fetch-dest': 'iframe' } })

  it('only named origins may show it, and its cookies stay within that page', async () => {
    const leaving = await framed(launchOf('p1'))
    expect(leaving.headers.get('content-security-policy')).toContain(
      'frame-ancestors https://epd.vaart.example',
    )
    expect(leaving.headers.get('x-frame-options')).toBeNull()
    expect(leaving.headers.get('set-cookie')).toMatch(
      /SameSite=None; .*Partitioned|Partitioned.*SameSite=None/i,
    )
    const opened = await framed(`${HERE}/staff/launched/lau_1`)
    expect(opened.headers.get('content-security-policy')).toContain(
      'frame-ancestors https://epd.vaart.example',
    )
    const alone = await house.app.request(launchOf('p1').slice(HERE.length))
    expect(alone.headers.get('set-cookie')).toContain('SameSite=Lax')
  })

  it.each(['/staff', '/staff/patients', '/staff/launched', '/staff/launchedx/1'])(
    'nobody may show %s: it is of who signed in here',
    async (path) => {
      const page = await framed(`${HERE}${path}`)
      expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(page.headers.get('x-frame-options')).toBe('DENY')
    },
  )

  it('nobody may where no origin is named', async () => {
    const config = readConfig({ DEMO: '0', SECRET: house.deps.secret })
    const app = createApp({ ...house.deps, config }, async () => null)
    const page = await app.request('/smart/launch?iss=https://x.example&launch=1')
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(page.headers.get('x-frame-options')).toBe('DENY')
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

it('wrong settings are told without what was written there', () => {
  const read = (value: unknown) =>
    readConfig({ RECORD_SYSTEMS: typeof value === 'string' ? value : JSON.stringify(value) })
  const smart = { iss: 'http://record.example/fhir', clientId: 'x', clientSecret: 'verysecretthing' }
  expect(() => read([{ name: 'A', smart }])).toThrow(/0\.smart\.iss.*https/)
  expect(() => read([{ name: 'A', smart }])).not.toThrow(/verysecretthing/)
  expect(() => read([{ name: 'A' }])).toThrow(/needs smart or link/)
  expect(() => read('no json')).toThrow(/RECORD_SYSTEMS/)
})

it('the number of a colleague in the record is written by an administrator, for one colleague, and not for oneself', async () => {
  const administrator = await makeStaff(house, { organisationId, role: 'administrator' })
  const colleague = await makeStaff(house, { organisationId, role: 'analyst' })
  const set = (id: string, recordNumber: string | null) =>
    house.as(administrator).put(`/api/people/${id}/record-number`, { recordNumber })
  expect(await set(colleague, '5001')).toMatchObject({ status: 409, body: { code: 'number_taken' } })
  expect(await set(administrator, '5002')).toMatchObject({ status: 422, body: { code: 'own_number' } })
  expect((await set(colleague, '5002')).status).toBe(200)
  const { body } = await house.as(administrator).get('/api/people')
  expect(body).toContainEqual(expect.objectContaining({ id: colleague, recordNumber: '5002' }))
  expect((await set(colleague, null)).status).toBe(200)
})

it('a demo has a made-up record system, and a real installation has none', async () => {
  const demo = await openHouse({ now: NOW, env: { DEMO: '1' } })
  try {
    const place = { organisationId: await makeOrganisation(demo), teamId: '' }
    place.teamId = await makeTeam(demo, place.organisationId)
    const clinicianId = await makeStaff(demo, { ...place, role: 'clinician' })
    await demo.db.update(staff).set({ recordNumber: 'P-1' }).where(eq(staff.id, clinicianId))
    const person = await makePerson(demo, place, { patient: { givenName: 'Bea' } })
    await makeAppointment(demo, { ...place, ...person, clinicianId, startsAt: '2026-03-20T13:00:00.000Z' })
    const browser = openBrowsing({ [HERE]: (url, init) => demo.app.request(url.slice(HERE.length), init) })
    const list = await browser.go(`${HERE}/demo/record`)
    expect(list.text).toContain('Open Bea van der Ploeg in Uitkomst')
    const there = await browser.post(`${HERE}/demo/record`, { patient: person.patientId })
    const id = /\/staff\/launched\/(lau_\w+)$/.exec(there.url)?.[1] ?? ''
    expect(await ask(browser, id, `/api/clinic/patients/${person.patientId}`)).toMatchObject({ status: 200 })
    const other = await browser.post(`${HERE}/demo/record`, { patient: 'pat_other' })
    expect(other.status).toBe(404)
  } finally {
    await demo.close()
  }
  expect((await house.app.request('/demo/record')).status).toBe(404)
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
