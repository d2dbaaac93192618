import { and, eq, isNotNull } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { links, messages } from '../../server/db/schema/messages.ts'
import { responses } from '../../server/db/schema/outcomes.ts'
import { outreachRules } from '../../server/db/schema/outreach.ts'
import { patients } from '../../server/db/schema/patients.ts'
import type { Text } from '../../server/deps.ts'
import { createBreaker } from '../../server/messages/breaker.ts'
import { claimDue } from '../../server/messages/claim.ts'
import { planMessages } from '../../server/messages/plan-messages.ts'
import { sendDue } from '../../server/messages/send-due.ts'
import { makeEnrolment, makeStaff, makeTeam } from '../support/factories.ts'
import type { House } from '../support/house.ts'
import {
  makeAskedPatient,
  makeAssessment,
  makeTeamOfOwn,
  openPostOffice,
  outbox,
  post,
} from '../support/outbox.ts'
import { changePatient, makeTexted as makePersonTexted, makeRule, withMail } from '../support/texted.ts'

let house: House
let place: Awaited<ReturnType<typeof makeTeamOfOwn>>
beforeEach(async () => {
  house = await openPostOffice({ SMS_URL: 'http://localhost:1/texts' })
  place = await makeTeamOfOwn(house)
})
afterEach(() => house.close())

const makeTexted = (given?: Parameters<typeof makePersonTexted>[2]) => makePersonTexted(house, place, given)
const change = (id: string, row: Parameters<typeof changePatient>[2]) => changePatient(house, id, row)
const setRule = (rule: Parameters<typeof makeRule>[2]) => makeRule(house, place, rule)
const refuseWith = (gatewayStatus?: number) => {
  house.deps.texts = {
    send: async () => {
      throw Object.assign(new Error('refused'), gatewayStatus ? { gatewayStatus } : {})
    },
  }
}
const linkIn = (text: Text | undefined) => /https?:\/\/\S+/.exec(text?.text ?? '')?.[0] ?? ''
const pathOf = (text: Text | undefined) => new URL(linkIn(text)).pathname
const browse = (path: string, method = 'GET', form?: Record<string, string>) =>
  house.app.request(path, {
    method,
    headers: { origin: 'http://localhost:3000' },
    ...(form ? { body: new URLSearchParams(form) } : {}),
  })

test('who has no mail address gets one text message, to the number as a gateway takes it', async () => {
  await makeTexted()
  expect(await post(house)).toMatchObject({ planned: 1, sent: 1 })
  expect(house.texts).toHaveLength(1)
  expect(house.mails).toHaveLength(0)
  const [text] = house.texts
  const [row] = await outbox(house)
  expect(text).toMatchObject({ id: row?.id, to: '+31612345678' })
  expect(row).toMatchObject({ channel: 'sms', kind: 'invitation', why: null })
  expect(await post(house)).toMatchObject({ planned: 0, sent: 0 })
})

test('who prefers text messages gets those and no mail; who prefers nothing gets mail', async () => {
  const [one, other] = [await makeTexted({ prefersTexts: true, ...withMail }), await makeTexted(withMail)]
  expect(await post(house)).toMatchObject({ sent: 2 })
  const by = new Map((await outbox(house)).map(({ patientId, channel }) => [patientId, channel]))
  expect(by.get(one.patientId)).toBe('sms')
  expect(by.get(other.patientId)).toBe('mail')
})

test.each([
  ['a landline', { number: '010 123 45 67' }],
  ['a number that took none before', { phoneDeadAt: '2026-03-01T08:00:00.000Z' }],
  ['somebody who wants no messages', { optedOutAt: '2026-03-01T08:00:00.000Z' }],
  ['somebody who died', { deceasedOn: '2026-03-01' }],
])('no text message goes to %s', async (_what, row) => {
  await makeTexted(row)
  expect(await post(house)).toMatchObject({ planned: 0, sent: 0 })
})

test('a team that does not use text messages, and a house without a gateway, write none', async () => {
  await setRule({ texts: false })
  await makeTexted()
  expect(await planMessages(house.deps)).toBe(0)
  await house.db.delete(outreachRules)
  const { SMS_URL: _, ...without } = house.deps.config
  house.deps.config = without
  expect(await planMessages(house.deps)).toBe(0)
})

