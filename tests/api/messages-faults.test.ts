import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { messages } from '../../server/db/schema/messages.ts'
import type { Deps, Mail } from '../../server/deps.ts'
import { createBreaker } from '../../server/messages/breaker.ts'
import { planMessages } from '../../server/messages/plan-messages.ts'
import { lastRound, noteRound } from '../../server/messages/rounds.ts'
import { sendDue } from '../../server/messages/send-due.ts'
import { watchSender } from '../../server/messages/watchdog.ts'
import type { House } from '../support/house.ts'
import { makeAskedPatient, makeTeamOfOwn, openPostOffice, outbox, post } from '../support/outbox.ts'

let house: House
let place: Awaited<ReturnType<typeof makeTeamOfOwn>>
beforeEach(async () => {
  house = await openPostOffice({ MAIL_PER_MINUTE: '0' })
  place = await makeTeamOfOwn(house)
})
afterEach(() => house.close())

const DAY = 24 * 3_600_000
async function plan(people: number) {
  for (let n = 0; n < people; n++) await makeAskedPatient(house, place)
  expect(await planMessages(house.deps)).toBe(people)
}
const sendWith = (send: (mail: Mail) => Promise<void>) => {
  house.deps.mail = { send, close: async () => {} }
}

test('a sender that dies in the middle of a campaign is followed by another: nobody is missed, and twice is the same mail', async () => {
  await plan(60)
  const arrived: Mail[] = []
  const never = new Promise<void>(() => {})
  sendWith(async (mail) => {
    arrived.push(mail)
    if (arrived.length > 20) await never // taken by the mail server; the sender never hears so
  })
  void sendDue(house.deps)
  while (arrived.length < 25) await pause(5)
  const before = [...arrived]
  sendWith(async (mail) => void arrived.push(mail))
  await sendDue(house.deps) // what the dead one has in hand is left alone
  house.pass(11 * 60_000)
  await sendDue(house.deps)
  expect((await outbox(house)).every(({ sentAt }) => sentAt !== null)).toBe(true)
  expect(new Set(arrived.map(({ to }) => to)).size).toBe(60)
  expect(arrived).toHaveLength(65)
  const twice = arrived.filter(({ to }, at) => arrived.findIndex((mail) => mail.to === to) < at)
  expect(twice.every(({ messageId }) => before.some((mail) => mail.messageId === messageId))).toBe(true)
})

test('a slow mail server holds up nobody else', async () => {
  await plan(5)
  let isSlow = true
  sendWith(async () => {
    while (isSlow) await pause(5)
  })
  const sending = sendDue(house.deps)
  await pause(20)
  await house.db.transaction((tx) => tx.$count(messages))
  await makeAskedPatient(house, place) // writes, while five mails are on their way
  isSlow = false
  expect(await sending).toMatchObject({ sent: 5 })
})

test('what a slow sender keeps in hand for too long is sent by another, and once', async () => {
  await plan(6)
  const arrived: string[] = []
  const slow = Promise.withResolvers<void>()
  sendWith(async (mail) => {
    arrived.push(mail.to)
    await slow.promise
  })
  const sending = sendDue(house.deps)
  while (arrived.length < 5) await pause(5)
  house.pass(11 * 60_000)
  sendWith(async (mail) => void arrived.push(mail.to))
  expect(await sendDue(house.deps)).toMatchObject({ sent: 6 }) // the five under way too: nobody knows that they arrived
  slow.resolve()
  await sending
  expect(new Set(arrived).size).toBe(6)
  expect(arrived, 'the sixth had not left the slow one').toHaveLength(11)
})

test('what a slow mail server keeps in hand until the evening goes in the morning', async () => {
  await plan(6)
  let sent = 0
  sendWith(async () => {
    sent += 1
    if (sent === 5) house.goTo('2026-03-02T19:00:01.000Z') // a second past eight
    while (sent < 5) await pause(5)
  })
  expect(await sendDue(house.deps)).toMatchObject({ sent: 5, suppressed: 0 })
  expect(await sendDue(house.deps)).toMatchObject({ sent: 0 })
  const stays = (await outbox(house)).filter(({ sentAt }) => sentAt === null)
  expect(stays).toMatchObject([{ leaseUntil: null, suppressedAt: null, failedAt: null }])
  house.goTo('2026-03-03T07:00:00.000Z')
  expect(await sendDue(house.deps)).toMatchObject({ sent: 1 })
})

test('a clock that was ahead and is put back holds no mail up, and hides no sender that stopped', async () => {
  await plan(1)
  const breaker = createBreaker()
  house.pass(DAY)
  await noteRound(house.deps)
  for (let times = 0; times < 10; times++) breaker.failed(house.deps.now())
  expect(breaker.isOpen(house.deps.now())).toBe(true)
  house.pass(-DAY)
  expect(await lastRound(house.deps)).toMatchObject({ isLate: true })
  sendWith(async () => {})
  expect(await sendDue(house.deps, breaker)).toMatchObject({ sent: 1 })
})

test('a watchdog shouts each time that it finds no sender, and says once that there is one again', async () => {
  const said: string[] = []
  const says = (level: string) => (about: { lastRound: string }) =>
    void said.push(`${level} ${about.lastRound}`)
  const log = { error: says('error'), info: says('info') } as unknown as Deps['log']
  const look = watchSender({ ...house.deps, log })
  await look()
  await noteRound(house.deps)
  for (let times = 0; times < 2; times++) await look()
  const lastRound = house.deps.now().toISOString()
  house.pass(5 * 60_000 + 1)
  for (let times = 0; times < 2; times++) await look()
  await noteRound(house.deps)
  for (let times = 0; times < 2; times++) await look()
  const again = house.deps.now().toISOString()
  expect(said).toEqual([
    'error null',
    `info ${lastRound}`,
    `error ${lastRound}`,
    `error ${lastRound}`,
    `info ${again}`,
  ])
})

test('a clock that is put back or ahead sends nothing twice, and nothing too late', async () => {
  await plan(1)
  expect(await sendDue(house.deps)).toMatchObject({ sent: 1 })
  house.pass(-3 * DAY)
  expect(await post(house)).toMatchObject({ planned: 0, sent: 0 })
  house.pass(3 * DAY)
  expect(await post(house)).toMatchObject({ planned: 0, sent: 0 })

  await makeAskedPatient(house, place)
  expect(await planMessages(house.deps)).toBe(1)
  house.pass(365 * DAY)
  expect(await post(house)).toMatchObject({ planned: 0, sent: 0, suppressed: 1 })
})
