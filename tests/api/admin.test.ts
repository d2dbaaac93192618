import { and, eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemCtx } from '../../server/ctx.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { enrolments } from '../../server/db/schema/care.ts'
import { memberships, session, staff, user } from '../../server/db/schema/staff.ts'
import { createStaffAccount } from '../../server/staff/account.ts'
import { addStaffLink, findStaffLink } from '../../server/staff/links.ts'
import { endRole } from '../../server/staff/roles.ts'
import { type Browser, codeFromKey, type Door, MINUTE, openDoor } from '../support/door.ts'
import { makeEnrolment, makeOrganisation, makePatient, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

const PASSWORD = 'een lange zin die niemand raadt'
const TOTP = 'twentycharactersexac'

let house: House
let door: Door
let organisationId: string
let teamId: string
let admin: string
let clinician: string

beforeEach(async () => {
  house = await openHouse()
  organisationId = await makeOrganisation(house)
  teamId = await makeTeam(house, organisationId)
  admin = await makeStaff(house, { organisationId, role: 'administrator', name: 'Ad Beheer' })
  clinician = await makeStaff(house, { organisationId, teamId, role: 'clinician', name: 'Kees Arts' })
  for (const staffId of [admin, clinician]) await giveAccount(staffId)
  door = openDoor(house)
})
afterEach(async () => {
  door.release()
  await house.close()
})

const emailOf = (staffId: string) => `${staffId}@example.nl`
const giveAccount = (staffId: string) =>
  createStaffAccount(house.deps, { staffId, email: emailOf(staffId), password: PASSWORD, totpSecret: TOTP })

async function signIn(staffId: string): Promise<Browser> {
  const browser = door.browser()
  await browser.post('/api/auth/sign-in/email', { email: emailOf(staffId), password: PASSWORD })
  const code = await door.codeOf(TOTP)
  expect((await browser.post('/api/auth/two-factor/verify-totp', { code })).status).toBe(200)
  return browser
}

const asAdmin = () => house.as(admin)
const grant = (staffId: string, role: string, team: string | null = null) =>
  asAdmin().post(`/api/people/${staffId}/roles`, { role, teamId: team })
const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code
const linesOf = (type: string) => house.db.select().from(auditEvents).where(eq(auditEvents.type, type))

describe('roles', () => {
  test('are given from a day on, work at once, and end', async () => {
    const { body } = await grant(clinician, 'data-manager')
    expect((await house.as(clinician).get('/api/me')).body).toMatchObject({
      roles: ['clinician', 'data-manager'],
    })
    const { id } = body as { id: string }
    await asAdmin().post(`/api/people/${clinician}/roles/${id}/end`)
    expect((await house.as(clinician).get('/api/me')).body).toMatchObject({ roles: ['clinician'] })
    expect(await linesOf('staff.role-given')).toMatchObject([
      { actorId: admin, objectId: clinician, purpose: 'SYSADMIN' },
    ])
    expect(await linesOf('staff.role-ended')).toHaveLength(1)
  })

  test('nobody gives one to themselves', async () => {
    expect(codeOf(await grant(admin, 'clinician', teamId))).toBe('own_role')
  })

  test('who manages the system does not check its log, whichever came first', async () => {
    const other = await makeStaff(house, { organisationId, role: 'auditor' })
    expect(codeOf(await grant(other, 'administrator'))).toBe('separated_roles')
    await grant(clinician, 'administrator')
    expect(codeOf(await grant(clinician, 'auditor'))).toBe('separated_roles')
  })

  test('two at once that must stay apart: one of them', async () => {
    const answers = await Promise.all([grant(clinician, 'administrator'), grant(clinician, 'auditor')])
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 422])
  })

  test('a team’s role needs a team of one’s own organisation; the others have none', async () => {
    const elsewhere = await makeTeam(house, await makeOrganisation(house))
    expect(codeOf(await grant(clinician, 'team-lead'))).toBe('role_place')
    expect(codeOf(await grant(clinician, 'auditor', teamId))).toBe('role_place')
    expect((await grant(clinician, 'team-lead', elsewhere)).status).toBe(404)
    expect(codeOf(await grant(clinician, 'clinician', teamId))).toBe('has_role')
    expect(codeOf(await grant(clinician, 'service'))).toBe('not_for_people')
    expect((await grant(clinician, 'emperor')).status).toBe(400)
  })

  test('the last administrator stays one, also when two leave at once', async () => {
    const second = await makeStaff(house, { organisationId, role: 'administrator' })
    await giveAccount(second)
    const ends = [admin, second].map(async (staffId) => {
      const [held] = await house.db.select().from(memberships).where(eq(memberships.staffId, staffId))
      const ctx = systemCtx(organisationId, 'test')
      const ending = { staffId, roleId: held?.id as string, until: '2026-03-01' }
      return house.db.transaction((tx) => endRole(tx, house.deps, ctx, ending))
    })
    const settled = await Promise.allSettled(ends)
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'last_administrator' },
    })
  })

  test('who was only invited does not count as an administrator', async () => {
    const invited = await makeStaff(house, { organisationId, role: 'administrator' })
    expect(codeOf(await house.as(invited).post(`/api/people/${admin}/leave`, { successors: [] }))).toBe(
      'last_administrator',
    )
  })
})

