import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { standInPeople } from '../../server/portal/stand-in-people.ts'
import { makePatient, makeStaff } from '../support/factories.ts'
import type { House } from '../support/house.ts'
import { makeAskedPatient, makeTeamOfOwn, openPostOffice, post, submit } from '../support/outbox.ts'
import { openBrowser } from '../support/patient-browser.ts'

let house: House
afterEach(() => house.close())

async function open(env: Record<string, string> = {}) {
  house = await openPostOffice(env)
  const place = await makeTeamOfOwn(house)
  const manager = await makeStaff(house, { organisationId: place.organisationId, role: 'data-manager' })
  const administrator = await makeStaff(house, {
    organisationId: place.organisationId,
    role: 'administrator',
  })
  return { place, manager: house.as(manager), administrator: house.as(administrator), managerId: manager }
}

test('why a mail was sent, and why another was not', async () => {
  const { place, manager } = await open()
  house.goTo('2026-02-24T08:00:00Z')
  const person = await makeAskedPatient(house, place)
  await post(house)
  house.goTo('2026-03-08T08:00:00Z')
  await post(house)
  const { status, body } = await manager.get(`/api/messages?patient=${person.patientId}`)
  expect(status).toBe(200)
  const { messages } = body as { messages: { kind: string; state: string; why: string | null }[] }
  expect(messages.map(({ kind, state, why }) => `${kind} ${state} ${why}`).toSorted()).toEqual([
    'invitation sent null',
    'reminder sent null',
    'reminder suppressed newer-reminder',
  ])
  const reads = await house.db.select().from(auditEvents).where(eq(auditEvents.type, 'messages.read'))
  expect(reads).toHaveLength(1)
})

test('what was never mailed about has a reason too', async () => {
  const { place, manager } = await open()
  const person = await makeAskedPatient(house, place, { email: null, emailKey: null })
  await post(house)
  const { body } = await manager.get(`/api/messages?patient=${person.patientId}`)
  expect(body).toMatchObject({ messages: [], notMailed: [{ moment: 'intake', why: 'no-address' }] })
  await submit(house, person)
  const after = await manager.get(`/api/messages?patient=${person.patientId}`)
  expect(after.body).toMatchObject({ notMailed: [] })
})

test('who is to be asked and is not reached stands in a list, each once, until they are', async () => {
  const { place, manager } = await open()
  house.goTo('2026-02-24T08:00:00Z')
  const without = await makeAskedPatient(house, place, { email: null, emailKey: null })
  const refused = await makeAskedPatient(house, place, { number: '400101' })
  await makeAskedPatient(house, place)
  await makeAskedPatient(house, await makeTeamOfOwn(house), { email: null, emailKey: null })
  const works = house.deps.mail
  const answer = { command: 'DATA', responseCode: 554, response: '554 5.7.1 no' }
  house.deps.mail = {
    ...works,
    send: (mail) =>
      mail.to.startsWith(refused.patientId)
        ? Promise.reject(Object.assign(new Error(), answer))
        : works.send(mail),
  }
  await post(house)
  const list = async () =>
    (await manager.get('/api/messages/trouble')).body as { patientId: string; why: string }[]
  expect((await list()).map(({ patientId, why }) => [patientId, why])).toEqual([
    [without.patientId, 'no-address'],
    [refused.patientId, 'smtp 554 5.7.1'],
  ])
  house.deps.mail = works
  house.goTo('2026-03-07T08:00:00Z')
  await post(house)
  expect((await list()).map(({ patientId }) => patientId)).toEqual([without.patientId])
})

test('a patient is found by number, within the organisation', async () => {
  const { place, manager } = await open()
  const { patientId } = await makeAskedPatient(house, place, { number: '400101' })
  await makeAskedPatient(house, await makeTeamOfOwn(house), { number: '400102' })
  expect((await manager.get('/api/messages/find?number=400101')).body).toEqual([patientId])
  expect((await manager.get('/api/messages/find?number=400102')).body).toEqual([])
  expect((await manager.get('/api/messages/find?number=')).status).toBe(400)
})

test('mail of another organisation does not exist, and not everybody may ask', async () => {
  const { manager, administrator, place } = await open()
  const other = await makeTeamOfOwn(house)
  const stranger = await makePatient(house, other.organisationId)
  expect((await manager.get(`/api/messages?patient=${stranger}`)).status).toBe(404)
  expect((await manager.get('/api/messages')).status).toBe(400)
  const { patientId } = await makeAskedPatient(house, place)
  expect((await administrator.get(`/api/messages?patient=${patientId}`)).status).toBe(403)
  expect((await house.as(null).get(`/api/messages?patient=${patientId}`)).status).toBe(401)
  expect((await manager.post('/api/messages/test')).status).toBe(403)
})

test('an administrator sends a mail to themselves and hears what came of it', async () => {
  const { administrator } = await open()
  expect((await administrator.post('/api/messages/test')).body).toMatchObject({ state: 'sent', why: null })
  expect(house.mails).toMatchObject([{ subject: 'Testmail van Uitkomst' }])
  house.deps.mail = {
    send: () =>
      Promise.reject(Object.assign(new Error(), { code: 'EAUTH', responseCode: 535, command: 'AUTH' })),
    close: async () => {},
  }
  expect((await administrator.post('/api/messages/test')).body).toMatchObject({
    state: 'waiting',
    why: 'smtp 535',
  })
})

