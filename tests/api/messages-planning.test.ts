import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { appointmentMessageShape } from '../../core/feeds/appointment-message.ts'
import { admitAppointments } from '../../server/acts/admit-appointment.ts'
import { systemCtx } from '../../server/ctx.ts'
import { appointments, assessments, enrolments } from '../../server/db/schema/care.ts'
import { patients } from '../../server/db/schema/patients.ts'
import type { Mail } from '../../server/deps.ts'
import { planMessages } from '../../server/messages/plan-messages.ts'
import type { House } from '../support/house.ts'
import {
  type AskedPatient,
  about,
  makeAskedPatient,
  makeAssessment,
  makeTeamOfOwn,
  openPostOffice,
  outbox,
  post,
  submit,
} from '../support/outbox.ts'

let house: House
let place: Awaited<ReturnType<typeof makeTeamOfOwn>>
beforeEach(async () => {
  house = await openPostOffice()
  place = await makeTeamOfOwn(house)
})
afterEach(() => house.close())

test('one mail for all that is due, however often it is planned', async () => {
  const person = await makeAskedPatient(house, place)
  await makeAssessment(house, { ...pick(person), moment: 'check-up', anchor: 'appointment:other' })
  expect(await post(house)).toMatchObject({ planned: 1, sent: 1 })
  expect(await post(house)).toEqual({ planned: 0, sent: 0, suppressed: 0, retried: 0, failed: 0 })
  expect(house.mails).toHaveLength(1)
  expect(await about(house)).toMatchObject([
    { kind: 'invitation', ordinal: 1 },
    { kind: 'invitation', ordinal: 1 },
  ])
})

test('two planners at once write one mail', async () => {
  await makeAskedPatient(house, place)
  await Promise.all([planMessages(house.deps), planMessages(house.deps), planMessages(house.deps)])
  expect(await outbox(house)).toHaveLength(1)
})

test('nothing is planned or sent outside of the sending hours', async () => {
  await makeAskedPatient(house, place)
  house.goTo('2026-03-02T06:59:00Z')
  expect(await post(house)).toMatchObject({ planned: 0 })
  house.goTo('2026-03-02T19:00:00Z')
  expect(await post(house)).toMatchObject({ planned: 0 })
  house.goTo('2026-03-03T07:00:00Z')
  expect(await post(house)).toMatchObject({ planned: 1, sent: 1 })
})

test('a reminder when it is due, one mail a day, none after the window has closed', async () => {
  house.goTo('2026-02-24T08:00:00Z')
  await makeAskedPatient(house, place)
  const sentOn: string[] = []
  for (let day = Date.parse('2026-02-24T08:00:00Z'); day < Date.parse('2026-03-14'); day += 86_400_000) {
    house.goTo(new Date(day).toISOString())
    if ((await post(house)).sent > 0) sentOn.push(new Date(day).toISOString().slice(0, 10))
  }
  // Opened on the 24th; P4D later and P3D before the visit on the 10th.
  expect(sentOn).toEqual(['2026-02-24', '2026-02-28', '2026-03-07'])
  expect(house.mails.map(({ subject }) => subject.startsWith('Herinnering'))).toEqual([false, true, true])
})

test('after a standstill one reminder goes and the others are written down as not sent', async () => {
  house.goTo('2026-02-24T08:00:00Z')
  await makeAskedPatient(house, place)
  await post(house)
  house.goTo('2026-03-08T08:00:00Z')
  expect(await post(house)).toMatchObject({ planned: 1, sent: 1 })
  expect(house.mails).toHaveLength(2)
  const rows = await outbox(house)
  expect(rows.filter(({ suppressedAt }) => suppressedAt)).toMatchObject([
    { kind: 'reminder', why: 'newer-reminder', sentAt: null },
  ])
  expect((await about(house)).map(({ kind, ordinal }) => `${kind} ${ordinal}`)).toEqual([
    'invitation 1',
    'reminder 1',
    'reminder 2',
  ])
  expect(await post(house)).toMatchObject({ planned: 0, sent: 0 })
})

test('what opens after the mail of the day waits for tomorrow, unless it cannot', async () => {
  const person = await makeAskedPatient(house, place)
  await post(house)
  house.pass(3_600_000)
  await makeAssessment(house, { ...pick(person), moment: 'check-up', anchor: 'appointment:later' })
  expect(await post(house)).toMatchObject({ planned: 0 })
  await makeAssessment(house, {
    ...pick(person),
    moment: 'check-up',
    anchor: 'appointment:tomorrow',
    dueAt: '2026-03-02T20:00:00.000Z',
    closesAt: '2026-03-03T06:00:00.000Z',
  })
  expect(await post(house)).toMatchObject({ planned: 1, sent: 1 })
  house.goTo('2026-03-03T08:00:00Z')
  expect(await post(house)).toMatchObject({ planned: 1, sent: 1 })
  expect(house.mails).toHaveLength(3)
})

