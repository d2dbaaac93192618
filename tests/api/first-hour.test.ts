import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { messages } from '../../server/db/schema/messages.ts'
import { organisations } from '../../server/db/schema/organisations.ts'
import { staff, staffLinks, user } from '../../server/db/schema/staff.ts'
import { addStaffLink, firstAdministratorLink } from '../../server/staff/links.ts'
import { codeFromKey, type Door, HOUR, MINUTE, openDoor } from '../support/door.ts'
import { type House, openHouse } from '../support/house.ts'

const PASSWORD = 'een lange zin die niemand raadt'
const organisation = { organisation: 'Ziekenhuis Oosterwold', timeZone: 'Europe/Amsterdam' }
const person = { name: 'Roos Alkema', email: 'roos@oosterwold.example', language: 'nl' }

let house: House
let door: Door

beforeEach(async () => {
  house = await openHouse()
  door = openDoor(house)
})
afterEach(async () => {
  door.release()
  await house.close()
})

async function firstToken() {
  const link = await firstAdministratorLink(house.deps)
  return link?.split('/').at(-1) as string
}

/** Opens a link as its page does, and gives the code that a phone with its key would show. */
async function look(token: string) {
  const { status, body } = await door.browser().post('/api/links/look', { token })
  const key = (body.secondFactor as { key: string } | null)?.key
  return { status, body, code: key ? await codeFromKey(key) : '' }
}

/** The password and this code, in a fresh browser. */
async function signInWith(email: string, code: string) {
  const browser = door.browser()
  await browser.post('/api/auth/sign-in/email', { email, password: PASSWORD })
  return browser.post('/api/auth/two-factor/verify-totp', { code })
}

async function beginHouse(by = door) {
  const token = await firstToken()
  const { code } = await look(token)
  const browser = by.browser()
  const answer = await browser.post('/api/links/first-administrator', {
    token,
    ...organisation,
    ...person,
    password: PASSWORD,
    code,
  })
  return { browser, answer, token }
}

describe('the first administrator', () => {
  test('makes the organisation and an account with one link, and is signed in', async () => {
    const { browser, answer } = await beginHouse()
    expect(answer.status).toBe(200)
    expect(answer.body.backupCodes).toHaveLength(10)
    expect((await browser.get('/api/me')).body).toMatchObject({
      staff: { name: 'Roos Alkema' },
      organisation: { name: 'Ziekenhuis Oosterwold', timeZone: 'Europe/Amsterdam' },
      roles: ['administrator'],
    })
    expect((await browser.get('/api/clinic')).status).not.toBe(200)
  })

  test('the code that began it does not sign in as well', async () => {
    const token = await firstToken()
    const { code } = await look(token)
    const given = { token, ...organisation, ...person, password: PASSWORD, code }
    expect((await door.browser().post('/api/links/first-administrator', given)).status).toBe(200)
    expect(await signInWith(person.email, code)).toMatchObject({ status: 401, body: { code: 'used_code' } })
  })

  test('the link works once, and no installation gets a second first administrator', async () => {
    const other = await firstToken()
    const { code } = await look(other)
    const { token } = await beginHouse()
    expect((await look(token)).body.code).toBe('link_over')
    const late = { token: other, ...organisation, ...person, email: 'ander@oosterwold.example' }
    const answer = await door
      .browser()
      .post('/api/links/first-administrator', { ...late, password: PASSWORD, code })
    expect(answer).toMatchObject({ status: 409, body: { code: 'link_over' } })
    expect(await house.db.select().from(organisations)).toHaveLength(1)
    expect(await firstAdministratorLink(house.deps)).toBeNull()
  })

  test('the link dies after a day', async () => {
    const token = await firstToken()
    door.pass(25 * HOUR)
    expect(await look(token)).toMatchObject({ status: 410, body: { code: 'link_over' } })
  })

  test('a weak password or a wrong code changes nothing, and the link still works', async () => {
    const token = await firstToken()
    const { code } = await look(token)
    const ask = (password: string, typed: string) =>
      door.browser().post('/api/links/first-administrator', {
        token,
        ...organisation,
        ...person,
        password,
        code: typed,
      })
    expect((await ask('kort', code)).body.code).toBe('password_too_short')
    expect((await ask('Wachtwoord2026!', code)).body.code).toBe('password_common')
    expect((await ask('roosalkema12', code)).body.code).toBe('password_personal')
    expect((await ask(PASSWORD, '000000')).body.code).toBe('wrong_code')
    expect(await house.db.select().from(organisations)).toEqual([])
    expect((await ask(PASSWORD, code)).status).toBe(200)
  })

  test('a demo has no such link', async () => {
    const config = { ...house.deps.config, DEMO: true }
    expect(await firstAdministratorLink({ ...house.deps, config })).toBeNull()
  })
})

