import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { serviceKeys, session, staff, user } from '../../server/db/schema/staff.ts'
import { createStaffAccount } from '../../server/staff/account.ts'
import { hashOf } from '../../server/staff/links.ts'
import { whoIs } from '../../server/staff/who-is.ts'
import { type Browser, type Door, HOUR, MINUTE, openDoor } from '../support/door.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

const PASSWORD = 'een lange zin die niemand raadt'
const TOTP = 'twentycharactersexac'
const email = 'maaike.hoekstra@devaart.example'

let house: House
let door: Door
let staffId: string
let backupCodes: string[]

beforeEach(async () => {
  house = await openHouse()
  const organisationId = await makeOrganisation(house)
  const teamId = await makeTeam(house, organisationId)
  staffId = await makeStaff(house, { organisationId, teamId, role: 'clinician' })
  await house.db.update(staff).set({ email }).where(eq(staff.id, staffId))
  const account = { staffId, email, password: PASSWORD, totpSecret: TOTP }
  backupCodes = (await createStaffAccount(house.deps, account)).backupCodes
  door = openDoor(house)
})
afterEach(async () => {
  door.release()
  await house.close()
})

const givePassword = (browser: Browser, password = PASSWORD) =>
  browser.post('/api/auth/sign-in/email', { email, password })

async function signIn(browser = door.browser()) {
  expect(await givePassword(browser)).toMatchObject({ status: 200, body: { twoFactorRedirect: true } })
  const answer = await browser.post('/api/auth/two-factor/verify-totp', { code: await door.codeOf(TOTP) })
  expect(answer).toMatchObject({ status: 200, body: { signedIn: true } })
  return browser
}

const linesOf = (type: string) => house.db.select().from(auditEvents).where(eq(auditEvents.type, type))

