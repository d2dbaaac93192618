import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OnePager } from '../../core/consult/one-pager.ts'
import { assessments } from '../../server/db/schema/care.ts'
import { messages } from '../../server/db/schema/messages.ts'
import { patientProxies, patients } from '../../server/db/schema/patients.ts'
import { planMessages } from '../../server/messages/plan-messages.ts'
import { sendDue } from '../../server/messages/send-due.ts'
import { takeReturn } from '../../server/messages/take-return.ts'
import { sealContact } from '../../server/patients/contact.ts'
import { makeStageEntry } from '../support/cohort.ts'
import { makeEnrolment, makePatient, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeAsked, makeClinic, NOW, openBrowser } from '../support/patient-browser.ts'

let house: House
let clinic: Awaited<ReturnType<typeof makeClinic>>
let manager: string

beforeAll(async () => {
  house = await openHouse({ now: NOW, env: { SMTP_URL: 'smtp://localhost:2525' } })
  clinic = await makeClinic(house)
  manager = await makeStaff(house, { organisationId: clinic.organisationId, role: 'data-manager' })
})
afterAll(() => house.close())

const at = (path: string) => `/api/choices/${path}/proxy`
const named = { name: 'Anna de Wit', relation: 'partner', untilOn: '2026-12-31', readsMail: false }
const send = async () => {
  house.mails.length = 0
  await planMessages(house.deps)
  await sendDue(house.deps)
  return house.mails
}
const linkIn = (text: string, kind: 'v' | 'u') => new RegExp(`/${kind}/([\\w-]{43})`).exec(text)?.[1] ?? ''
const reach = async (patientId: string, email: string | null) =>
  house.db
    .update(patients)
    .set(sealContact(house.deps.seal, patientId, { email, phone: null }))
    .where(eq(patients.id, patientId))
const proxyRow = async (patientId: string) =>
  (await house.db.select().from(patientProxies).where(eq(patientProxies.patientId, patientId))).at(-1)

const relativeOf = async (patientId: string) => {
  const rows = await house.db.select().from(assessments).where(eq(assessments.patientId, patientId))
  return rows.find(({ moment }) => moment === 'month-3-relative')?.id
}

/** Somebody 85 days after a stroke with a mail address, whose partner answers at their own. */
async function withPartner(name: string) {
  const { organisationId } = clinic
  const teamId = await makeTeam(house, organisationId, { outcomeSet: 'stroke' })
  const patientId = await makePatient(house, organisationId, { givenName: 'Xandra', birthDate: '1950-01-02' })
  const enrolmentId = await makeEnrolment(house, {
    patientId,
    organisationId,
    teamId,
    outcomeSet: 'stroke',
    side: '',
  })
  await reach(patientId, `${name}@example.nl`)
  await makeStageEntry(house, { enrolmentId }, 'acute', '2025-12-07')
  const email = `partner-${name}@example.nl`
  expect(await house.as(manager).put(at(patientId), { ...named, email })).toMatchObject({ status: 200 })
  const mails = await send()
  const mailTo = (to: string) => mails.find((mail) => mail.to === to)?.text ?? ''
  return { patientId, teamId, email, own: mailTo(`${name}@example.nl`), theirs: mailTo(email) }
}
const confirm = async (token: string, date: string) => {
  const browser = openBrowser(house)
  await browser.open(token)
  const before = await (await browser.get('/v')).text()
  house.pass(1000)
  await browser.press('/v/birth-date', { date })
  return { browser, before }
}