describe('another organisation', () => {
  test('has no people, teams or keys here', async () => {
    const other = await makeOrganisation(house)
    const stranger = await makeStaff(house, { organisationId: other, role: 'administrator', name: 'Vreemde' })
    const ask = house.as(stranger)
    expect((await ask.get('/api/people')).body).toMatchObject([{ id: stranger }])
    for (const path of ['leave', 'rejoin', 'link', 'roles'])
      expect(
        (await ask.post(`/api/people/${clinician}/${path}`, { successors: [] })).status,
      ).toBeGreaterThanOrEqual(400)
    expect((await ask.post(`/api/people/${clinician}/leave`, { successors: [] })).status).toBe(404)
    expect((await ask.get(`/api/people/${clinician}/leaving`)).status).toBe(404)
    expect((await ask.post(`/api/people/${clinician}/link`, { kind: 'password' })).status).toBe(404)
    expect(
      (await ask.put(`/api/organisation/teams/${teamId}`, { name: 'Gekaapt', phone: '010 000 00 00' }))
        .status,
    ).toBe(404)
    expect((await ask.get('/api/organisation/teams')).body).toEqual([])
  })

  test('and no other role than administrator comes in', async () => {
    for (const path of [
      '/api/people',
      '/api/organisation',
      '/api/organisation/teams',
      '/api/organisation/service-keys',
      '/api/start/state',
    ]) {
      expect((await house.as(clinician).get(path)).status).toBe(403)
      expect((await house.as(null).get(path)).status).toBe(401)
    }
  })
})

