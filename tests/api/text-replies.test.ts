import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { planMessages } from '../../server/messages/plan-messages.ts'
import { sendDue } from '../../server/messages/send-due.ts'
import { makeStaff } from '../support/factories.ts'
import type { House } from '../support/house.ts'
import { makeTeamOfOwn, openPostOffice, outbox, post } from '../support/outbox.ts'
import { makeRule, makeTexted, withMail } from '../support/texted.ts'

const TOKEN = 'what only the gateway knows'
const NUMBER = '+31612345678'

let house: House
let place: Awaited<ReturnType<typeof makeTeamOfOwn>>
beforeEach(async () => {
  const env = { SMS_URL: 'http://localhost:1/texts', SMS_REPLY_TOKEN: TOKEN, SMS_FROM: '+31600000000' }
  house = await openPostOffice(env)
  place = await makeTeamOfOwn(house)
})
afterEach(() => house.close())

const tell = async (body: unknown, token = TOKEN) => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  return (await house.app.request('/sms', { method: 'POST', headers, body: JSON.stringify(body) })).status
}
const patientOf = async ({ patientId }: { patientId: string }) =>
  (await house.db.select().from(patients).where(eq(patients.id, patientId)))[0]
const textOf = async ({ patientId }: { patientId: string }) =>
  (await outbox(house)).find((row) => row.patientId === patientId && row.channel === 'sms')

test('only the gateway is heard, and only where there is one', async () => {
  expect(await tell({ event: 'delivered', id: 'msg_1' })).toBe(200)
  expect(await tell({ event: 'delivered', id: 'msg_1' }, 'somebody else')).toBe(401)
  for (const odd of [{}, { event: 'read', id: 'msg_1' }, { event: 'reply', from: NUMBER }, 'STOP'])
    expect(await tell(odd)).toBe(400)
  const other = await openPostOffice({ SMS_URL: 'http://localhost:1/texts' })
  expect((await other.app.request('/sms', { method: 'POST' })).status).toBe(404)
  await other.close()
})

test('STOP ends text messages to that number for who was written to, and mail takes over', async () => {
  const asked = await makeTexted(house, place, { ...withMail, prefersTexts: true })
  const neighbour = await makeTexted(house, place, { number: '06 87654321' })
  await post(house)
  expect(house.texts[0]?.text).toContain('STOP')
  const stop = () => tell({ event: 'reply', from: '06-12345678', text: 'Stop.' })
  expect(await Promise.all([stop(), stop(), stop()])).toEqual([200, 200, 200])
  expect(await patientOf(asked)).toMatchObject({ prefersTexts: false })
  expect((await patientOf(asked))?.textsStoppedAt).not.toBeNull()
  expect((await patientOf(neighbour))?.textsStoppedAt).toBeNull()
  const told = await house.db.select().from(auditEvents).where(eq(auditEvents.type, 'patient.texts-stopped'))
  expect(told).toHaveLength(1)
  expect(await tell({ event: 'reply', from: NUMBER, text: 'STOP' })).toBe(200)
  house.goTo('2026-03-09T09:00:00Z')
  await post(house)
  const later = (await outbox(house)).filter(
    ({ patientId, kind }) => patientId === asked.patientId && kind === 'reminder',
  )
  expect(new Set(later.map(({ channel }) => channel))).toEqual(new Set(['mail']))
})

test('whoever shares the telephone decides for themselves, and another number begins anew', async () => {
  const first = await makeTexted(house, place, { birthDate: '1950-01-01' })
  await post(house)
  house.pass(60_000)
  const second = await makeTexted(house, place, { birthDate: '1952-02-02' })
  await post(house)
  await tell({ event: 'reply', from: NUMBER, text: 'stop' })
  expect((await patientOf(first))?.textsStoppedAt).toBeNull()
  expect((await patientOf(second))?.textsStoppedAt).not.toBeNull()
  const manager = house.as(await makeStaff(house, { ...place, teamId: null, role: 'data-manager' }))
  const contact = `/api/messages/patients/${second.patientId}/contact`
  await manager.put(contact, { email: null, phone: '06-12 34 56 78', prefersTexts: false })
  expect((await patientOf(second))?.textsStoppedAt).not.toBeNull()
  await manager.put(contact, { email: null, phone: '06 11111111', prefersTexts: false })
  expect((await patientOf(second))?.textsStoppedAt).toBeNull()
})