const change = {
  completed: (person: AskedPatient) => submit(house, person),
  'opted-out': (person: AskedPatient) => set(person, { optedOutAt: '2026-03-02T08:00:00.000Z' }),
  deceased: (person: AskedPatient) => set(person, { deceasedOn: '2026-03-01' }),
  'no-address': (person: AskedPatient) => set(person, { email: null, emailKey: null }),
  'address-dead': (person: AskedPatient) => set(person, { emailDeadAt: '2026-03-01T08:00:00.000Z' }),
  withdrawn: ({ assessmentId }: AskedPatient) =>
    house.db
      .update(assessments)
      .set({ withdrawnAt: '2026-03-02T08:00:00.000Z', withdrawnWhy: 'staff' })
      .where(eq(assessments.id, assessmentId)),
  'appointment-cancelled': ({ appointmentId }: AskedPatient) =>
    house.db.update(appointments).set({ status: 'cancelled' }).where(eq(appointments.id, appointmentId)),
  'enrolment-ended': ({ enrolmentId }: AskedPatient) =>
    house.db
      .update(enrolments)
      .set({ endedOn: '2026-03-02', endReason: 'moved' })
      .where(eq(enrolments.id, enrolmentId)),
  closed: ({ assessmentId }: AskedPatient) =>
    house.db
      .update(assessments)
      .set({ closesAt: '2026-03-02T07:00:00.000Z' })
      .where(eq(assessments.id, assessmentId)),
}
const set = ({ patientId }: AskedPatient, row: Partial<typeof patients.$inferInsert>) =>
  house.db.update(patients).set(row).where(eq(patients.id, patientId))

test.each(Object.keys(change) as (keyof typeof change)[])('%s: nothing is planned', async (why) => {
  await change[why](await makeAskedPatient(house, place))
  expect(await post(house)).toMatchObject({ planned: 0, sent: 0 })
})

test.each(Object.keys(change) as (keyof typeof change)[])(
  '%s after it was planned: nothing is sent, and the reason is kept',
  async (why) => {
    const person = await makeAskedPatient(house, place)
    expect(await planMessages(house.deps)).toBe(1)
    await change[why](person)
    expect(await post(house)).toMatchObject({ planned: 0, sent: 0, suppressed: 1 })
    expect(house.mails).toEqual([])
    expect(await outbox(house)).toMatchObject([{ why, sentAt: null }])
  },
)

test('no reminder after an answer, a death or an opt-out', async () => {
  house.goTo('2026-02-24T08:00:00Z')
  const answered = await makeAskedPatient(house, place)
  const died = await makeAskedPatient(house, place)
  const refused = await makeAskedPatient(house, place)
  expect(await post(house)).toMatchObject({ sent: 3 })
  await submit(house, answered)
  await change.deceased(died)
  await change['opted-out'](refused)
  house.goTo('2026-03-07T08:00:00Z')
  expect(await post(house)).toMatchObject({ planned: 0, sent: 0 })
})

test('who was never reached is invited, not reminded, once the address is right', async () => {
  house.goTo('2026-02-24T08:00:00Z')
  const person = await makeAskedPatient(house, place)
  refuseAll(true)
  expect(await post(house)).toMatchObject({ planned: 1, sent: 0, failed: 1 })
  expect(await post(house)).toMatchObject({ planned: 0, failed: 0 })
  refuseAll(false)
  await set(person, { emailDeadAt: null })
  house.goTo('2026-03-06T08:00:00Z') // later than the reminder of the 28th would have been
  expect(await post(house)).toMatchObject({ planned: 1, sent: 1 })
  house.goTo('2026-03-07T08:00:00Z')
  expect(await post(house)).toMatchObject({ planned: 1, sent: 1 })
  expect(house.mails.map(({ subject }) => subject.startsWith('Herinnering'))).toEqual([false, true])
  expect((await about(house)).map(({ kind, ordinal }) => `${kind} ${ordinal}`)).toEqual([
    'invitation 1',
    'invitation 2',
    'reminder 1',
  ])
})

test('an opt-out that is taken back, and a visit that stands after all, are invitations again', async () => {
  house.goTo('2026-02-24T08:00:00Z')
  const refused = await makeAskedPatient(house, place)
  const cancelled = await makeAskedPatient(house, place)
  await planMessages(house.deps)
  await change['opted-out'](refused)
  await change['appointment-cancelled'](cancelled)
  expect(await post(house)).toMatchObject({ sent: 0, suppressed: 2 })
  await set(refused, { optedOutAt: null })
  await house.db
    .update(appointments)
    .set({ status: 'booked' })
    .where(eq(appointments.id, cancelled.appointmentId))
  house.goTo('2026-02-25T08:00:00Z')
  expect(await post(house)).toMatchObject({ planned: 2, sent: 2 })
  expect(house.mails.map(({ subject }) => subject.startsWith('Herinnering'))).toEqual([false, false])
})