describe('leaving', () => {
  async function leads() {
    const patientId = await makePatient(house, organisationId)
    return makeEnrolment(house, { patientId, organisationId, teamId, leadClinicianId: clinician })
  }
  const leave = (successor: string | null = null) =>
    asAdmin().post(`/api/people/${clinician}/leave`, {
      successors: successor ? [{ teamId, staffId: successor }] : [],
    })

  test('ends every session at once and takes the account away', async () => {
    const browser = await signIn(clinician)
    expect((await leave()).status).toBe(200)
    expect((await browser.get('/api/me')).status).toBe(401)
    expect(await house.db.select().from(session)).toEqual([])
    expect(
      await house.db
        .select()
        .from(user)
        .where(eq(user.email, emailOf(clinician))),
    ).toEqual([])
    const again = await door
      .browser()
      .post('/api/auth/sign-in/email', { email: emailOf(clinician), password: PASSWORD })
    expect(again.status).toBe(401)
  })

  test('hands over to a colleague of the same team, and to nobody else', async () => {
    const enrolment = await leads()
    const colleague = await makeStaff(house, {
      organisationId,
      teamId,
      role: 'clinician',
      name: 'Lies Jansen',
    })
    await giveAccount(colleague)
    const elsewhere = await makeStaff(house, {
      organisationId,
      teamId: await makeTeam(house, organisationId, { name: 'Mamma' }),
      role: 'clinician',
    })
    await giveAccount(elsewhere)
    expect((await asAdmin().get(`/api/people/${clinician}/leaving`)).body).toMatchObject({
      teams: [{ id: teamId, leadClinicianOf: 1, openAlerts: 0, colleagues: [{ id: colleague }] }],
    })
    for (const nobody of [null, elsewhere, clinician, admin])
      expect(codeOf(await leave(nobody))).toBe('hand_over')
    expect((await leave(colleague)).status).toBe(200)
    expect(await house.db.select().from(enrolments).where(eq(enrolments.id, enrolment))).toMatchObject([
      { leadClinicianId: colleague },
    ])
    expect(await linesOf('staff.left')).toMatchObject([
      { objectId: clinician, detail: { successors: [{ teamId, staffId: colleague }], patients: 1 } },
    ])
  })

  test('hands over to one colleague in each team, where nobody is in both', async () => {
    const mamma = await makeTeam(house, organisationId, { name: 'Mamma' })
    await leads()
    const patientId = await makePatient(house, organisationId)
    const place = { patientId, organisationId, teamId: mamma }
    const there = await makeEnrolment(house, { ...place, leadClinicianId: clinician })
    const [lies, bram] = await Promise.all(
      [teamId, mamma].map(async (team) => {
        const id = await makeStaff(house, { organisationId, teamId: team, role: 'clinician' })
        await giveAccount(id)
        return id
      }),
    )
    const asked = (successors: unknown) => asAdmin().post(`/api/people/${clinician}/leave`, { successors })
    expect(codeOf(await asked([{ teamId, staffId: lies }]))).toBe('hand_over')
    expect(codeOf(await asked([teamId, mamma].map((id) => ({ teamId: id, staffId: lies }))))).toBe(
      'hand_over',
    )
    const both = [
      { teamId, staffId: lies },
      { teamId: mamma, staffId: bram },
    ]
    expect((await asked(both)).status).toBe(200)
    const [row] = await house.db.select().from(enrolments).where(eq(enrolments.id, there))
    expect(row?.leadClinicianId).toBe(bram)
  })

  test('a refused hand-over leaves everything as it was', async () => {
    await leads()
    const browser = await signIn(clinician)
    await leave()
    expect((await browser.get('/api/me')).status).toBe(200)
    expect(
      await house.db
        .select()
        .from(staff)
        .where(and(eq(staff.id, clinician), isNull(staff.leftAt))),
    ).toHaveLength(1)
  })

  test('not for oneself, and not twice', async () => {
    expect(codeOf(await asAdmin().post(`/api/people/${admin}/leave`, { successors: [] }))).toBe('own_leave')
    await leave()
    expect(codeOf(await leave())).toBe('has_left')
  })

  test('coming back takes an invitation, and brings no old role', async () => {
    await leave()
    const { body } = await asAdmin().post(`/api/people/${clinician}/rejoin`)
    const token = (body as { link: string }).link.split('/').at(-1) as string
    const { body: looked } = await door.browser().post('/api/links/look', { token })
    const code = await codeFromKey((looked.secondFactor as { key: string }).key)
    const browser = door.browser()
    expect((await browser.post('/api/links/invitation', { token, password: PASSWORD, code })).status).toBe(
      200,
    )
    expect((await browser.get('/api/me')).status).toBe(401)
    await grant(clinician, 'clinician', teamId)
    expect((await browser.get('/api/me')).body).toMatchObject({ roles: ['clinician'] })
  })
})