test('after so many days of silence a text message takes over from mail, once, and not for who answered', async () => {
  await setRule({ callDaysBefore: null, fallbackDays: 2 })
  const [silent, answered] = [await makeTexted(withMail), await makeTexted(withMail)]
  expect(await post(house)).toMatchObject({ sent: 2 })
  await house.db.insert(responses).values({
    id: 'res_answered',
    assessmentId: answered.assessmentId,
    patientId: answered.patientId,
    enrolmentId: answered.enrolmentId,
    teamId: answered.teamId,
    respondent: 'patient',
    mode: 'web',
    language: 'nl',
    answers: {},
    version: 1,
    startedAt: house.deps.now().toISOString(),
    submittedAt: house.deps.now().toISOString(),
  })
  for (const day of [3, 4, 5, 6, 7, 8]) {
    house.goTo(`2026-03-0${day}T10:00:00Z`)
    await post(house)
  }
  const texts = (await outbox(house)).filter(({ channel }) => channel === 'sms')
  expect(texts.map(({ patientId }) => patientId)).toEqual([silent.patientId])
  expect(house.texts).toHaveLength(1)
})

test('a fallback that was held back goes later; one that was given up is not written again, and a call follows', async () => {
  await setRule({ callDaysBefore: null, fallbackDays: 2 })
  const [held, refused] = [
    await makeTexted(withMail),
    await makeTexted({ ...withMail, number: '06-87654321' }),
  ]
  await post(house)
  house.goTo('2026-03-04T10:00:00Z')
  expect(await planMessages(house.deps)).toBe(2)
  await change(held.patientId, { optedOutAt: '2026-03-04T10:00:00.000Z' })
  refuseWith(422)
  expect(await sendDue(house.deps)).toMatchObject({ suppressed: 1, failed: 1 })
  await change(held.patientId, { optedOutAt: null })
  await change(refused.patientId, { phoneDeadAt: null })
  house.deps.texts = { send: async (text) => void house.texts.push(text) }
  house.goTo('2026-03-05T10:00:00Z')
  expect(await post(house)).toMatchObject({ planned: 1, sent: 1 })
  expect(house.texts.map(({ to }) => to)).toEqual(['+31612345678'])
  const caller = house.as(await makeStaff(house, { ...place, role: 'clinician' }))
  const { body } = await caller.get(`/api/outreach/${place.teamId}/calls`)
  const { rows } = body as { rows: { patient: { id: string } }[] }
  expect(rows.map(({ patient }) => patient.id)).toEqual([refused.patientId])
})

test('the coming week counts the text messages that follow on silence', async () => {
  await setRule({ callDaysBefore: null, fallbackDays: 2 })
  await makeTexted(withMail)
  await post(house)
  const manager = house.as(await makeStaff(house, { ...place, teamId: null, role: 'data-manager' }))
  const { body } = await manager.get('/api/messages/centre')
  const { coming } = body as { coming: { day: string; mails: Record<string, number> }[] }
  const counted = coming.filter(({ mails }) => Object.keys(mails).length > 0).map(({ day }) => day)
  const went: string[] = []
  for (const { day } of coming) {
    house.goTo(`${day}T10:00:00Z`)
    if ((await post(house)).sent > 0) went.push(day)
  }
  expect(went).toContain('2026-03-04')
  expect(counted).toEqual(went)
})

test('a dry run chooses the channel as the sender does: by what all teams ask, and after what is paused', async () => {
  await setRule({ callDaysBefore: null, fallbackDays: 2 })
  const person = await makeTexted(withMail)
  await post(house)
  house.goTo('2026-03-04T10:00:00Z')
  const { organisationId } = place
  const breast = await makeTeam(house, organisationId, { name: 'Borst', outcomeSet: 'breast-cancer' })
  const also = { patientId: person.patientId, organisationId, teamId: breast }
  const enrolmentId = await makeEnrolment(house, { ...also, outcomeSet: 'breast-cancer' })
  await makeAssessment(house, {
    ...person,
    ...also,
    enrolmentId,
    appointmentId: null,
    anchor: 'stage:surgery',
  })
  const as = async (role: 'team-lead' | 'data-manager', teamId: string | null) =>
    house.as(await makeStaff(house, { organisationId, teamId, role }))
  const [lead, manager] = [await as('team-lead', place.teamId), await as('data-manager', null)]
  const dryRun = async (who: typeof lead) => (await who.get('/api/messages/centre/dry-run')).body
  expect(await dryRun(lead), 'the mail of the others goes first').toMatchObject({ goes: 0, stays: 0 })
  expect(await dryRun(manager)).toMatchObject({ goes: 1, mails: [{ channel: 'mail' }] })
  await manager.put('/api/messages/centre/pauses/breast-cancer', { reason: 'Een vraag klopt niet.' })
  expect(await dryRun(lead)).toMatchObject({ goes: 1, stays: 0, mails: [{ channel: 'sms' }] })
  expect(await dryRun(manager)).toMatchObject({ goes: 1, stays: 1 })
  expect(await post(house)).toMatchObject({ planned: 1 })
  expect((await outbox(house)).map(({ channel }) => channel).toSorted()).toEqual(['mail', 'sms'])
})

