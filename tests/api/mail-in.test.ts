import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { messages } from '../../server/db/schema/messages.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { createMail } from '../../server/mail.ts'
import { startMailIn } from '../../server/messages/mail-in.ts'
import { planMessages } from '../../server/messages/plan-messages.ts'
import { sendDue } from '../../server/messages/send-due.ts'
import { enqueueProxyEnded, enqueueTestMail } from '../../server/outbox/store.ts'
import { certificates } from '../support/certificates.ts'
import { makeStaff } from '../support/factories.ts'
import { freePort } from '../support/free-port.ts'
import type { House } from '../support/house.ts'
import { makeAskedPatient, makeTeamOfOwn, openPostOffice, outbox } from '../support/outbox.ts'
import { startSmtp, type TestSmtp } from '../support/smtp.ts'

let house: House
let smtp: TestSmtp
let port: number
let stop: () => Promise<void>
let place: Awaited<ReturnType<typeof makeTeamOfOwn>>
beforeEach(async () => {
  smtp = await startSmtp()
  port = await freePort()
  house = await openPostOffice({
    SMTP_URL: smtp.url,
    RETURN_MAILBOX: 'bounce@mail.example.nl',
    MAIL_IN_PORT: String(port),
  })
  house.deps.mail = createMail(house.deps.config)
  stop = await startMailIn(house.deps)
  place = await makeTeamOfOwn(house)
})
afterEach(async () => {
  await stop()
  await house.deps.mail.close()
  await smtp.close()
  await house.close()
})

/** A mail server brings something to a return address. */
async function bring(to: string, raw: string, from = '') {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
  await transport.sendMail({ envelope: { from, to: [to] }, raw }).finally(() => transport.close())
}
const report = (status: string) =>
  `Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: ${status}\r\n--b--\r\n`
const reply = 'From: wil@example.nl\r\nSubject: Re: Vragen\r\n\r\nIk heb erg veel pijn aan mijn heup.\r\n'

async function sendOne() {
  await planMessages(house.deps)
  await sendDue(house.deps)
  const mail = smtp.mails.at(-1)
  if (!mail) throw new Error('No mail went')
  return mail
}
const patient = async () => (await house.db.select().from(patients))[0]

test('each mail goes with a return address of its own, where a bounce of a dead mailbox ends the mail', async () => {
  await makeAskedPatient(house, place)
  const { envelope, replyTo } = await sendOne()
  expect(envelope.from).toMatch(/^bounce\+[0-9a-z]{26}-[0-9a-f]{16}@mail\.example\.nl$/)
  expect(replyTo?.[0]?.address).toBe(envelope.from)
  for (const _ of [1, 2]) await bring(envelope.from, report('5.1.1'))
  expect(await outbox(house)).toMatchObject([{ why: 'bounce 5.1.1', failedAt: '2026-03-02T08:00:00.000Z' }])
  expect((await patient())?.emailDeadAt).toBe('2026-03-02T08:00:00.000Z')
  house.pass(24 * 3_600_000)
  expect(await planMessages(house.deps)).toBe(0)
})

test('a mailbox that is full gets another chance, and is given up after the third', async () => {
  await makeAskedPatient(house, place)
  for (const bounces of [1, 2, 3]) {
    await bring((await sendOne()).envelope.from, report('5.2.2'))
    expect((await patient())?.emailDeadAt === null).toBe(bounces < 3)
    house.pass(24 * 3_600_000)
  }
  expect(smtp.mails).toHaveLength(3)
})

test('a provider that refuses us, and an older mailbox, say nothing of the mailbox of today', async () => {
  const { patientId, organisationId } = await makeAskedPatient(house, place)
  const manager = await makeStaff(house, { organisationId, role: 'data-manager' })
  const bounces = ['5.7.1', '5.2.2', '5.2.2', 'moved', '5.2.2']
  for (const status of bounces) {
    if (status === 'moved')
      await house.as(manager).put(`/api/messages/patients/${patientId}/contact`, {
        email: 'nieuw@example.nl',
        phone: null,
      })
    else {
      await bring((await sendOne()).envelope.from, report(status))
      house.pass(24 * 3_600_000)
    }
    expect((await patient())?.emailDeadAt, status).toBeNull()
  }
})

