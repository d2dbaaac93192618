import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { composeMail, noLinks, readTokens } from '../../server/acts/compose-mails.ts'
import { auditEvents } from '../../server/db/schema/audit.ts'
import { links, messages } from '../../server/db/schema/messages.ts'
import { organisations } from '../../server/db/schema/organisations.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { createMail } from '../../server/mail.ts'
import { createBreaker } from '../../server/messages/breaker.ts'
import { claimDue } from '../../server/messages/claim.ts'
import { planMessages } from '../../server/messages/plan-messages.ts'
import { planThanks } from '../../server/messages/plan-thanks.ts'
import { sendDue } from '../../server/messages/send-due.ts'
import { startSender } from '../../server/messages/sender.ts'
import { makeStaff } from '../support/factories.ts'
import type { House } from '../support/house.ts'
import {
  type AskedPatient,
  makeAskedPatient,
  makeTeamOfOwn,
  openPostOffice,
  outbox,
  submit,
} from '../support/outbox.ts'
import { startSmtp, type TestSmtp } from '../support/smtp.ts'

let house: House
let place: Awaited<ReturnType<typeof makeTeamOfOwn>>
let smtp: TestSmtp
beforeEach(async () => {
  smtp = await startSmtp()
  house = await openPostOffice({ SMTP_URL: smtp.url, MAIL_FROM: 'Uitkomst <noreply@uitkomst.example.nl>' })
  house.deps.mail = createMail(house.deps.config)
  place = await makeTeamOfOwn(house)
})
afterEach(async () => {
  await house.deps.mail.close()
  await smtp.close()
  await house.close()
})

const linkIn = (text: string | undefined) => text?.match(/\/v\/[\w-]{43}/)?.[0]

/** Six people; five mails go at once. While they are on their way something happens to the sixth, whose mail is in hand too. */
async function sixthWhileFiveGo(people: AskedPatient[], happens: (sixth: AskedPatient) => Promise<unknown>) {
  const { send } = house.deps.mail
  const going: string[] = []
  const five = Promise.withResolvers<void>()
  house.deps.mail.send = async (mail) => {
    going.push(mail.to)
    if (going.length === 5) {
      const sixth = people.find((_, place) => !going.includes(addressOf(place)))
      if (sixth) await happens(sixth)
      five.resolve()
    }
    await five.promise
    return send(mail)
  }
  expect(await sendDue(house.deps)).toMatchObject({ sent: 5, suppressed: 1 })
  expect(smtp.mails).toHaveLength(5)
  return (await outbox(house)).filter(({ sentAt }) => sentAt === null)
}
const addressOf = (place: number) => `${place}@example.nl`
async function sixPeople() {
  const people: AskedPatient[] = []
  for (let n = 0; n < 6; n++) people.push(await makeAskedPatient(house, place, { address: addressOf(n) }))
  return people
}

async function planOne() {
  const person = await makeAskedPatient(house, place)
  await planMessages(house.deps)
  return person
}

test('a mail over SMTP has all its headers and both its forms', async () => {
  await planOne()
  expect(await sendDue(house.deps)).toEqual({ sent: 1, suppressed: 0, retried: 0, failed: 0 })
  const mail = await smtp.waitForMail()
  const header = (key: string) => mail.headers.find((one) => one.key === key)?.value
  expect(mail.from).toMatchObject({ name: 'Ziekenhuis De Vaart', address: 'noreply@uitkomst.example.nl' })
  expect(mail.messageId).toMatch(/^<[\w-]{32}@uitkomst\.example\.nl>$/)
  expect(header('auto-submitted')).toBe('auto-generated')
  expect(header('x-auto-response-suppress')).toBe('All')
  expect(header('list-unsubscribe')).toMatch(/^<http:\/\/localhost:3000\/u\/[\w-]{43}>$/)
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  expect(linkIn(mail.html)).toBe(linkIn(mail.text))
  const [row] = await house.db.select().from(links).where(eq(links.kind, 'answer'))
  expect(row?.diesAt).toBe('2026-03-16T23:00:00.000Z')
})

test('a server that is busy is asked again later, with the same Message-ID and the same link', async () => {
  await planOne()
  smtp.fail('later', 2)
  expect(await sendDue(house.deps)).toMatchObject({ sent: 0, retried: 1 })
  expect(await outbox(house)).toMatchObject([
    { attempts: 1, why: 'smtp 451', dueAt: '2026-03-02T08:01:00.000Z', leaseUntil: null },
  ])
  expect(await sendDue(house.deps)).toMatchObject({ sent: 0, retried: 0 })
  house.pass(60_000)
  expect(await sendDue(house.deps)).toMatchObject({ retried: 1 })
  house.pass(120_000)
  expect(await sendDue(house.deps)).toMatchObject({ sent: 1 })
  expect(smtp.mails).toHaveLength(1)
})

