import { eq, like } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { rateLimit, staff } from '../../server/db/schema/staff.ts'
import { createStaffAccount } from '../../server/staff/account.ts'
import { type Browser, type Door, HOUR, MINUTE, openDoor } from '../support/door.ts'
import { makeOrganisation, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

const PASSWORD = 'een lange zin die niemand raadt'
const WRONG = 'nog een verkeerde lange zin'
const TOTP = 'twentycharactersexac'
const email = 'maaike.hoekstra@devaart.example'
const HOSPITAL = '192.0.2.7'

let house: House
let door: Door

beforeEach(async () => {
  house = await openHouse({ env: { TRUST_PROXY: '1' } })
  const organisationId = await makeOrganisation(house)
  const teamId = await makeTeam(house, organisationId)
  const staffId = await makeStaff(house, { organisationId, teamId, role: 'clinician' })
  await house.db.update(staff).set({ email }).where(eq(staff.id, staffId))
  await createStaffAccount(house.deps, { staffId, email, password: PASSWORD, totpSecret: TOTP })
  door = openDoor(house)
})
afterEach(async () => {
  door.release()
  await house.close()
})

const give = (password: string, browser = door.browser(), address = HOSPITAL, account = email) =>
  browser.post('/api/auth/sign-in/email', { email: account, password }, { 'x-forwarded-for': address })

const giveCode = async (browser: Browser, code?: string) =>
  browser.post(
    '/api/auth/two-factor/verify-totp',
    { code: code ?? (await door.codeOf(TOTP)) },
    { 'x-forwarded-for': HOSPITAL },
  )

async function signIn(browser = door.browser()) {
  expect((await give(PASSWORD, browser)).status).toBe(200)
  expect((await giveCode(browser)).status).toBe(200)
  return browser
}

/** Each from a browser of its own, for an account that nobody here has. */
const failAtUnknown = (times: number, address = HOSPITAL) =>
  Promise.all(
    Array.from({ length: times }, (_, one) =>
      give(WRONG, door.browser(), address, `niemand${one}@devaart.example`),
    ),
  )

test('a hospital behind one address signs in within one minute', async () => {
  const answers = await Promise.all(Array.from({ length: 4 }, () => give(PASSWORD)))
  for (let time = 0; time < 58; time++) answers.push(await give(PASSWORD))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
})

test('a hundred failures of one address stop it for ten minutes, and nobody else', async () => {
  const known = await signIn()
  expect(new Set((await failAtUnknown(100)).map(({ status }) => status))).toEqual(new Set([401]))
  expect(await give(PASSWORD)).toMatchObject({ status: 429, body: { code: 'too_many_tries' } })
  expect((await give(PASSWORD, door.browser(), '192.0.2.8')).status).toBe(200)
  expect((await give(PASSWORD, known)).status).toBe(200)
  door.pass(10 * MINUTE + 1)
  expect((await give(PASSWORD)).status).toBe(200)
})

test('a wrong code counts for its address like a wrong password', async () => {
  const browser = door.browser()
  await give(PASSWORD, browser)
  await failAtUnknown(98)
  for (const code of ['000000', '000001'])
    expect((await giveCode(browser, code)).body.code).toBe('wrong_code')
  expect(await giveCode(browser)).toMatchObject({ status: 429, body: { code: 'too_many_tries' } })
  expect((await give(PASSWORD)).status).toBe(429)
})

test('a colleague who guesses behind the same address does not make one wait at a desk one has used', async () => {
  const known = await signIn()
  for (let time = 0; time < 5; time++) await give(WRONG)
  expect((await give(PASSWORD)).status).toBe(429)
  expect((await give(PASSWORD, known)).status).toBe(200)
  for (let time = 0; time < 5; time++) expect((await give(WRONG, known)).status).toBe(401)
  expect((await give(PASSWORD, known)).status).toBe(429)
})

test('a browser is known to whom it was shown both factors of, and to nobody else', async () => {
  const browser = await signIn()
  const [name, value] = [...browser.cookies].find(([cookie]) => cookie.endsWith('known')) ?? ['', '']
  const [id, proof = ''] = value.split('.')
  for (let time = 0; time < 5; time++) await give(WRONG)
  const forged = [`${id}.${proof.slice(1)}A`, `${'A'.repeat(43)}.${proof}`, `${id}`, `${id}.`, '.', '%F0%9F']
  for (const one of forged) {
    const other = door.browser()
    other.cookies.set(name, one)
    expect((await give(PASSWORD, other)).status).toBe(429)
  }
  const other = door.browser()
  other.cookies.set(name, value)
  for (let time = 0; time < 5; time++) await give(WRONG, door.browser(), HOSPITAL, 'niemand@devaart.example')
  expect((await give(WRONG, other, HOSPITAL, 'niemand@devaart.example')).status).toBe(429)
})

test('the password alone makes no browser known', async () => {
  const browser = door.browser()
  await give(PASSWORD, browser)
  expect([...browser.cookies.keys()].filter((name) => name.endsWith('known'))).toEqual([])
})

test('a desk that many people use knows the last twelve of them', async () => {
  const browser = await signIn()
  const [name, value] = [...browser.cookies].find(([cookie]) => cookie.endsWith('known')) ?? ['', '']
  const others = Array.from({ length: 40 }, (_, one) => String(one).padStart(43, 'x'))
  browser.cookies.set(name, [value, ...others].join('.'))
  door.pass(MINUTE)
  await signIn(browser)
  expect(browser.cookies.get(name)).toBe([value, ...others.slice(0, 11)].join('.'))
})

test('wrong codes make the next wait longer, whatever sign-in they belong to', async () => {
  const browser = door.browser()
  await give(PASSWORD, browser)
  for (const code of ['000000', '000001', '000002', '000003'])
    expect((await giveCode(browser, code)).body.code).toBe('wrong_code')
  const again = door.browser()
  await give(PASSWORD, again)
  expect((await giveCode(again, '000004')).body.code).toBe('wrong_code')
  expect(await giveCode(again)).toMatchObject({ status: 429, body: { code: 'too_many_tries' } })
  door.pass(1000)
  expect((await giveCode(again)).status).toBe(200)
})

test('strangers are counted: neither the log nor the table of tries grows without end', async () => {
  await failAtUnknown(20)
  await failAtUnknown(20, '192.0.2.8')
  const lines = await house.db
    .select({ detail: auditEvents.detail })
    .from(auditEvents)
    .where(eq(auditEvents.type, 'session.refused'))
  const times = lines.map(({ detail }) => detail?.times as number).sort((one, other) => one - other)
  expect(times).toEqual([1, 2, 4, 8, 16, 32])

  await failAtUnknown(1) // for the same account from the same place: no other row
  expect(await house.db.$count(rateLimit, like(rateLimit.key, 'tries:%'))).toBe(40)
  door.pass(HOUR + 1)
  await failAtUnknown(1)
  expect(await house.db.select().from(rateLimit)).toHaveLength(3)
})

test('who has a session has a share of requests of their own', async () => {
  const browser = await signIn()
  const ask = (who: Browser) => who.get('/api/me', { 'x-forwarded-for': HOSPITAL })
  const stranger = door.browser()
  const answers = []
  for (let time = 0; time < 1200; time++) answers.push((await ask(stranger)).status)
  expect(answers.at(-1)).toBe(429)
  expect((await ask(browser)).status).toBe(200)
  stranger.cookies.set('staff.session_token', `made-up.${'A'.repeat(43)}%3D`)
  expect((await ask(stranger)).status).toBe(429)
})