describe('the guided start', () => {
  test('shows from the facts how far one is, and each step brings it on', async () => {
    const { browser } = await beginHouse()
    const state = async () => (await browser.get('/api/start/state')).body
    expect(await state()).toMatchObject({
      organisation: { done: false },
      teams: { number: 0 },
      clinicians: { active: 0, invited: 0 },
      mail: { works: false, test: null },
      appointments: { number: 0 },
      invitations: { sent: 0, waiting: 0 },
      signingIn: { works: false },
    })
    const settings = {
      name: 'Ziekenhuis Oosterwold',
      timeZone: 'Europe/Amsterdam',
      language: 'nl',
      urgentPhone: '010 000 12 34',
      confirmBirthDate: false,
      sendFrom: '08:00',
      sendUntil: '20:00',
    }
    expect((await browser.put('/api/organisation', settings)).status).toBe(200)
    const sets = (await browser.get('/api/organisation/outcome-sets')).body as unknown as { id: string }[]
    expect(sets.map(({ id }) => id)).toContain('hip-knee-osteoarthritis')
    const team = { name: 'Heup en knie', phone: '010 000 12 00', outcomeSet: 'hip-knee-osteoarthritis' }
    const { body } = await browser.post('/api/organisation/teams', team)
    const lead = {
      name: 'Wim de Graaf',
      email: 'wim@oosterwold.example',
      profession: 'orthopaedic-surgeon',
      language: 'nl',
      roles: [{ role: 'clinician', teamId: body.id }],
    }
    expect((await browser.post('/api/people', lead)).status).toBe(200)
    expect(await state()).toMatchObject({
      organisation: { done: true },
      teams: { number: 1 },
      clinicians: { active: 0, invited: 1 },
    })
  })

  test('a test mail that was sent brings it on', async () => {
    const config = { ...house.deps.config, SMTP_URL: 'smtp://localhost:2525' }
    const mailing = openDoor({ ...house, deps: { ...house.deps, config } })
    const { browser } = await beginHouse(mailing)
    expect((await browser.post('/api/messages/test')).body).toMatchObject({ state: 'sent', to: person.email })
    const state = (await browser.get('/api/start/state')).body
    expect(state).toMatchObject({ mail: { works: true, test: { failedAt: null } } })
    expect(house.mails).toMatchObject([{ to: person.email }])
  })

  test('wrong settings are refused field by field, and nothing changes', async () => {
    const { browser } = await beginHouse()
    const wrong = {
      name: 'X',
      timeZone: 'Europe/Nergens',
      language: 'nl',
      urgentPhone: 'bel me',
      confirmBirthDate: false,
      sendFrom: '20:00',
      sendUntil: '08:00',
    }
    const { status, body } = await browser.put('/api/organisation', wrong)
    expect(status).toBe(400)
    expect((body.issues as { path: string }[]).map(({ path }) => path)).toEqual([
      'name',
      'timeZone',
      'urgentPhone',
      'sendUntil',
    ])
    expect(await house.db.select().from(organisations)).toMatchObject([{ name: 'Ziekenhuis Oosterwold' }])
  })
})