test('without a mail server the state says so, and mail waits', async () => {
  const { place, administrator } = await open({ SMTP_URL: '' })
  await makeAskedPatient(house, place)
  expect(await post(house)).toMatchObject({ planned: 1, sent: 0 })
  expect((await administrator.get('/api/messages/centre')).body).toMatchObject({
    service: 'none',
    waiting: { due: 1, since: '2026-03-02T08:00:00.000Z', held: 0 },
    rounds: { at: null, isLate: true },
  })
  expect((await administrator.post('/api/messages/test')).body).toMatchObject({
    service: 'none',
    state: 'waiting',
  })
})

test('the demo shows its mail with links that work, to anybody', async () => {
  const { place } = await open({ SMTP_URL: '', DEMO: '1' })
  await makeAskedPatient(house, place, { familyName: 'de <Boer>' })
  await makeAskedPatient(house, place, { givenName: 'Ans', familyName: 'Kuiper' })
  expect(await post(house)).toMatchObject({ sent: 2 })
  const visitor = house.as(null)
  const list = (await visitor.get('/demo/inbox')).body as string
  expect(list).toContain('Wil de &lt;Boer&gt;')
  expect(list).toContain('Dit is een voorbeeld.')
  expect(list).toContain('kan nu worden ingevuld')
  const found = (await visitor.get('/demo/inbox?name=kuip&language=en')).body as string
  expect(found).toContain('Ans Kuiper')
  expect(found).not.toContain('Boer')
  const path = found.match(/\/demo\/inbox\/[\w]+/)?.[0] ?? ''
  const mail = (await visitor.get(path)).body as string
  const sent = house.mails.find(({ text }) => text.includes('Kuiper'))
  const link = sent?.text.match(/\/v\/[\w-]{43}/)?.[0] ?? 'none'
  expect(mail).toContain(`href="http://localhost:3000${link}"`)
  expect((await visitor.get(link)).status).toBe(200)
  const browser = openBrowser(house)
  await browser.press('/v', { token: link.slice('/v/'.length) })
  const minutes = /ongeveer (\d+ minuten)/i
  expect(minutes.exec(await (await browser.get('/v')).text())?.[1]).toBe(minutes.exec(mail)?.[1] ?? 'said')
  expect((await standInPeople(house.deps)).map(({ name }) => name)).toContain('Ans Kuiper')
  expect((await visitor.get('/demo/inbox/msg_unknown')).status).toBe(404)
  expect((await visitor.get('/demo/inbox?name=K_iper')).body).not.toContain('Kuiper')
})

test('a demo with a mail server, and a real installation, have no inbox page', async () => {
  await open({ DEMO: '1' })
  expect((await house.as(null).get('/demo/inbox')).status).toBe(404)
  await house.close()
  await open({ SMTP_URL: '' })
  expect((await house.as(null).get('/demo/inbox')).status).toBe(404)
})

test('whoever keeps addresses right changes one, and the invitation goes with the next mail', async () => {
  const { place, manager, administrator } = await open()
  house.goTo('2026-02-24T08:00:00Z')
  const dead = { emailDeadAt: '2026-02-01T08:00:00.000Z', address: 'oud@example.nl' }
  const { patientId } = await makeAskedPatient(house, place, dead)
  const path = `/api/messages/patients/${patientId}/contact`
  const shown = async () => (await manager.get(`/api/messages?patient=${patientId}`)).body
  expect(await shown()).toMatchObject({ contact: { ...emailOf('oud@example.nl'), phone: null } })
  expect(await post(house)).toMatchObject({ planned: 0 })

  const contact = { email: 'nieuw@example.nl', phone: '06 00 00 00 01' }
  expect((await manager.put(path, contact)).status).toBe(200)
  expect(await shown()).toMatchObject({ contact: { ...contact, emailDeadAt: null } })
  expect(await post(house)).toMatchObject({ planned: 1, sent: 1 })
  expect(house.mails.map(({ to }) => to)).toEqual(['nieuw@example.nl'])
  const [line] = await house.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.type, 'patient.contact-changed'))
  expect(line).toMatchObject({ action: 'U', role: 'data-manager' })
  expect(JSON.stringify(line)).not.toContain('nieuw@')

  expect((await manager.put(path, { email: null, phone: null })).status).toBe(200)
  expect(await shown()).toMatchObject({ contact: { email: null, phone: null } })
  const wrong = await manager.put(path, { email: 'nee', phone: 'bel maar' })
  expect([wrong.status, wrong.body]).toMatchObject([400, { issues: [{ path: 'email' }, { path: 'phone' }] }])
  expect((await administrator.put(path, contact)).status).toBe(403)
  const elsewhere = await makeStaff(house, {
    organisationId: (await makeTeamOfOwn(house)).organisationId,
    role: 'data-manager',
  })
  expect((await house.as(elsewhere).put(path, contact)).status).toBe(404)
  expect(await shown()).toMatchObject({ contact: { email: null } })
})

const emailOf = (email: string) => ({ email, emailDeadAt: '2026-02-01T08:00:00.000Z' })