describe('what somebody lost', () => {
  test('a second factor is replaced by a link from another administrator and one’s own password', async () => {
    const browser = await signIn(clinician)
    expect(codeOf(await asAdmin().post(`/api/people/${admin}/link`, { kind: 'second-factor' }))).toBe(
      'own_link',
    )
    const { body } = await asAdmin().post(`/api/people/${clinician}/link`, { kind: 'second-factor' })
    const token = (body as { link: string }).link.split('/').at(-1) as string
    const { body: looked } = await door.browser().post('/api/links/look', { token })
    const code = await codeFromKey((looked.secondFactor as { key: string }).key)
    const wrong = await door
      .browser()
      .post('/api/links/second-factor', { token, password: 'niet het wachtwoord', code })
    expect(wrong).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } })
    const fresh = door.browser()
    expect((await fresh.post('/api/links/second-factor', { token, password: PASSWORD, code })).status).toBe(
      200,
    )
    expect((await fresh.get('/api/me')).status).toBe(200)
    expect((await browser.get('/api/me')).status).toBe(401)
    expect(await linesOf('staff.link-given')).toMatchObject([
      { actorId: admin, objectId: clinician, detail: { kind: 'second-factor' } },
    ])
    expect(await linesOf('staff.second-factor-changed')).toMatchObject([{ actorId: clinician }])
  })

  test('a link of one kind is none of another', async () => {
    const token = await house.db.transaction((tx) =>
      addStaffLink(tx, house.deps, { kind: 'password', staffId: clinician }),
    )
    const answer = await door
      .browser()
      .post('/api/links/second-factor', { token, password: PASSWORD, code: '123456' })
    expect(answer).toMatchObject({ status: 410, body: { code: 'link_over' } })
    expect(await findStaffLink(house.db, house.deps, token)).not.toBeNull()
  })
})

describe('signing in where somebody else still is', () => {
  test('checks the code of who gave the password, and it is they who are in', async () => {
    const browser = await signIn(admin)
    const before = new Map(browser.cookies)
    await browser.post('/api/auth/sign-in/email', { email: emailOf(clinician), password: PASSWORD })
    for (const [name, value] of before) browser.cookies.set(name, value)
    const code = await door.codeOf(TOTP)
    expect((await browser.post('/api/auth/two-factor/verify-totp', { code })).status).toBe(200)
    expect((await browser.get('/api/me')).body).toMatchObject({ staff: { id: clinician } })
  })
})