test('who writes back about their health is told where to go, once a day, and nothing of it is kept', async () => {
  await makeAskedPatient(house, place)
  const { envelope } = await sendOne()
  for (const _ of [1, 2]) await bring(envelope.from, reply, 'wil@example.nl')
  house.goTo('2026-03-02T23:00:00Z') // whoever wrote is told at night, too
  const said = await sendOne()
  expect(smtp.mails).toHaveLength(2)
  expect(said.subject).toContain('niet gelezen')
  expect(said.text).toContain('Niemand leest wat u daar schrijft.')
  expect(said.text).toMatch(/Kan iets niet wachten\? Bel \d/)
  expect(said.text).not.toMatch(/pijn|heup|\/v\//)
  expect(JSON.stringify(await house.db.select().from(messages))).not.toContain('pijn')
})

test('a colleague who writes back is told where to go, once a day, and nothing of it is kept', async () => {
  const colleague = { organisationId: place.organisationId, to: 'Nurse@example.nl', language: 'en' as const }
  await house.db.transaction((tx) => enqueueTestMail(tx, house.deps, colleague))
  const { envelope } = await sendOne()
  for (const _ of [1, 2]) await bring(envelope.from, reply, 'nurse@example.nl')
  const said = await sendOne()
  expect(smtp.mails).toHaveLength(2)
  expect(said.envelope.to).toEqual(['Nurse@example.nl'])
  expect(said.subject).toBe('Your reply to Uitkomst was not read')
  expect(said.text).not.toMatch(/pijn|heup/)
  await bring(said.envelope.from, reply, 'nurse@example.nl') // and again: two machines would go on for ever
  house.pass(24 * 3_600_000)
  expect(await sendDue(house.deps)).toMatchObject({ sent: 0 })
})

test('who answered for a patient and writes back is not sent to where staff sign in', async () => {
  const relative = { organisationId: place.organisationId, to: 'ouder@example.nl', language: 'nl' as const }
  await house.db.transaction((tx) => enqueueProxyEnded(tx, house.deps, relative))
  const { envelope, text } = await sendOne()
  expect(text).toContain('niemand leest dat')
  await bring(envelope.from, reply, 'ouder@example.nl')
  expect(await sendDue(house.deps)).toMatchObject({ sent: 0 })
})

test('with a certificate mail is taken over STARTTLS alone', async () => {
  await stop()
  house.deps.config = {
    ...house.deps.config,
    MAIL_IN_CERT: certificates.serverCert,
    MAIL_IN_KEY: certificates.serverKey,
  }
  stop = await startMailIn(house.deps)
  await makeAskedPatient(house, place)
  const { envelope } = await sendOne()
  await expect(bring(envelope.from, report('5.1.1'))).rejects.toThrow('Only over STARTTLS')
  const secure = createTransport({ host: '127.0.0.1', port, requireTLS: true, tls: { ca: certificates.ca } })
  await secure.sendMail({ envelope: { from: '', to: [envelope.from] }, raw: report('5.1.1') })
  secure.close()
  expect((await patient())?.emailDeadAt).not.toBeNull()
})

test('who is out of the office gets no answer, and no machine talks to another for ever', async () => {
  await makeAskedPatient(house, place)
  const { envelope } = await sendOne()
  await bring(envelope.from, `Auto-Submitted: auto-replied\r\n${reply}`, 'wil@example.nl')
  await bring(envelope.from, reply)
  expect(await sendDue(house.deps)).toMatchObject({ sent: 0 })
})

test('no other mail is taken, and a bounce of a mail to an older address says nothing of today’s', async () => {
  await expect(bring('bounce@mail.example.nl', report('5.1.1'))).rejects.toThrow('Nobody reads mail here')
  const person = await makeAskedPatient(house, place)
  const { envelope } = await sendOne()
  const manager = await makeStaff(house, { organisationId: person.organisationId, role: 'data-manager' })
  await house.as(manager).put(`/api/messages/patients/${person.patientId}/contact`, {
    email: 'nieuw@example.nl',
    phone: null,
  })
  await bring(envelope.from, report('5.1.1'))
  expect((await patient())?.emailDeadAt).toBeNull()
})