describe('signing in', () => {
  test('password and code give a session that knows who one is', async () => {
    const browser = await signIn()
    expect(await browser.get('/api/me')).toMatchObject({
      status: 200,
      body: {
        staff: { id: staffId, name: 'Maaike Hoekstra', profession: 'nurse-specialist', language: 'nl' },
        organisation: { name: 'Ziekenhuis De Vaart', timeZone: 'Europe/Amsterdam' },
        teams: [{ name: 'Heup en knie', outcomeSet: 'hip-knee-osteoarthritis' }],
        roles: ['clinician'],
        demo: false,
      },
    })
    expect(await linesOf('session.started')).toMatchObject([{ actorId: staffId, outcome: '0' }])
  })

  test('the password alone opens nothing', async () => {
    const browser = door.browser()
    await givePassword(browser)
    expect((await browser.get('/api/me')).status).toBe(401)
    expect(await house.db.select().from(session)).toEqual([])
  })

  test('a session without a second factor counts as not signed in', async () => {
    const browser = await signIn()
    await house.db.update(user).set({ twoFactorEnabled: false })
    expect((await browser.get('/api/me')).status).toBe(401)
  })

  test('an unknown address and a wrong password get the same answer, and a line each', async () => {
    const browser = door.browser()
    const unknown = await browser.post('/api/auth/sign-in/email', {
      email: 'niemand@devaart.example',
      password: PASSWORD,
    })
    expect(unknown).toEqual(await givePassword(browser, 'een andere lange zin hier'))
    expect(unknown).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } })
    expect(await linesOf('session.refused')).toMatchObject([{ actorId: 'unknown' }, { actorId: staffId }])
  })

  test('a caller does not choose the name of a request in the log', async () => {
    const headers = {
      origin: 'http://localhost:3000',
      'content-type': 'application/json',
      'x-request-id': 'chosen-by-the-caller',
    }
    const body = JSON.stringify({ email, password: 'een andere lange zin hier' })
    const answer = await door.app.request('/api/auth/sign-in/email', { method: 'POST', headers, body })
    const named = answer.headers.get('x-request-id')
    expect(named).toMatch(/^[0-9a-f-]{36}$/)
    expect(await linesOf('session.refused')).toMatchObject([{ requestId: named }])
  })

  test('nobody can sign up, and no other path of the library is reachable', async () => {
    const browser = door.browser()
    for (const path of [
      'sign-up/email',
      'two-factor/disable',
      'change-password',
      'update-user',
      'request-password-reset',
    ])
      expect((await browser.post(`/api/auth/${path}`, { email, password: PASSWORD, name: 'x' })).status).toBe(
        404,
      )
    expect((await browser.get('/api/auth/get-session')).status).toBe(404)
  })

  test('fields nobody asked for are refused', async () => {
    const answer = await door
      .browser()
      .post('/api/auth/sign-in/email', { email, password: PASSWORD, callbackURL: 'https://evil.example' })
    expect(answer.status).toBe(400)
  })

  test('a code is accepted once, in whatever browser', async () => {
    await signIn()
    const other = door.browser()
    await givePassword(other)
    const again = await other.post('/api/auth/two-factor/verify-totp', { code: await door.codeOf(TOTP) })
    expect(again).toMatchObject({ status: 401, body: { code: 'used_code' } })
    door.pass(MINUTE)
    const next = await other.post('/api/auth/two-factor/verify-totp', { code: await door.codeOf(TOTP) })
    expect(next.status).toBe(200)
  })

  test('a code without a password is nothing', async () => {
    const answer = await door
      .browser()
      .post('/api/auth/two-factor/verify-totp', { code: await door.codeOf(TOTP) })
    expect(answer).toMatchObject({ status: 401, body: { code: 'challenge_over' } })
  })

  test('five wrong codes end the try; the password is asked again', async () => {
    const browser = door.browser()
    await givePassword(browser)
    const codes = ['000000', '000001', '000002', '000003', '000004', '000005']
    const answers = []
    for (const code of codes) {
      answers.push((await browser.post('/api/auth/two-factor/verify-totp', { code })).body.code)
      door.pass(1000) // from the sixth on one waits
    }
    expect(answers).toEqual([...Array.from({ length: 5 }, () => 'wrong_code'), 'challenge_over'])
  })

  test('wrong passwords make the next wait longer, the right one too, and then it works', async () => {
    const wrong = () => givePassword(door.browser(), 'nog een verkeerde lange zin')
    for (let time = 0; time < 5; time++) expect((await wrong()).status).toBe(401)
    const tooSoon = { status: 429, body: { code: 'too_many_tries' } }
    expect(await givePassword(door.browser())).toMatchObject(tooSoon)
    door.pass(1000)
    expect((await wrong()).status).toBe(401)
    door.pass(1000)
    expect(await givePassword(door.browser())).toMatchObject(tooSoon)
    door.pass(1000)
    await signIn()
  })

  test('many wrong passwords at once are counted, each of them', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => givePassword(door.browser(), 'nog een verkeerde lange zin')),
    )
    const statuses = Map.groupBy(answers, ({ status }) => status)
    expect(Object.fromEntries([...statuses].map(([status, all]) => [status, all.length]))).toEqual({
      401: 5,
      429: 15,
    })
  })

  test('who guesses from elsewhere keeps nobody from their own desk', async () => {
    const config = { ...house.deps.config, TRUST_PROXY: true }
    const proxied = openDoor({ ...house, deps: { ...house.deps, config } })
    const give = (address: string, password: string) => {
      const from = { 'x-forwarded-for': address }
      return proxied.browser().post('/api/auth/sign-in/email', { email, password }, from)
    }
    for (let time = 0; time < 30; time++) {
      await give('2001:db8:1:2::1', 'nog een verkeerde lange zin')
      await give(`2001:db8:1:2::${time}`, 'nog een verkeerde lange zin') // one caller holds them all
    }
    expect((await give('2001:0db8:0001:0002:aaaa::9', PASSWORD)).status).toBe(429)
    expect((await give('192.0.2.7', PASSWORD)).status).toBe(200)
  })

  test('a backup code works once', async () => {
    const enter = async () => {
      const browser = door.browser()
      await givePassword(browser)
      return browser.post('/api/auth/two-factor/verify-backup-code', { code: backupCodes[3] })
    }
    expect(await enter()).toMatchObject({ status: 200, body: { signedIn: true } })
    expect(await enter()).toMatchObject({ status: 401, body: { code: 'wrong_code' } })
  })

  test('a real installation knows no demo account', async () => {
    expect((await door.browser().get('/api/demo/accounts')).status).toBe(404)
  })
})