describe('an invited colleague', () => {
  async function inviteWim() {
    const { browser } = await beginHouse()
    const wim = {
      name: 'Wim de Graaf',
      email: 'Wim@oosterwold.example',
      profession: 'data-manager',
      language: 'nl',
      roles: [{ role: 'data-manager', teamId: null }],
    }
    const { body } = await browser.post('/api/people', wim)
    return { admin: browser, id: body.id as string, token: (body.link as string).split('/').at(-1) as string }
  }

  test('sets a password and a second factor, and is in; the link works once', async () => {
    const { token } = await inviteWim()
    const { body, code } = await look(token)
    expect(body).toMatchObject({
      kind: 'invitation',
      name: 'Wim de Graaf',
      organisation: 'Ziekenhuis Oosterwold',
    })
    const browser = door.browser()
    expect((await browser.post('/api/links/invitation', { token, password: PASSWORD, code })).status).toBe(
      200,
    )
    expect((await browser.get('/api/me')).body).toMatchObject({ roles: ['data-manager'] })
    expect(
      (await door.browser().post('/api/links/invitation', { token, password: PASSWORD, code })).body.code,
    ).toBe('link_over')
  })

  test('signs in with another code than the one they were let in with', async () => {
    const { token } = await inviteWim()
    const { code } = await look(token)
    const answer = await door.browser().post('/api/links/invitation', { token, password: PASSWORD, code })
    expect(answer.status).toBe(200)
    const again = await signInWith('wim@oosterwold.example', code)
    expect(again).toMatchObject({ status: 401, body: { code: 'used_code' } })
  })

  test('finds the same key when the page is opened again', async () => {
    const { token } = await inviteWim()
    const first = await look(token)
    door.pass(MINUTE)
    expect((await look(token)).body.secondFactor).toEqual(first.body.secondFactor)
  })

  test('a week later the invitation is too old, and a new one can be made', async () => {
    const { admin, id, token } = await inviteWim()
    door.pass(8 * 24 * HOUR)
    expect((await look(token)).status).toBe(410)
    expect((await admin.get('/api/me')).status).toBe(401)
    expect(id).toMatch(/^sta_/)
  })

  test('a new invitation ends the one before', async () => {
    const { admin, id, token } = await inviteWim()
    const { body } = await admin.post(`/api/people/${id}/link`, { kind: 'invitation' })
    expect((await look(token)).status).toBe(410)
    expect((await look((body.link as string).split('/').at(-1) as string)).status).toBe(200)
  })

  test('two clicks at once make one account', async () => {
    const { token } = await inviteWim()
    const { code } = await look(token)
    const accept = () => door.browser().post('/api/links/invitation', { token, password: PASSWORD, code })
    const statuses = (await Promise.all([accept(), accept(), accept()])).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(await house.db.select().from(user)).toHaveLength(2)
  })
})

