import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { assessments } from '../../server/db/schema/care.ts'
import { messages } from '../../server/db/schema/messages.ts'
import { calls } from '../../server/db/schema/outreach.ts'
import { planMessages } from '../../server/messages/plan-messages.ts'
import { sendDue } from '../../server/messages/send-due.ts'
import { startSender } from '../../server/messages/sender.ts'
import { makeStaff } from '../support/factories.ts'
import type { House } from '../support/house.ts'
import { makeAskedPatient, makeTeamOfOwn, openPostOffice, outbox, post } from '../support/outbox.ts'
import { makeRule, makeTexted, withMail } from '../support/texted.ts'

let house: House
let place: Awaited<ReturnType<typeof makeTeamOfOwn>>
beforeEach(async () => {
  house = await openPostOffice({ SMS_URL: 'http://localhost:1/texts' })
  place = await makeTeamOfOwn(house)
})
afterEach(() => house.close())

const withoutGateway = () => {
  const { SMS_URL: _, ...without } = house.deps.config
  house.deps.config = without
}

test('after a moved appointment a text message takes over from silence once more', async () => {
  await makeRule(house, place, { callDaysBefore: null, fallbackDays: 2 })
  const { assessmentId } = await makeTexted(house, place, withMail)
  await post(house)
  house.goTo('2026-03-04T10:00:00Z')
  await post(house)
  expect(house.texts).toHaveLength(1)
  const moved = { opensAt: '2026-03-10T00:00:00.000Z', closesAt: '2026-03-25T00:00:00.000Z' }
  await house.db.update(assessments).set(moved).where(eq(assessments.id, assessmentId))
  for (const day of [10, 11, 12, 13]) {
    house.goTo(`2026-03-${day}T10:00:00Z`)
    await post(house)
  }
  expect(house.texts).toHaveLength(2)
})

test('near the visit a call goes first; whom three calls did not reach gets a text message', async () => {
  await makeRule(house, place, { callDaysBefore: 7, fallbackDays: 2 })
  const { patientId, assessmentId } = await makeTexted(house, place, withMail)
  await post(house)
  house.goTo('2026-03-05T10:00:00Z')
  expect(await planMessages(house.deps)).toBe(0)
  const staffId = await makeStaff(house, { ...place, role: 'clinician' })
  const call = { teamId: place.teamId, patientId, assessmentId, staffId, outcome: 'not-reached' }
  for (const day of [3, 4, 5])
    await house.db
      .insert(calls)
      .values({ id: house.deps.newId('cal'), ...call, calledAt: `2026-03-0${day}T09:00:00.000Z` })
  expect(await planMessages(house.deps)).toBe(1)
  expect((await outbox(house)).at(-1)).toMatchObject({ channel: 'sms', patientId })
})

test('where the gateway is gone nothing waits for it: mail takes over, and what was asked for goes at once', async () => {
  const { patientId } = await makeTexted(house, place, { ...withMail, prefersTexts: true })
  await makeTexted(house, place)
  await planMessages(house.deps)
  const asked = { organisationId: place.organisationId, patientId, kind: 'new-link', channel: 'sms' }
  const at = house.deps.now().toISOString()
  await house.db
    .insert(messages)
    .values({ id: 'msg_asked', ...asked, batch: 'asked', dueAt: at, createdAt: at, attempts: 0 })
  withoutGateway()
  expect(await sendDue(house.deps)).toMatchObject({ suppressed: 2 })
  const rows = await outbox(house)
  expect(rows.filter(({ why }) => why === 'no-gateway')).toHaveLength(2)
  expect(rows.find(({ id }) => id === 'msg_asked')).toMatchObject({ channel: 'mail' })
  expect(await post(house)).toMatchObject({ planned: 1 })
  expect((await outbox(house)).filter(({ channel, sentAt }) => channel === 'mail' && sentAt)).toHaveLength(2)
  expect(house.texts).toHaveLength(0)
})

test('a text message does not wait for a mail server that hangs, nor does a long campaign look like a standstill', async () => {
  await makeAskedPatient(house, place)
  await makeTexted(house, place)
  await planMessages(house.deps)
  const hangs = Promise.withResolvers<void>()
  house.deps.mail = { send: () => hangs.promise, close: async () => {} }
  const texted = Promise.withResolvers<void>()
  house.deps.texts = { send: async () => texted.resolve() }
  const sender = startSender(house.deps)
  await texted.promise
  expect((await outbox(house)).filter(({ sentAt, channel }) => sentAt && channel === 'mail')).toEqual([])
  hangs.resolve()
  await sender.stop()
  await expect(sender.ready()).resolves.toBeUndefined()
})