test('a text that failed may be told later never to arrive; said again, it leaves a number that was put right', async () => {
  const lost = await makeTexted(house, place)
  await post(house)
  const id = (await textOf(lost))?.id ?? ''
  await tell({ event: 'failed', id })
  house.pass(60_000)
  await tell({ event: 'failed', id, final: true })
  expect((await patientOf(lost))?.phoneDeadAt).not.toBeNull()
  const manager = house.as(await makeStaff(house, { ...place, teamId: null, role: 'data-manager' }))
  await manager.put(`/api/messages/patients/${lost.patientId}/contact`, {
    email: null,
    phone: NUMBER,
    prefersTexts: false,
  })
  await tell({ event: 'failed', id, final: true })
  expect((await patientOf(lost))?.phoneDeadAt).toBeNull()
})

test('who answers something else hears once a day, by text message, whom to call', async () => {
  await makeTexted(house, place)
  await post(house)
  for (const text of ['Ik heb veel pijn', 'Hallo?']) await tell({ event: 'reply', from: NUMBER, text })
  await tell({ event: 'reply', from: '+31699999999', text: 'who is this' })
  expect(await sendDue(house.deps)).toMatchObject({ sent: 1 })
  expect(house.texts).toHaveLength(2)
  expect(house.texts[1]?.text).toMatch(/niemand leest uw sms.*Bel /)
  expect(JSON.stringify(await outbox(house))).not.toContain('pijn')
})

test('a text that did not arrive gives its turn to the next channel at once; one that did is delivered', async () => {
  await makeRule(house, place, { callDaysBefore: null, fallbackDays: 3 })
  const [lost, arrived] = [
    await makeTexted(house, place),
    await makeTexted(house, place, { number: '06 87654321' }),
  ]
  const mailed = await makeTexted(house, place, { ...withMail, prefersTexts: true, number: '06 22222222' })
  await post(house)
  const id = async (one: { patientId: string }) => (await textOf(one))?.id ?? ''
  await tell({ event: 'delivered', id: await id(arrived) })
  await tell({ event: 'failed', id: await id(arrived) }) // later told, or in another order
  await tell({ event: 'failed', id: await id(lost) })
  await tell({ event: 'failed', id: await id(mailed), final: true })
  expect(await textOf(arrived)).toMatchObject({ failedAt: null })
  expect((await textOf(arrived))?.deliveredAt).not.toBeNull()
  expect(await textOf(lost)).toMatchObject({ why: 'undelivered' })
  expect((await patientOf(lost))?.phoneDeadAt).toBeNull()
  expect((await patientOf(mailed))?.phoneDeadAt).not.toBeNull()
  const caller = house.as(await makeStaff(house, { ...place, role: 'clinician' }))
  const { body } = await caller.get(`/api/outreach/${place.teamId}/calls`)
  const { rows } = body as { rows: { patient: { id: string } }[] }
  expect(rows.map(({ patient }) => patient.id)).toEqual([lost.patientId])
  const manager = house.as(await makeStaff(house, { ...place, teamId: null, role: 'data-manager' }))
  const listed = (await manager.get('/api/messages/centre/list?state=sent')).body
  expect(listed).toMatchObject({ rows: [{ patient: { id: arrived.patientId }, openedAt: null }] })
  expect((listed as { rows: { deliveredAt: string | null }[] }).rows[0]?.deliveredAt).not.toBeNull()
  house.goTo('2026-03-03T10:00:00Z')
  expect(await planMessages(house.deps)).toBe(1)
  expect((await outbox(house)).at(-1)).toMatchObject({ channel: 'mail', patientId: mailed.patientId })
})
