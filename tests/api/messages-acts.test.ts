import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { sendDue } from '../../server/messages/send-due.ts'
import { enqueueAlertNotice } from '../../server/outbox/alert-notice.ts'
import { enqueueStaffMail } from '../../server/outbox/store.ts'
import { enqueueAgreementNotice, enqueueNewLink } from '../../server/outbox/to-patient.ts'
import { makeStaff, makeTeam } from '../support/factories.ts'
import type { House } from '../support/house.ts'
import { makeAskedPatient, makeTeamOfOwn, openPostOffice, outbox, post, submit } from '../support/outbox.ts'

let house: House
let place: Awaited<ReturnType<typeof makeTeamOfOwn>>
beforeEach(async () => {
  house = await openPostOffice()
  place = await makeTeamOfOwn(house)
})
afterEach(() => house.close())

const within = <T>(work: Parameters<typeof house.db.transaction<T>>[0]) => house.db.transaction(work)

test('a patient who asks for a new link gets one, at night too, however often they ask', async () => {
  const { patientId } = await makeAskedPatient(house, place)
  house.goTo('2026-03-02T23:30:00Z')
  for (let times = 0; times < 3; times++) await within((tx) => enqueueNewLink(tx, house.deps, patientId))
  expect(await sendDue(house.deps)).toMatchObject({ sent: 1 })
  expect(house.mails).toHaveLength(1)
  expect(house.mails[0]?.text).toContain('U vroeg om een nieuwe link.')
  expect(house.mails[0]?.text).toMatch(/\/v\/[\w-]{43}/)
  house.pass(6 * 60_000)
  await within((tx) => enqueueNewLink(tx, house.deps, patientId))
  expect(await sendDue(house.deps)).toMatchObject({ sent: 1 })
  expect(house.mails[1]?.text).not.toBe(house.mails[0]?.text)
})

test('who has nothing left to answer gets no new link, and nobody is told', async () => {
  const person = await makeAskedPatient(house, place)
  await submit(house, person)
  await within((tx) => enqueueNewLink(tx, house.deps, person.patientId))
  await within((tx) => enqueueNewLink(tx, house.deps, 'pat_unknown'))
  expect(await sendDue(house.deps)).toMatchObject({ sent: 0, suppressed: 1 })
  expect(await outbox(house)).toMatchObject([{ kind: 'new-link', why: 'completed' }])
})

test('an agreement is announced once a day, in sending hours, without its content and without a token', async () => {
  const { patientId } = await makeAskedPatient(house, place)
  house.goTo('2026-03-02T21:00:00Z')
  await within((tx) => enqueueAgreementNotice(tx, house.deps, patientId))
  await within((tx) => enqueueAgreementNotice(tx, house.deps, patientId))
  expect(await sendDue(house.deps)).toMatchObject({ sent: 0 })
  house.goTo('2026-03-03T08:00:00Z')
  expect(await sendDue(house.deps)).toMatchObject({ sent: 1 })
  expect(house.mails[0]?.text).toContain('staat iets voor u klaar om te lezen')
  expect(house.mails[0]?.text).not.toContain('/v/')
})

test('a link for staff is sealed until it is sent and forgotten afterwards', async () => {
  const link = 'http://localhost:3000/welcome/secret-of-the-link'
  const mail = { organisationId: place.organisationId, to: 'nieuw@example.nl', language: 'en' as const, link }
  await within((tx) => enqueueStaffMail(tx, house.deps, { ...mail, kind: 'invitation' }))
  const [before] = await outbox(house)
  expect(JSON.stringify(before)).not.toMatch(/secret-of-the-link|nieuw@/)
  expect(await sendDue(house.deps)).toMatchObject({ sent: 1 })
  expect(house.mails).toMatchObject([{ to: 'nieuw@example.nl', subject: 'Your Uitkomst account' }])
  expect(house.mails[0]?.text).toContain(link)
  expect((await outbox(house))[0]?.content).toBeNull()
})

test('an alert reaches the members of the team, each at most once an hour, and names nobody', async () => {
  await makeAskedPatient(house, place)
  const { organisationId, teamId } = place
  await makeStaff(house, { organisationId, teamId, role: 'clinician' })
  await makeStaff(house, { organisationId, teamId, role: 'team-lead' })
  await makeStaff(house, { organisationId, role: 'data-manager' })
  const notice = (severity: 'attention' | 'urgent') =>
    within((tx) => enqueueAlertNotice(tx, house.deps, { ...place, severity, to: 'team', waits: false }))
  for (let times = 0; times < 3; times++) await notice('attention')
  expect(await sendDue(house.deps)).toMatchObject({ sent: 2 })
  for (const { text } of house.mails) expect(text).not.toMatch(/Ploeg|heup|knie/i)
  for (let times = 0; times < 2; times++) await notice('urgent')
  expect(await sendDue(house.deps)).toMatchObject({ sent: 2 })
  house.pass(3_600_000)
  await notice('attention')
  expect(await sendDue(house.deps)).toMatchObject({ sent: 2 })
})