describe('the demo', () => {
  test('shows whom one can be, and a click signs in, also when somebody just did', async () => {
    const demo = openDoor({ ...house, deps: { ...house.deps, config: { ...house.deps.config, DEMO: true } } })
    const codes = new Set()
    for (let visitor = 0; visitor < 3; visitor++) {
      const browser = demo.browser()
      const { body } = await browser.get('/api/demo/accounts')
      expect(body).toMatchObject({ accounts: [{ email, role: 'clinician', team: 'Heup en knie' }] })
      const [{ code }] = body.accounts as [{ code: string }]
      await givePassword(browser)
      expect((await browser.post('/api/auth/two-factor/verify-totp', { code })).status).toBe(200)
      codes.add(code)
    }
    expect(codes.size).toBe(3)
  })
})

describe('sessions', () => {
  test('end after a quarter of an hour without use', async () => {
    const browser = await signIn()
    door.pass(14 * MINUTE)
    expect((await browser.get('/api/me')).status).toBe(200)
    door.pass(14 * MINUTE)
    expect((await browser.get('/api/me')).status).toBe(200)
    door.pass(16 * MINUTE)
    expect((await browser.get('/api/me')).status).toBe(401)
  })

  test('are not kept alive by a page that refreshes itself', async () => {
    const browser = await signIn()
    for (let passed = 0; passed < 14; passed += 2) {
      door.pass(2 * MINUTE)
      expect((await browser.get('/api/me', { 'x-unattended': '1' })).status).toBe(200)
    }
    door.pass(2 * MINUTE)
    expect((await browser.get('/api/me')).status).toBe(401)
  })

  test('end after twelve hours however much they are used', async () => {
    const browser = await signIn()
    for (let passed = 10; passed < 12 * 60; passed += 10) {
      door.pass(10 * MINUTE)
      expect((await browser.get('/api/me')).status).toBe(200)
    }
    door.pass(10 * MINUTE)
    expect((await browser.get('/api/me')).status).toBe(401)
  })

  test('end on the server when one signs out: the cookie is worth nothing afterwards', async () => {
    const browser = await signIn()
    const kept = new Map(browser.cookies)
    expect((await browser.post('/api/auth/sign-out')).status).toBe(200)
    for (const [name, value] of kept) browser.cookies.set(name, value)
    expect((await browser.get('/api/me')).status).toBe(401)
    expect(await linesOf('session.ended')).toMatchObject([{ actorId: staffId }])
  })

  test('a cookie with another signature is no session', async () => {
    const browser = await signIn()
    for (const [name, value] of browser.cookies)
      browser.cookies.set(name, value.replace(/\.[^.]*$/, `.${'A'.repeat(43)}%3D`))
    expect((await browser.get('/api/me')).status).toBe(401)
  })

  test('whoever left is out at the next request', async () => {
    const browser = await signIn()
    await house.db.update(staff).set({ leftAt: house.deps.now().toISOString() }).where(eq(staff.id, staffId))
    expect((await browser.get('/api/me')).status).toBe(401)
  })

  test('each sign-in gives a session of its own', async () => {
    const one = await signIn()
    door.pass(HOUR / 6)
    const other = await signIn()
    expect([...one.cookies.values()]).not.toEqual([...other.cookies.values()])
  })
})

describe('systems', () => {
  test('sign in with a key until it is withdrawn', async () => {
    const [row] = await house.db.select().from(staff).where(eq(staff.id, staffId))
    const key = 'a key of at least a hundred bits'.replaceAll(' ', '-')
    await house.db.insert(serviceKeys).values({
      id: 'key_1',
      organisationId: row?.organisationId as string,
      name: 'EPD',
      keyHash: hashOf(key),
      createdAt: house.deps.now().toISOString(),
    })
    const asking = { authorization: `Bearer ${key}` }
    const request = () => new Request('http://localhost/api/x', { headers: asking })
    expect(await whoIs(house.deps)(request())).toMatchObject({
      actor: { kind: 'service', name: 'EPD' },
      roles: ['service'],
      teamIds: [],
    })
    expect((await door.browser().get('/api/me', asking)).status).toBe(401)
    await house.db.update(serviceKeys).set({ revokedAt: house.deps.now().toISOString() })
    expect(await whoIs(house.deps)(request())).toBeNull()
  })
})