describe('one’s own account', () => {
  test('a new password asks for the old one, keeps this session and ends the others', async () => {
    const browser = await signIn(clinician)
    door.pass(MINUTE)
    const other = await signIn(clinician)
    const change = (current: string, password: string) =>
      browser.put('/api/account/password', { current, password })
    expect(codeOf(await change('niet het wachtwoord', 'een heel nieuwe lange zin'))).toBe('wrong_credentials')
    expect(codeOf(await change(PASSWORD, 'kort'))).toBe('password_too_short')
    expect((await change(PASSWORD, 'een heel nieuwe lange zin')).status).toBe(200)
    expect((await browser.get('/api/me')).status).toBe(200)
    expect((await other.get('/api/me')).status).toBe(401)
  })

  test('a new password ends the links sent to set one, not the one for a lost phone', async () => {
    const linkFor = (kind: 'password' | 'second-factor') =>
      house.db.transaction((tx) => addStaffLink(tx, house.deps, { kind, staffId: clinician }))
    const [old, lostPhone] = [await linkFor('password'), await linkFor('second-factor')]
    const browser = await signIn(clinician)
    const change = { current: PASSWORD, password: 'een heel nieuwe lange zin' }
    expect((await browser.put('/api/account/password', change)).status).toBe(200)
    const late = { token: old, password: 'de zin van wie de mail las' }
    expect(await door.browser().post('/api/links/password', late)).toMatchObject({
      status: 410,
      body: { code: 'link_over' },
    })
    expect((await browser.get('/api/me')).status).toBe(200)
    expect(await findStaffLink(house.db, house.deps, lostPhone)).not.toBeNull()
  })

  test('a new phone ends the links sent to set one up', async () => {
    const token = await house.db.transaction((tx) =>
      addStaffLink(tx, house.deps, { kind: 'second-factor', staffId: clinician }),
    )
    const browser = await signIn(clinician)
    const { body } = await browser.post('/api/account/second-factor/offer')
    const change = { current: PASSWORD, code: await codeFromKey(body.key as string) }
    expect((await browser.put('/api/account/second-factor', change)).status).toBe(200)
    expect(await door.browser().post('/api/links/look', { token })).toMatchObject({ status: 410 })
  })

  test('a new phone replaces the old one', async () => {
    const browser = await signIn(clinician)
    const { body } = await browser.post('/api/account/second-factor/offer')
    const code = await codeFromKey(body.key as string)
    expect(
      codeOf(await browser.put('/api/account/second-factor', { current: PASSWORD, code: '000000' })),
    ).toBe('wrong_code')
    const changed = await browser.put('/api/account/second-factor', { current: PASSWORD, code })
    expect(changed.body.backupCodes).toHaveLength(10)
    door.pass(MINUTE)
    const again = door.browser()
    await again.post('/api/auth/sign-in/email', { email: emailOf(clinician), password: PASSWORD })
    expect(
      (await again.post('/api/auth/two-factor/verify-totp', { code: await door.codeOf(TOTP) })).status,
    ).toBe(401)
    const fresh = await codeFromKey(body.key as string)
    expect((await again.post('/api/auth/two-factor/verify-totp', { code: fresh })).status).toBe(200)
  })
})

describe('people and keys', () => {
  test('an invitation refuses an address that is taken, and nothing is half-written', async () => {
    const person = {
      name: 'Nog Een',
      profession: 'nurse',
      language: 'nl',
      email: emailOf(clinician),
      roles: [],
    }
    expect(await asAdmin().post('/api/people', person)).toMatchObject({
      status: 409,
      body: { code: 'address_taken' },
    })
    const roles = [
      { role: 'auditor', teamId: null },
      { role: 'administrator', teamId: null },
    ]
    expect(codeOf(await asAdmin().post('/api/people', { ...person, email: 'nieuw@example.nl', roles }))).toBe(
      'separated_roles',
    )
    expect(await house.db.select().from(staff).where(eq(staff.email, 'nieuw@example.nl'))).toEqual([])
  })

  test('a key is shown once, works, and stops when it is withdrawn', async () => {
    const { body } = await asAdmin().post('/api/organisation/service-keys', { name: 'EPD' })
    const { id, key } = body as { id: string; key: string }
    expect(key).toMatch(/^uk_[\w-]{43}$/)
    expect(codeOf(await asAdmin().post('/api/organisation/service-keys', { name: 'EPD' }))).toBe('name_taken')
    const { body: keys } = await asAdmin().get('/api/organisation/service-keys')
    expect(JSON.stringify(keys)).not.toContain(key)
    const asking = { authorization: `Bearer ${key}` }
    expect((await door.browser().get('/api/people', asking)).status).toBe(403)
    expect((await asAdmin().post(`/api/organisation/service-keys/${id}/revoke`)).status).toBe(200)
    expect((await door.browser().get('/api/people', asking)).status).toBe(401)
    expect((await asAdmin().post(`/api/organisation/service-keys/${id}/revoke`)).status).toBe(404)
  })

  test('a team has a published outcome set', async () => {
    const team = { name: 'Knie', phone: '010 000 12 00', outcomeSet: 'no-such-set' }
    expect(codeOf(await asAdmin().post('/api/organisation/teams', team))).toBe('unknown_outcome_set')
  })
})
