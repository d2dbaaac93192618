import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeContact } from '../../server/acts/change-contact.ts'
import { systemCtx } from '../../server/ctx.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { links, messages } from '../../server/db/schema/messages.ts'
import { formerTraits, patients } from '../../server/db/schema/patients.ts'
import { prolongLinks } from '../../server/links/store.ts'
import { sealContact } from '../../server/patients/contact.ts'
import { type House, openHouse } from '../support/house.ts'
import { post } from '../support/outbox.ts'
import { makeAsked, makeClinic, makeToken, NOW, openBrowser } from '../support/patient-browser.ts'

const WRONG = 'buurman@example.nl'

let house: House
let clinic: Awaited<ReturnType<typeof makeClinic>>
let asked: Awaited<ReturnType<typeof makeAsked>>

beforeEach(async () => {
  house = await openHouse({ now: NOW, env: { SMTP_URL: 'smtp://127.0.0.1:1' } })
  clinic = await makeClinic(house)
  asked = await makeAsked(house, clinic)
  await house.db
    .update(patients)
    .set(sealContact(house.deps.seal, asked.patientId, { email: WRONG }))
    .where(eq(patients.id, asked.patientId))
})
afterEach(() => house.close())

const end = (staffId = clinic.staffId) =>
  house.as(staffId).post(`/api/enrolments/${asked.enrolmentId}/end-links`)

const say = (email: string | null) =>
  changeContact(house.deps, systemCtx(clinic.organisationId, 'test'), asked.patientId, {
    email,
    phone: null,
    prefersTexts: false,
  })

const opens = async (token = asked.token) => (await openBrowser(house).open(token)).status

test('the team ends what was mailed: no link opens, and whoever was in is out; the answers stay', async () => {
  const second = await makeToken(house, asked.patientId, clinic.organisationId)
  const other = await makeAsked(house, clinic)
  const inside = openBrowser(house)
  await inside.open(asked.token)
  expect((await inside.task()).status).toBe(200)

  expect((await end()).status).toBe(204)
  expect((await inside.task()).status).toBe(401)
  expect([await opens(), await opens(second)]).toEqual([410, 410])
  expect(await opens(other.token)).toBe(303)
  const page = await (await openBrowser(house).open(asked.token)).text()
  expect(page).toContain('Deze link is niet meer in gebruik')
  expect(page).toContain('Was de mail niet voor u bedoeld?')
  const lines = await house.db.select().from(auditEvents).where(eq(auditEvents.type, 'links.ended'))
  expect(lines).toMatchObject([{ actorId: clinic.staffId, action: 'U', detail: { links: 2 } }])
  const plan = await house.as(clinic.staffId).get(`/api/enrolments/${asked.enrolmentId}/plan`)
  expect(plan.body).toMatchObject({ patient: { badAddress: true } })
  // In months that are over this patient is still told of as somebody with mail.
  expect(await house.db.select().from(formerTraits)).toMatchObject([{ kind: 'mail', value: 'with' }])
})

test('nothing more goes to that address, also not when its reader asks for a new link', async () => {
  await end()
  await openBrowser(house).press(`/v/${asked.token}/new-link`)
  house.pass(60_000)
  await post(house)
  expect(house.mails).toEqual([])
  const waiting = await house.db.select().from(messages).where(eq(messages.kind, 'new-link'))
  expect(waiting).toMatchObject([{ sentAt: null, why: 'address-dead' }])
})

test('what moves later revives no link that was ended', async () => {
  await end()
  await house.db.transaction((tx) => prolongLinks(tx, [asked.assessmentId]))
  expect(await opens()).toBe(410)
})

test('another address ends the links that went to the one before, the same one ends none', async () => {
  await say(` ${WRONG.toUpperCase()}`)
  expect(await opens()).toBe(303)
  await say('echte@example.nl')
  expect(await opens()).toBe(410)
  const fresh = await makeToken(house, asked.patientId, clinic.organisationId)
  expect(await opens(fresh)).toBe(303)
  await say(null)
  expect(await opens(fresh)).toBe(410)
})

test('who has nothing to do with the patient ends nothing', async () => {
  const elsewhere = await makeClinic(house)
  expect((await end(elsewhere.staffId)).status).toBe(404)
  expect(await house.db.select({ at: links.revokedAt }).from(links)).toEqual([{ at: null }])
})