test('cut off after the mail was taken: it goes again, and mail programs see that it is the same', async () => {
  await planOne()
  smtp.fail('cut')
  expect(await sendDue(house.deps)).toMatchObject({ retried: 1 })
  house.pass(60_000)
  expect(await sendDue(house.deps)).toMatchObject({ sent: 1 })
  expect(smtp.mails).toHaveLength(2)
  const [first, second] = smtp.mails
  expect(second?.messageId).toBe(first?.messageId)
  expect(linkIn(second?.text)).toBe(linkIn(first?.text))
})

test('a loss told while a thank-you is in hand lets it go; the others arrive', async () => {
  const people = await sixPeople()
  for (const person of people) await submit(house, person)
  await house.db.update(organisations).set({ thanks: true })
  await planThanks(house.deps, await house.db.select().from(organisations))
  const clinician = await makeStaff(house, { ...place, role: 'clinician' })
  const stays = await sixthWhileFiveGo(people, ({ enrolmentId }) => {
    house.pass(1000)
    return house.as(clinician).post(`/api/enrolments/${enrolmentId}/end`, { reason: 'loss' })
  })
  expect(stays).toMatchObject([{ kind: 'thanks', why: 'turned', leaseUntil: null }])
})

test('what was answered while a slow mail server kept it in hand is not asked any more', async () => {
  const people = await sixPeople()
  await planMessages(house.deps)
  const stays = await sixthWhileFiveGo(people, (sixth) => {
    house.pass(6000)
    return submit(house, sixth)
  })
  expect(stays).toMatchObject([{ kind: 'invitation', why: 'completed' }])
})

test('a sender that dies between sending and marking is followed by one that sends the same mail', async () => {
  await planOne()
  const [facts] = (await claimDue(house.deps, 50)).toSend
  if (!facts) throw new Error('Nothing was taken in hand')
  const { id } = facts.message
  const tokens = (await readTokens(house.db, house.deps, [id])).get(id)
  const { mail: first } = await composeMail(house.deps, facts, tokens ?? noLinks)

  expect(await sendDue(house.deps)).toMatchObject({ sent: 0 }) // in hand: nobody else touches it
  house.pass(11 * 60_000)
  expect(await sendDue(house.deps)).toMatchObject({ sent: 1 })
  const second = await smtp.waitForMail()
  expect(second.messageId).toBe(first.messageId)
  expect(linkIn(first.text)).toBeDefined()
  expect(linkIn(second.text)).toBe(linkIn(first.text))
})

test('refused for good: given up at once; an address that does not exist gets no mail any more', async () => {
  const { patientId } = await planOne()
  smtp.fail('never')
  expect(await sendDue(house.deps)).toMatchObject({ failed: 1 })
  expect(await outbox(house)).toMatchObject([{ why: 'smtp 550', failedAt: '2026-03-02T08:00:00.000Z' }])
  const [patient] = await house.db.select().from(patients).where(eq(patients.id, patientId))
  expect(patient?.emailDeadAt).toBeNull() // 550 alone does not say that the address is the trouble

  await house.db.update(messages).set({ failedAt: null })
  house.deps.mail = {
    send: () =>
      Promise.reject(
        Object.assign(new Error(), { command: 'RCPT TO', responseCode: 550, response: '550 5.1.1 unknown' }),
      ),
    close: async () => {},
  }
  expect(await sendDue(house.deps)).toMatchObject({ failed: 1 })
  const [dead] = await house.db.select().from(patients).where(eq(patients.id, patientId))
  expect(dead?.emailDeadAt).toBe('2026-03-02T08:00:00.000Z')
  const audited = await house.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.type, 'patient.address-dead'))
  expect(audited).toHaveLength(1)
})

test('after two days of trying a mail is given up', async () => {
  await planOne()
  await house.db.update(organisations).set({ sendFrom: '00:00', sendUntil: '23:59' })
  smtp.fail('later', 100)
  const began = house.deps.now().getTime()
  for (let tries = 0; tries < 50 && (await outbox(house))[0]?.failedAt === null; tries++) {
    await sendDue(house.deps)
    house.goTo((await outbox(house))[0]?.dueAt ?? '')
  }
  expect(await outbox(house)).toMatchObject([{ attempts: 16, why: 'smtp 451' }])
  const hours = (house.deps.now().getTime() - began) / 3_600_000
  expect(hours).toBeGreaterThan(36)
  expect(hours).toBeLessThan(48)
  expect(smtp.mails).toEqual([])
})