it('each gets mail at their own address, and a link that shows their own questions alone', async () => {
  const { patientId, own, theirs } = await withPartner('een')
  expect(own).toContain('Beste')
  expect(theirs).toContain('omdat u antwoordt voor iemand anders')
  expect(theirs).toContain('hoe het gaat met iemand voor wie u antwoordt')
  expect(theirs).not.toContain('Xandra')
  const unopened = await (await openBrowser(house).get(`/v/${linkIn(theirs, 'v')}`)).text()
  expect(unopened).toContain('hoe het gaat met u, of met iemand voor wie u antwoordt')
  const { browser, before } = await confirm(linkIn(theirs, 'v'), '2-1-1950')
  expect(before).not.toContain('Xandra')
  const asked = async () => (await browser.task()).body.assessments.map(({ id }) => id)
  const relative = await relativeOf(patientId)
  expect(await asked()).toEqual([relative])
  const page = await (await browser.get('/v')).text()
  expect(page).toContain('hoe het nu met Xandra gaat')
  expect(page).toContain('Dag Anna de Wit')
  expect(page).not.toContain('met u gaat')
  const mine = await confirm(linkIn(own, 'v'), '2-1-1950')
  expect(await (await mine.browser.get('/v')).text()).toContain('hoe het nu met u gaat')
  expect(page).not.toContain('/v/respondent')
  await browser.press('/v/respondent', { respondent: 'patient' })
  await browser.press('/v/hand-over')
  await browser.press('/v/look', { language: 'de' })
  expect(await asked()).toEqual([relative])
  const [patient] = await house.db.select().from(patients).where(eq(patients.id, patientId))
  expect(patient?.language).toBe('nl')
  expect(await send()).toEqual([])
})

it('one click ends the mail and the links of who answers, and not the patient’s', async () => {
  const { patientId, own, theirs } = await withPartner('twee')
  const { browser } = await confirm(linkIn(theirs, 'v'), '2-1-1950')
  const click = () =>
    openBrowser(house).press(`/u/${linkIn(theirs, 'u')}`, { 'List-Unsubscribe': 'One-Click' })
  expect([(await click()).status, (await click()).status]).toEqual([200, 200])
  const everywhere = await openBrowser(house).press(`/u/${linkIn(theirs, 'u')}`, { scope: 'everywhere' })
  const said = await everywhere.text() // whoever answers for another patient too goes on with that
  expect(said).toContain('U krijgt over deze vragen geen mail of sms meer')
  expect(said).not.toContain('geen enkele organisatie')
  expect((await browser.task()).status).toBe(401)
  expect((await openBrowser(house).open(linkIn(theirs, 'v'))).status).toBe(410)
  expect((await openBrowser(house).open(linkIn(own, 'v'))).status).toBe(303)
  const [patient] = await house.db.select().from(patients).where(eq(patients.id, patientId))
  expect(patient?.optedOutAt).toBeNull()
  expect((await house.as(manager).get(`/api/choices/${patientId}`)).body).toMatchObject({
    proxy: { email: 'partner-twee@example.nl', mailOffAt: expect.any(String) as string },
  })
  // Named again, by whatever name and spelling of the address: who wanted no mail about this patient wants none.
  await house.as(manager).delete(at(patientId))
  const again = { ...named, name: 'A. de Wit', email: 'Partner-Twee@example.nl' }
  expect(await house.as(manager).put(at(patientId), again)).toMatchObject({ status: 200 })
  expect(await proxyRow(patientId)).toMatchObject({ endedAt: null, mailOffAt: expect.any(String) as string })
  expect((await send()).map(({ to }) => to)).not.toContain(again.email)
})

it('an address that nobody speaks of stays with the same person, and never ends or passes on in silence', async () => {
  const { patientId, email } = await withPartner('zeven')
  const change = (given: object) => house.as(manager).put(at(patientId), { ...named, ...given })
  await house.db
    .update(patientProxies)
    .set({ emailDeadAt: NOW })
    .where(eq(patientProxies.patientId, patientId))
  expect((await change({ untilOn: '2027-01-31' })).status).toBe(200)
  const proxy = async () => (await house.as(manager).get(`/api/choices/${patientId}`)).body
  const stays = { proxy: { untilOn: '2027-01-31', email, emailDeadAt: NOW } }
  expect(await proxy()).toMatchObject(stays)
  expect(await change({ name: 'Bo de Wit' })).toMatchObject({ status: 422, body: { code: 'email_unsaid' } })
  expect(await proxy()).toMatchObject(stays)
  expect((await change({ name: 'Bo de Wit', email: null })).status).toBe(200)
  expect(await proxy()).toMatchObject({ proxy: { name: 'Bo de Wit', email: null, emailDeadAt: null } })
})