test('a short link is harmless to look at, asks the birth date, and ends the messages too', async () => {
  const { patientId } = await makeTexted()
  await post(house)
  const path = pathOf(house.texts[0])
  expect(path).toMatch(/^\/s\/[0-9A-Z]{12}$/)
  const before = await house.db.select().from(links)
  const looked = await browse(path)
  expect(looked.status).toBe(200)
  expect(await looked.text()).not.toContain('De Vries')
  expect(await house.db.select().from(links)).toEqual(before)
  const opened = await browse(path, 'POST', {})
  expect(opened.status).toBe(303)
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
  const page = await house.app.request('/v', { headers: { cookie } })
  expect(await page.text()).toContain('action="/v/birth-date"')

  const stop = await browse(`${path}/stop`, 'POST', {})
  const optOut = stop.headers.get('location') ?? ''
  expect(optOut).toMatch(/^\/u\//)
  expect((await browse(optOut)).status).toBe(200)
  await browse(optOut, 'POST', { scope: 'organisation' })
  const [row] = await house.db.select().from(patients).where(eq(patients.id, patientId))
  expect(row?.optedOutAt).not.toBeNull()
  expect((await browse(path, 'POST', {})).status).toBe(410)
})

test('a code that nobody has opens nothing, and looks the same', async () => {
  await makeTexted()
  await post(house)
  const [known, unknown] = [pathOf(house.texts[0]), '/s/0123456789AB']
  const pageOf = async (path: string) => (await (await browse(path)).text()).replaceAll(path, '')
  expect(await pageOf(unknown)).toBe(await pageOf(known))
  expect((await browse(unknown, 'POST', {})).status).toBe(410)
  expect((await browse('/s/..%2f..', 'POST', {})).status).toBe(410)
  expect((await browse(`${unknown}/stop`, 'POST', {})).status).toBe(410)
  expect((await browse(`${unknown}/new-link`, 'POST', {})).status).toBe(200)
})

test('what the gateway did not take is tried again as the same message, and no mail waits for it', async () => {
  await makeTexted()
  await makeAskedPatient(house, place)
  const tried: Text[] = []
  house.deps.texts = {
    send: async (text) => {
      tried.push(text)
      throw Object.assign(new Error('busy'), { gatewayStatus: 503 })
    },
  }
  expect(await post(house)).toMatchObject({ sent: 1, retried: 1 })
  house.deps.texts = { send: async (text) => void tried.push(text) }
  house.pass(61_000)
  expect(await sendDue(house.deps)).toMatchObject({ sent: 1 })
  expect(tried).toHaveLength(2)
  expect(tried[1]).toEqual(tried[0])
})

test('a number that the gateway refuses is dead; a gateway in trouble burns nothing', async () => {
  const { patientId } = await makeTexted()
  refuseWith(401)
  expect(await post(house)).toMatchObject({ retried: 1, failed: 0 })
  refuseWith(422)
  house.pass(61_000)
  expect(await sendDue(house.deps)).toMatchObject({ failed: 1 })
  const [row] = await house.db.select().from(patients).where(eq(patients.id, patientId))
  expect(row?.phoneDeadAt).not.toBeNull()
  const [event] = await house.db.select().from(auditEvents).where(eq(auditEvents.type, 'patient.number-dead'))
  expect(event?.detail).toMatchObject({ why: 'gateway 422' })
  house.goTo('2026-03-03T10:00:00Z')
  expect(await post(house)).toMatchObject({ planned: 0, sent: 0 })
})

test('a failing gateway is left alone for a while, and mail goes on', async () => {
  for (let n = 0; n < 12; n++) await makeTexted()
  await makeAskedPatient(house, place)
  await planMessages(house.deps)
  let tries = 0
  house.deps.texts = {
    send: async () => {
      tries += 1
      throw new Error('silent')
    },
  }
  const breaker = createBreaker()
  expect(await sendDue(house.deps, undefined, undefined, breaker)).toMatchObject({ sent: 1 })
  expect(breaker.isOpen(house.deps.now())).toBe(true)
  const before = tries
  expect(await sendDue(house.deps, undefined, undefined, breaker)).toMatchObject({ sent: 0, retried: 0 })
  expect(tries).toBe(before)
})

test('two senders at once, and one that died, send each text message as one', async () => {
  for (let n = 0; n < 6; n++) await makeTexted()
  await planMessages(house.deps)
  const dead = await claimDue(house.deps, 3, { channel: 'sms' })
  expect(dead.toSend).toHaveLength(3)
  const outcomes = await Promise.all([sendDue(house.deps), sendDue(house.deps)])
  expect(outcomes.reduce((sum, { sent }) => sum + sent, 0)).toBe(3)
  house.pass(11 * 60_000)
  expect(await sendDue(house.deps)).toMatchObject({ sent: 3 })
  expect(new Set(house.texts.map(({ id }) => id)).size).toBe(6)
  expect(house.texts).toHaveLength(6)
})

test('what was answered meanwhile is not texted about, and nothing goes by night', async () => {
  const asked = await makeTexted()
  await planMessages(house.deps)
  await house.db.insert(responses).values({
    id: 'res_meanwhile',
    assessmentId: asked.assessmentId,
    patientId: asked.patientId,
    enrolmentId: asked.enrolmentId,
    teamId: asked.teamId,
    respondent: 'patient',
    mode: 'web',
    language: 'nl',
    answers: {},
    version: 1,
    startedAt: house.deps.now().toISOString(),
    submittedAt: house.deps.now().toISOString(),
  })
  expect(await sendDue(house.deps)).toMatchObject({ sent: 0, suppressed: 1 })
  house.goTo('2026-03-02T22:30:00Z')
  await makeTexted()
  expect(await post(house)).toMatchObject({ planned: 0, sent: 0 })
})

test('another number ends the links that went to the one before, and gets one of its own', async () => {
  const { patientId } = await makeTexted()
  await post(house)
  const old = pathOf(house.texts[0])
  const manager = house.as(await makeStaff(house, { ...place, teamId: null, role: 'data-manager' }))
  const contact = `/api/messages/patients/${patientId}/contact`
  const landline = { email: null, phone: '010 123 45 67', prefersTexts: true }
  expect((await manager.put(contact, landline)).body).toMatchObject({ code: 'no_mobile' })
  const mobile = { ...landline, phone: '06 87654321' }
  expect((await manager.put(contact, mobile)).status).toBe(200)
  expect((await browse(old, 'POST', {})).status).toBe(410)
  expect(await sendDue(house.deps)).toMatchObject({ sent: 1 })
  expect(house.texts.at(-1)).toMatchObject({ to: '+31687654321' })
  expect((await browse(pathOf(house.texts.at(-1)), 'POST', {})).status).toBe(303)
})

test('who asks for a new link gets it by the channel that reaches them', async () => {
  await makeTexted()
  await post(house)
  await browse(`${pathOf(house.texts[0])}/new-link`, 'POST', {})
  expect(await sendDue(house.deps)).toMatchObject({ sent: 1 })
  const rows = await house.db
    .select()
    .from(messages)
    .where(and(eq(messages.kind, 'new-link'), isNotNull(messages.sentAt)))
  expect(rows).toMatchObject([{ channel: 'sms' }])
})

test('the address of the gateway has no password in it, and says where that goes instead', () => {
  const given = { SMS_URL: 'https://house:verysecret@sms.example.nl/send' }
  expect(() => readConfig(given)).toThrow(/SMS_TOKEN/)
  expect(() => readConfig(given)).not.toThrow(/verysecret/)
})