test('a mail server in trouble is left alone after ten failures, and nothing is lost', async () => {
  for (let times = 0; times < 30; times++) await makeAskedPatient(house, place)
  await planMessages(house.deps)
  let asked = 0
  const good = house.deps.mail
  house.deps.mail = {
    send: async () => {
      asked += 1
      throw Object.assign(new Error(), { code: 'ECONNECTION' })
    },
    close: async () => {},
  }
  const breaker = createBreaker()
  const outcome = await sendDue(house.deps, breaker)
  expect(asked).toBeLessThan(15)
  expect(outcome.retried).toBe(asked)
  expect(await sendDue(house.deps, breaker)).toMatchObject({ sent: 0, retried: 0 })
  house.deps.mail = good
  house.pass(61_000)
  expect(await sendDue(house.deps, breaker)).toMatchObject({ sent: 30 })
})

test('two senders share the work and no mail goes twice', async () => {
  for (let times = 0; times < 120; times++) await makeAskedPatient(house, place)
  await planMessages(house.deps)
  const outcomes = await Promise.all([sendDue(house.deps), sendDue(house.deps), sendDue(house.deps)])
  expect(outcomes.reduce((sum, { sent }) => sum + sent, 0)).toBe(120)
  expect(outcomes.filter(({ sent }) => sent > 0).length, 'none waits for another').toBeGreaterThan(1)
  expect(smtp.mails).toHaveLength(120)
  expect(new Set(smtp.mails.map(({ envelope }) => envelope.to.join())).size).toBe(120)
})

test('who answered while the mail was on its way to be sent gets none', async () => {
  const person = await planOne()
  await Promise.all([submit(house, person), sendDue(house.deps)])
  const [row] = await outbox(house)
  expect(row?.sentAt !== null || row?.why === 'completed').toBe(true)
  expect(smtp.mails).toHaveLength(row?.sentAt ? 1 : 0)
})

test('a name that could forge a header stops that mail and no other', async () => {
  await makeAskedPatient(house, place, { familyName: 'Bakker\r\nBcc: iedereen@example.nl' })
  await makeAskedPatient(house, place, { address: 'een@example.nl,twee@example.nl' })
  await makeAskedPatient(house, place)
  await planMessages(house.deps)
  expect(await sendDue(house.deps)).toMatchObject({ sent: 1, failed: 2 })
  expect(smtp.mails).toHaveLength(1)
  expect((await outbox(house)).map(({ why }) => why ?? 'sent').toSorted()).toEqual([
    'sent',
    'unsendable',
    'unsendable',
  ])
})

test('a fault in what the house wrote itself is tried again: mail waits for its cure, and nothing is given up', async () => {
  await planOne()
  const { db } = house
  await db.update(organisations).set({ name: 'Ziekenhuis\tDe Vaart' })
  expect(await sendDue(house.deps)).toMatchObject({ sent: 0, retried: 1, failed: 0 })
  expect(await outbox(house)).toMatchObject([{ failedAt: null, why: 'not-written', attempts: 1 }])

  await db.update(organisations).set({ name: 'Ziekenhuis De Vaart' })
  house.pass(60_000)
  expect(await sendDue(house.deps)).toMatchObject({ sent: 1 })
})

test('without a mail server nothing is marked as sent: it waits', async () => {
  await planOne()
  const deps = { ...house.deps, config: { ...house.deps.config, SMTP_URL: undefined } }
  expect(await sendDue(deps)).toEqual({ sent: 0, suppressed: 0, retried: 0, failed: 0 })
  expect(await outbox(house)).toMatchObject([{ sentAt: null, leaseUntil: null, attempts: 0 }])
})

test('the sender plans and sends by itself, and stops when it is told', async () => {
  await makeAskedPatient(house, place)
  const sender = startSender(house.deps)
  await smtp.waitForMail()
  await sender.stop()
  await expect(sender.ready()).resolves.toBeUndefined()
  house.pass(6 * 60_000)
  await expect(sender.ready()).rejects.toThrow('has stopped')
  expect((await outbox(house))[0]?.sentAt).not.toBeNull()
})

test.each(['loss', 'deceased', 'withdrawn'])(
  '%s told in the same instant as sending: what has not gone then never goes',
  async (reason) => {
    const people = await sixPeople()
    await planMessages(house.deps)
    const clinician = await makeStaff(house, { ...place, role: 'clinician' })
    const ending = () =>
      people.map(({ enrolmentId }) =>
        house.as(clinician).post(`/api/enrolments/${enrolmentId}/end`, { reason }),
      )
    const senders = () => [sendDue(house.deps), sendDue(house.deps)] // as two processes would
    await Promise.all(reason === 'loss' ? [...senders(), ...ending()] : [...ending(), ...senders()])
    const gone = smtp.mails.length
    house.pass(11 * 60_000) // whatever was in hand is taken up again
    await sendDue(house.deps)
    expect(smtp.mails).toHaveLength(gone)
    const rows = await outbox(house)
    expect(rows.filter(({ sentAt }) => sentAt !== null)).toHaveLength(gone)
    expect(rows.every(({ sentAt, suppressedAt }) => (sentAt === null) !== (suppressedAt === null))).toBe(true)
  },
)
