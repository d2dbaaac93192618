import { setTimeout as pause } from 'node:timers/promises'
import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeContact } from '../../server/acts/change-contact.ts'
import { endMailedLinks } from '../../server/acts/end-links.ts'
import { enrolPerson } from '../../server/acts/enrol-person.ts'
import { systemCtx } from '../../server/ctx.ts'
import { auditEvents, auditSubjects } from '../../server/db/schema/audit.ts'
import { links, messages } from '../../server/db/schema/messages.ts'
import { patientNumbers, patients } from '../../server/db/schema/patients.ts'
import { endLinks } from '../../server/links/store.ts'
import { claimDue } from '../../server/messages/claim.ts'
import { sendDue } from '../../server/messages/send-due.ts'
import { lockPatients } from '../../server/patients/lock.ts'
import type { House } from '../support/house.ts'
import {
  type AskedPatient,
  makeAskedPatient,
  makeTeamOfOwn,
  openPostOffice,
  post,
} from '../support/outbox.ts'
import { openBrowser } from '../support/patient-browser.ts'

const RIGHT = 'echte@example.nl'

let house: House
let asked: AskedPatient
beforeEach(async () => {
  house = await openPostOffice()
  asked = await makeAskedPatient(house, await makeTeamOfOwn(house))
})
afterEach(() => house.close())

const ctx = () => systemCtx(asked.organisationId, 'test')
const correct = (email: string | null = RIGHT) =>
  changeContact(house.deps, ctx(), asked.patientId, { email, phone: null, prefersTexts: false })
const tokenIn = (mail = house.mails.at(-1)) => mail?.text.match(/\/v\/([\w-]{43})/)?.[1] ?? ''
const opens = async (token: string) => (await openBrowser(house).open(token)).status
const endedLines = () =>
  house.db
    .select({ detail: auditEvents.detail, patientId: auditSubjects.patientId })
    .from(auditEvents)
    .innerJoin(auditSubjects, eq(auditSubjects.eventId, auditEvents.id))
    .where(eq(auditEvents.type, 'links.ended'))

/** The mail server refuses for now, once. */
async function refuseOnce() {
  const { send } = house.deps.mail
  house.deps.mail.send = () => Promise.reject(Object.assign(new Error('later'), { responseCode: 451 }))
  await post(house)
  house.deps.mail.send = send
}

test('a mail that is tried again after the address was put right has links that work', async () => {
  await refuseOnce()
  await correct()
  house.pass(60_000)
  expect(await sendDue(house.deps)).toMatchObject({ sent: 1 })
  expect(house.mails.map(({ to }) => to)).toEqual([RIGHT])
  expect(await opens(tokenIn())).toBe(303)
  const optOut = house.mails[0]?.headers['List-Unsubscribe']?.match(/\/u\/[\w-]{43}/)?.[0] ?? ''
  expect((await house.app.request(optOut, { method: 'POST' })).status).toBe(200)
})

test('who gets another address gets a link there at once, and it does not say that they asked', async () => {
  await post(house)
  const before = tokenIn()
  await correct()
  expect(await sendDue(house.deps)).toMatchObject({ sent: 1 })
  expect(house.mails.at(-1)?.to).toBe(RIGHT)
  expect(house.mails.at(-1)?.text).toContain('heeft nu dit mailadres van u')
  expect(house.mails.at(-1)?.text).not.toContain('U vroeg')
  expect([await opens(before), await opens(tokenIn())]).toEqual([410, 303])
  expect(await endedLines()).toEqual([{ detail: { links: 2 }, patientId: asked.patientId }])
})

test('so does who is reached again after their links were ended, at the same address too', async () => {
  await post(house)
  const to = house.mails[0]?.to ?? ''
  await endMailedLinks(house.deps, ctx(), asked.patientId)
  await correct(to)
  expect(await sendDue(house.deps)).toMatchObject({ sent: 1 })
  expect(await opens(tokenIn())).toBe(303)
})

test('it waits for the sending hours; nothing goes to whom nothing was sent, or who has no address now', async () => {
  await correct()
  expect(await sendDue(house.deps)).toMatchObject({ sent: 0, suppressed: 0 })
  await post(house)
  house.goTo('2026-03-02T21:30:00Z')
  await correct('derde@example.nl')
  expect(await sendDue(house.deps)).toMatchObject({ sent: 0 })
  await correct(null)
  house.goTo('2026-03-03T08:00:00Z')
  expect(await sendDue(house.deps)).toMatchObject({ sent: 0, suppressed: 1 })
  const waiting = await house.db.select().from(messages).where(eq(messages.kind, 'new-address'))
  expect(waiting).toMatchObject([{ why: 'no-address' }])
})

test('an address that came with an enrolment by hand replaces a dead one, with the links that went there', async () => {
  await post(house)
  const before = tokenIn()
  await house.db.update(patients).set({ emailDeadAt: '2026-03-02T08:30:00.000Z' })
  const [person] = await house.db.select().from(patients)
  const [known] = await house.db.select().from(patientNumbers)
  if (!person || !known) throw new Error('There is nobody')
  const named = { ...person, number: known.number, email: RIGHT, phone: undefined }
  await enrolPerson(house.deps, ctx(), named, { teamId: asked.teamId, side: 'left' })
  await sendDue(house.deps)
  expect(house.mails.at(-1)?.to).toBe(RIGHT)
  expect([await opens(before), await opens(tokenIn())]).toEqual([410, 303])
  expect(await endedLines()).toHaveLength(1)
})

test('links are ended before a mail is taken in hand or after it, never in between', async () => {
  await refuseOnce()
  house.pass(60_000)
  const at = house.deps.now().toISOString()
  const locked = Promise.withResolvers<void>()
  const act = house.db.transaction(async (tx) => {
    await lockPatients(tx, [asked.patientId])
    locked.resolve()
    await pause(150) // time to look, for who would not wait
    await tx.update(patients).set({ emailDeadAt: at })
    await endLinks(tx, house.deps, [asked.patientId])
  })
  await locked.promise
  const claim = claimDue(house.deps, 50)
  await act
  expect(await claim).toMatchObject({ taken: 1, toSend: [], suppressed: 1 })
  const answers = and(eq(links.patientId, asked.patientId), eq(links.kind, 'answer'))
  expect(await house.db.select().from(links).where(answers)).toEqual([])
})