test('a reminder that was given up is made up for the next day', async () => {
  house.goTo('2026-02-24T08:00:00Z')
  await makeAskedPatient(house, place)
  await post(house)
  house.goTo('2026-02-28T08:00:00Z')
  refuseAll(true, '552 5.2.2 mailbox full')
  expect(await post(house)).toMatchObject({ planned: 1, failed: 1 })
  refuseAll(false)
  house.goTo('2026-03-01T08:00:00Z')
  expect(await post(house)).toMatchObject({ planned: 1, sent: 1 })
  house.goTo('2026-03-02T08:00:00Z')
  expect(await post(house)).toMatchObject({ planned: 0 })
  expect(house.mails).toHaveLength(2)
})

/** The mail server refuses every recipient, or takes everything again. */
function refuseAll(yes: boolean, response = '550 5.1.1 no such mailbox') {
  const send = async (mail: Mail) => void house.mails.push(mail)
  const refuse = async () => {
    const responseCode = Number(response.slice(0, 3))
    throw Object.assign(new Error(response), { responseCode, response, command: 'RCPT TO' })
  }
  house.deps.mail.send = yes ? refuse : send
}

test('what moved before the mail went is announced when it opens', async () => {
  const { assessmentId } = await makeAskedPatient(house, place)
  await planMessages(house.deps)
  await house.db
    .update(assessments)
    .set({ opensAt: '2026-04-01T22:00:00.000Z', closesAt: '2026-04-15T22:00:00.000Z' })
    .where(eq(assessments.id, assessmentId))
  expect(await post(house)).toMatchObject({ sent: 0, suppressed: 1 })
  house.goTo('2026-04-02T08:00:00Z')
  expect(await post(house)).toMatchObject({ planned: 1, sent: 1 })
  expect((await about(house)).map(({ kind, ordinal }) => `${kind} ${ordinal}`)).toEqual([
    'invitation 1',
    'invitation 2',
  ])
})

test('a link that was mailed lives as long as what it asks, however often that moves', async () => {
  const organisationId = place.organisationId
  const send = (startsAt: string) =>
    admitAppointments(house.deps, systemCtx(organisationId, 'test'), [visit(startsAt)], { source: 'api' })
  const alive = async (day: string) => {
    const answer = await house.app.request(
      `/v/${/\/v\/([\w-]{43})/.exec(house.mails[0]?.text ?? '')?.[1]}/open`,
      {
        method: 'POST',
        headers: { origin: 'http://localhost:3000', accept: 'application/json' },
      },
    )
    return [day, answer.status]
  }
  await send('2026-03-10T10:00')
  expect(await post(house)).toMatchObject({ planned: 1, sent: 1 })
  for (const [startsAt, within, after] of [
    ['2026-04-11T10:00', '2026-04-11T07:00:00Z', '2026-04-19T08:00:00Z'],
    ['2026-05-02T10:00', '2026-05-02T07:00:00Z', '2026-05-10T08:00:00Z'],
  ] as const) {
    house.goTo('2026-03-05T08:00:00Z')
    await send(startsAt)
    house.goTo(within)
    expect(await alive(within)).toEqual([within, 200])
    house.goTo(after)
    expect(await alive(after)).toEqual([after, 410])
  }
  house.goTo('2026-03-05T08:00:00Z')
  await send('2026-03-06T10:00')
  house.goTo('2026-05-02T07:00:00Z')
  expect(await alive('never shorter')).toEqual(['never shorter', 200])
})

const visit = (startsAt: string) =>
  appointmentMessageShape.parse({
    number: 'A-1',
    startsAt,
    kind: 'intake',
    side: 'right',
    patient: {
      number: '4711',
      givenName: 'Wil',
      familyName: 'Bakker',
      birthDate: '1959-04-12',
      email: 'wil@example.nl',
    },
  })

test('two patients with one address get a mail each, which names neither', async () => {
  const address = 'samen@example.nl'
  await makeAskedPatient(house, place, { address, givenName: 'Wil', familyName: 'Bakker' })
  await makeAskedPatient(house, place, { address, givenName: 'Jan', familyName: 'Bakker' })
  expect(await post(house)).toMatchObject({ planned: 2, sent: 2 })
  const links = house.mails.map(({ text }) => text.match(/\/v\/[\w-]{43}/g))
  expect(links.map((found) => found?.length)).toEqual([1, 1])
  expect(links[0]).not.toEqual(links[1])
  for (const { text, html, subject } of house.mails)
    expect(`${subject} ${text} ${html}`).not.toMatch(/Bakker|Jan|afspraak/)
})

const pick = ({ patientId, enrolmentId, appointmentId, teamId }: AskedPatient) => ({
  patientId,
  enrolmentId,
  appointmentId,
  teamId,
})