it('a bounce is of the address that it was sent to', async () => {
  const { patientId } = await withPartner('drie')
  const rows = await house.db.select().from(messages).where(eq(messages.patientId, patientId))
  const theirs = rows.find(({ proxyId }) => proxyId !== null)
  await takeReturn(house.deps, theirs?.id ?? '', { what: 'bounced', status: '5.1.1', addressDead: true })
  expect(await proxyRow(patientId)).toMatchObject({ emailDeadAt: expect.any(String) as string })
  const [patient] = await house.db.select().from(patients).where(eq(patients.id, patientId))
  expect(patient?.emailDeadAt).toBeNull()
})

it('a team sends a link to whoever is asked, also where the patient has no address', async () => {
  const { patientId, teamId, email } = await withPartner('zes')
  const own = { organisationId: clinic.organisationId, teamId, role: 'clinician' as const }
  const clinician = house.as(await makeStaff(house, own))
  const rows = await house.db.select().from(assessments).where(eq(assessments.patientId, patientId))
  const ownQuestions = rows.find(({ moment }) => moment === 'month-3')?.id
  const press = (id: string | undefined) => clinician.post(`/api/clinic/assessments/${id}/link`)
  await reach(patientId, null)
  expect(await press(await relativeOf(patientId))).toMatchObject({ status: 200 })
  const mails = await send()
  expect(mails.map(({ to }) => to)).toEqual([email])
  expect(mails[0]?.text).not.toContain('Xandra')
  await house.as(manager).delete(at(patientId))
  house.pass(3_600_000)
  expect(await press(ownQuestions)).toMatchObject({ status: 422, body: { code: 'no_mail' } })
})

it('the last day ends the links before any round comes by; ending it says so to their address', async () => {
  const { patientId, own, theirs } = await withPartner('vier')
  const token = linkIn(theirs, 'v')
  await house.db
    .update(patientProxies)
    .set({ untilOn: '2026-03-01' })
    .where(eq(patientProxies.patientId, patientId))
  expect((await openBrowser(house).open(token)).status).toBe(410)
  await house.as(manager).delete(at(patientId))
  expect((await openBrowser(house).open(linkIn(own, 'v'))).status).toBe(303)
  expect((await send()).map(({ to }) => to)).toEqual(['partner-vier@example.nl'])
})

it('a new address of the patient ends no link of who answers; death ends all', async () => {
  const { patientId, own, theirs } = await withPartner('vijf')
  const contact = { email: 'nieuw@example.nl', phone: null, prefersTexts: false }
  await house.as(manager).put(`/api/messages/patients/${patientId}/contact`, contact)
  expect((await openBrowser(house).open(linkIn(own, 'v'))).status).toBe(410)
  expect((await openBrowser(house).open(linkIn(theirs, 'v'))).status).toBe(303)
  await house.db.update(patients).set({ deceasedOn: '2026-03-01' }).where(eq(patients.id, patientId))
  expect((await openBrowser(house).open(linkIn(theirs, 'v'))).status).toBe(410)
})