test('an alert for a team without members reaches the administrators, who can give it some', async () => {
  const { organisationId } = place
  const teamId = await makeTeam(house, organisationId, { name: 'Leeg' })
  const administrator = await makeStaff(house, { organisationId, role: 'administrator' })
  const notice = { organisationId, teamId, severity: 'urgent', to: 'leads', waits: false } as const
  await within((tx) => enqueueAlertNotice(tx, house.deps, notice))
  expect(await sendDue(house.deps)).toMatchObject({ sent: 1 })
  expect(house.mails).toMatchObject([{ to: `${administrator}@example.nl` }])
  expect(house.mails[0]?.subject).toContain('geen leden')
})

test('nothing is written when the act it belongs to is rolled back', async () => {
  const { patientId } = await makeAskedPatient(house, place)
  const act = within(async (tx) => {
    await enqueueNewLink(tx, house.deps, patientId)
    throw new Error('the act failed')
  })
  await expect(act).rejects.toThrow('the act failed')
  expect(await outbox(house)).toEqual([])
})

// Opting out by the link in a mail.

const optOutPath = () => house.mails[0]?.headers['List-Unsubscribe']?.match(/\/u\/[\w-]{43}/)?.[0] ?? ''
const ask = (path: string, method: string, body?: string, headers: Record<string, string> = {}) =>
  house.app.request(path, {
    method,
    headers: { ...(body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}), ...headers },
    ...(body ? { body } : {}),
  })
const patient = async (id: string) => (await house.db.select().from(patients).where(eq(patients.id, id)))[0]

test('looking at the opt-out link changes nothing and is the same for every token', async () => {
  const { patientId } = await makeAskedPatient(house, place)
  await post(house)
  const pages = await Promise.all([ask(optOutPath(), 'GET'), ask(`/u/${'x'.repeat(43)}`, 'GET')])
  expect(pages.map(({ status }) => status)).toEqual([200, 200])
  const [one, other] = await Promise.all(pages.map((page) => page.text()))
  expect(one).toBe(other)
  expect(one).toContain('Wilt u geen berichten meer krijgen?')
  await ask(optOutPath(), 'HEAD')
  expect((await patient(patientId))?.optedOutAt).toBeNull()
})

test('one click of a mail program is enough: no cookie, no redirect, no more mail', async () => {
  const { patientId } = await makeAskedPatient(house, place)
  await post(house)
  const answer = await ask(optOutPath(), 'POST', 'List-Unsubscribe=One-Click')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect((await patient(patientId))?.optedOutAt).toBe('2026-03-02T08:00:00.000Z')
  house.pass(60_000)
  expect((await ask(optOutPath(), 'POST', 'List-Unsubscribe=One-Click')).status).toBe(200)
  expect((await patient(patientId))?.optedOutAt).toBe('2026-03-02T08:00:00.000Z')
  const lines = await house.db.select().from(auditEvents).where(eq(auditEvents.type, 'patient.opted-out'))
  expect(lines).toMatchObject([{ actorKind: 'patient', actorId: patientId }])
  house.goTo('2026-03-07T08:00:00Z')
  expect(await post(house)).toMatchObject({ planned: 0, sent: 0 })
})

test('the form of the page does the same, and says so in the language of the patient', async () => {
  await makeAskedPatient(house, place, { language: 'en' })
  await post(house)
  const answer = await ask(optOutPath(), 'POST', '', { origin: 'http://localhost:3000' })
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('You will get no more mail or text messages')
})

test('an opt-out link opens no questions, a link to questions ends no mail, and unknown ones do neither', async () => {
  const { patientId } = await makeAskedPatient(house, place)
  await post(house)
  const answerPath = house.mails[0]?.text.match(/\/v\/([\w-]{43})/)?.[1] ?? ''
  const optOut = optOutPath().slice(3)
  expect((await ask(`/v/${optOut}`, 'POST')).status).toBe(410)
  expect((await ask(`/u/${answerPath}`, 'POST', 'List-Unsubscribe=One-Click')).status).toBe(404)
  expect((await ask('/u/nothing', 'POST', 'List-Unsubscribe=One-Click')).status).toBe(404)
  expect((await patient(patientId))?.optedOutAt).toBeNull()
})