describe('a forgotten password', () => {
  test('gets the same answer for every address, and a mail only where there is an account', async () => {
    const mailing = { ...house.deps.config, SMTP_URL: 'smtp://localhost:2525' }
    const { browser } = await beginHouse()
    const withMail = openDoor({ ...house, deps: { ...house.deps, config: mailing } })
    const ask = (email: string) => withMail.browser().post('/api/links/forgot', { email })
    expect(await ask('niemand@oosterwold.example')).toEqual(await ask(person.email))
    expect(await house.db.select().from(messages)).toMatchObject([{ kind: 'staff-link' }])
    expect((await browser.get('/api/me')).status).toBe(200)
  })

  test('asked for many times at once gives one mail in five minutes, and its link stays', async () => {
    const config = { ...house.deps.config, SMTP_URL: 'smtp://localhost:2525' }
    const withMail = openDoor({ ...house, deps: { ...house.deps, config } })
    await beginHouse()
    const ask = () => withMail.browser().post('/api/links/forgot', { email: person.email })
    const isPassword = eq(staffLinks.kind, 'password')
    const links = () => house.db.select().from(staffLinks).where(isPassword).orderBy(staffLinks.createdAt)
    for (const { status } of await Promise.all(Array.from({ length: 10 }, ask))) expect(status).toBe(200)
    expect(await house.db.select().from(messages)).toHaveLength(1)
    const before = await links()
    expect(before).toHaveLength(1)
    door.pass(4 * MINUTE)
    await ask()
    expect(await links()).toEqual(before)
    door.pass(2 * MINUTE)
    await ask()
    expect(await links()).toHaveLength(2)
  })

  test('where no mail goes out, asking leaves the link that an administrator handed over', async () => {
    const { browser } = await beginHouse()
    const { body } = await browser.get('/api/me')
    const { id } = body.staff as { id: string }
    const token = await house.db.transaction((tx) =>
      addStaffLink(tx, house.deps, { kind: 'password', staffId: id }),
    )
    door.pass(6 * MINUTE)
    const asked = await door.browser().post('/api/links/forgot', { email: person.email })
    expect(asked).toMatchObject({ status: 200, body: { mail: false } })
    expect((await look(token)).status).toBe(200)
    expect(await house.db.select().from(messages)).toEqual([])
  })

  test('asking for what sends nothing fills no log', async () => {
    await beginHouse()
    const asking = Array.from({ length: 20 }, (_, one) => `niemand${one}@oosterwold.example`)
    await Promise.all(asking.map((email) => door.browser().post('/api/links/forgot', { email })))
    const lines = await house.db
      .select({ outcome: auditEvents.outcome, detail: auditEvents.detail })
      .from(auditEvents)
      .where(eq(auditEvents.type, 'staff.password-link-asked'))
    const times = lines.map(({ detail }) => detail?.times as number).sort((one, other) => one - other)
    expect(times).toEqual([1, 2, 4, 8, 16])
    expect(new Set(lines.map(({ outcome }) => outcome))).toEqual(new Set(['4']))
  })

  test('what a line says about somebody counts their own askings, not those of strangers', async () => {
    await beginHouse()
    const forgot = (email: string) => door.browser().post('/api/links/forgot', { email })
    for (const one of [1, 2, 3]) await forgot(`niemand${one}@oosterwold.example`)
    for (let time = 0; time < 5; time++) await forgot(person.email)
    const [row] = await house.db.select().from(staff)
    const lines = await house.db
      .select({ detail: auditEvents.detail })
      .from(auditEvents)
      .where(and(eq(auditEvents.type, 'staff.password-link-asked'), eq(auditEvents.objectId, row?.id ?? '')))
    expect(new Set(lines.map(({ detail }) => detail?.times))).toEqual(new Set([1, 2, 4]))
  })

  test('a new password by link ends every session and does not skip the second factor', async () => {
    const { browser } = await beginHouse()
    const [row] = await house.db.select().from(staff)
    const token = await house.db.transaction((tx) =>
      addStaffLink(tx, house.deps, { kind: 'password', staffId: row?.id as string }),
    )
    const fresh = 'nog een veel langere zin'
    expect((await door.browser().post('/api/links/password', { token, password: fresh })).status).toBe(200)
    expect((await browser.get('/api/me')).status).toBe(401)
    const again = door.browser()
    expect(
      (await again.post('/api/auth/sign-in/email', { email: person.email, password: PASSWORD })).status,
    ).toBe(401)
    expect(
      (await again.post('/api/auth/sign-in/email', { email: person.email, password: fresh })).body,
    ).toEqual({ twoFactorRedirect: true })
    expect((await again.get('/api/me')).status).toBe(401)
    const lines = await house.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.type, 'staff.password-changed'))
    expect(lines).toMatchObject([{ actorId: row?.id }])
  })
})