it('a parent of two sees two names after the check, and what a child of an age to answer said to nobody', async () => {
  const parent = { ...named, relation: 'parent', untilOn: '2026-06-30', email: 'ouder-zes@example.nl' }
  const child = async (givenName: string, birthDate: string) => {
    const one = await makeAsked(house, clinic, { givenName, birthDate })
    await reach(one.patientId, null)
    expect(await house.as(manager).put(at(one.patientId), parent)).toMatchObject({ status: 200 })
    return one
  }
  const noor = await child('Noor', '2012-05-04')
  await child('Sam', '2018-05-04')
  const theirs = openBrowser(house)
  await theirs.open(noor.token) // from before the parent was named
  const mails = await send()
  expect(mails.map(({ to }) => to)).toEqual(['ouder-zes@example.nl', 'ouder-zes@example.nl'])
  const opened = await Promise.all(
    mails.map(async ({ text }) => {
      const { browser, before } = await confirm(linkIn(text, 'v'), '4-5-2018')
      expect(before).not.toMatch(/Noor|Sam/)
      return { browser, page: await (await browser.get('/v')).text() }
    }),
  )
  const ofSam = opened.find(({ page }) => page.includes('Sam'))
  expect(ofSam?.page.includes('Noor')).toBe(true)
  await ofSam?.browser.press('/v/family', { patient: noor.patientId })
  house.pass(1000)
  expect((await (await ofSam?.browser.get('/v'))?.text())?.includes('Noor')).toBe(false)
  await ofSam?.browser.press('/v/birth-date', { date: '4-5-2012' })
  const asked = async () => (await ofSam?.browser.task())?.body.assessments.map(({ id }) => id)
  expect(await asked()).toEqual([noor.assessmentId])
  const begun = { 'hip-knee': { pain_walking: 3 } }
  expect((await theirs.save(noor.assessmentId, 0, begun)).status).toBe(200)
  expect((await ofSam?.browser.task())?.body.assessments ?? []).toEqual([])
  expect((await ofSam?.browser.save(noor.assessmentId, 1, begun))?.status).toBe(409)
})

it('who is not reached is told of each address: one that works hides no other, and one that does not is told as whose it is', async () => {
  const trouble = async () => {
    const { body } = await house.as(manager).get('/api/messages/trouble')
    return body as { patientId: string; why: string; proxy: string | null }[]
  }
  const of = async (patientId: string) =>
    (await trouble()).filter((one) => one.patientId === patientId).map(({ why, proxy }) => [why, proxy])
  const { patientId, email } = await withPartner('vier')
  expect(await of(patientId)).toEqual([])
  await house.db
    .update(patientProxies)
    .set({ emailDeadAt: NOW })
    .where(eq(patientProxies.patientId, patientId))
  expect(await of(patientId)).toEqual([['proxy-address-dead', named.name]])
  // Another address for the partner, and none for the patient: each is asked their own questions.
  await house.as(manager).put(at(patientId), { ...named, email: `nieuw-${email}` })
  expect(await of(patientId)).toEqual([])
  await reach(patientId, null)
  expect(await of(patientId)).toEqual([['no-address', null]])
})

it('a patient for whom a parent answers at an own address lacks none', async () => {
  const { patientId } = await makeAsked(house, clinic, { birthDate: '2018-01-01' })
  await reach(patientId, null)
  const troubled = async () =>
    ((await house.as(manager).get('/api/messages/trouble')).body as { patientId: string }[]).some(
      (one) => one.patientId === patientId,
    )
  expect(await troubled()).toBe(true)
  const parent = { ...named, relation: 'parent', email: 'ouder-van-vijf@example.nl' }
  expect(await house.as(manager).put(at(patientId), parent)).toMatchObject({ status: 200 })
  expect(await troubled()).toBe(false)
})

it('the patient’s page says of each question whether mail about it arrives', async () => {
  const { patientId, teamId } = await withPartner('vijf')
  const { organisationId } = clinic
  const clinician = await makeStaff(house, { organisationId, teamId, role: 'clinician' })
  const undelivered = async () => {
    const { body } = await house.as(clinician).get(`/api/clinic/patients/${patientId}`)
    const { plan } = body as OnePager
    return plan.filter(({ state }) => state === 'undelivered').map(({ moment }) => moment.en)
  }
  const [own, theirs] = ['90 days after the stroke', '90 days after the stroke, by somebody close']
  expect(await undelivered()).toEqual([])
  await house.db
    .update(patientProxies)
    .set({ emailDeadAt: NOW })
    .where(eq(patientProxies.patientId, patientId))
  expect(await undelivered()).toEqual([theirs])
  await house.db
    .update(patientProxies)
    .set({ emailDeadAt: null })
    .where(eq(patientProxies.patientId, patientId))
  await reach(patientId, null)
  expect(await undelivered()).toEqual([own])
})
