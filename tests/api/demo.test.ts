import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { meetingKinds } from '../../core/meetings/meeting-topics.ts'
import { weekdayOf } from '../../core/time/weekday.ts'
import { assessments, enrolments } from '../../server/db/schema/care.ts'
import { meetings } from '../../server/db/schema/meetings.ts'
import { organisations, teams } from '../../server/db/schema/organisations.ts'
import { agreements, alerts, discussions, responses, scores } from '../../server/db/schema/outcomes.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { user } from '../../server/db/schema/staff.ts'
import { claimMode } from '../../server/demo/mode.ts'
import { seedDemo } from '../../server/demo/seed.ts'
import { makeOrganisation } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

const DAY = 86_400_000
const SMALL = { days: 100, patientsPerTeam: 4 }

let house: House
beforeEach(async () => {
  house = await openHouse({ env: { DEMO: '1' } })
})
afterEach(() => house.close())

const answersOf = async ({ db }: House) =>
  (
    await db
      .select({ answers: responses.answers, at: responses.submittedAt })
      .from(responses)
      .where(isNotNull(responses.submittedAt))
      .orderBy(asc(responses.submittedAt))
  )
    .map((row) => JSON.stringify(row))
    .toSorted()

async function daysPassed({ deps }: House): Promise<number> {
  let passed = 0
  await seedDemo(deps, {
    size: SMALL,
    begins: (days) => {
      passed = days
    },
  })
  return passed
}

test('the demo is a region with a past, made by the acts of the real house, and the same every time', {
  timeout: 90_000,
}, async () => {
  expect(await daysPassed(house)).toBe(100)
  expect(await house.db.$count(organisations)).toBe(2)
  expect(await house.db.$count(teams)).toBe(4)
  expect(await house.db.$count(patients)).toBe(16)
  expect(await house.db.$count(enrolments)).toBe(16)
  for (const table of [scores, discussions, agreements])
    expect(await house.db.$count(table)).toBeGreaterThan(0)
  const talks = await house.db.select().from(meetings)
  expect(new Set(talks.map(({ kind }) => kind))).toEqual(new Set(meetingKinds))
  // The day of the start is a Monday: two days before it, when a steering group would be planned, nobody meets.
  expect(talks.filter(({ startsAt }) => weekdayOf(startsAt) > 5)).toEqual([])

  // Somebody said on which day they go back to work, and what is asked after it is planned.
  const afterWork = and(eq(assessments.moment, 'back-at-work'), isNull(assessments.withdrawnAt))
  expect(await house.db.$count(assessments, afterWork)).toBeGreaterThan(0)

  const again = await openHouse({ env: { DEMO: '1' } })
  await daysPassed(again)
  expect(await answersOf(again)).toEqual(await answersOf(house))
  await again.close()
})

test('somebody finds alerts to answer: a few, from the last days, one of them urgent', {
  timeout: 90_000,
}, async () => {
  await seedDemo(house.deps, { size: { days: 90, patientsPerTeam: 60 } })
  const all = await house.db.select().from(alerts)
  const open = all.filter(({ closedAt }) => closedAt === null)
  // Who says that it cannot wait makes all alerts of that answer urgent.
  const urgent = open.filter(({ severity }) => severity === 'urgent')
  expect(new Set(urgent.map(({ responseId }) => responseId)).size).toBe(1)
  expect(open.filter(({ acknowledgedAt }) => acknowledgedAt === null).length).toBeGreaterThan(1)
  expect(open.length).toBeLessThan(14)
  const lately = new Date(house.deps.now().getTime() - 7 * DAY).toISOString()
  expect(open.filter(({ raisedAt }) => raisedAt < lately)).toEqual([])
  const taken = all.filter(({ acknowledgedAt }) => acknowledgedAt !== null)
  const inTime = taken.filter(({ acknowledgedAt, respondBy }) => (acknowledgedAt ?? '') <= respondBy)
  expect(inTime.length / taken.length).toBeGreaterThan(0.7)
})

test('a later start lets the missed days pass, and the same day nothing', { timeout: 90_000 }, async () => {
  await daysPassed(house)
  expect(await daysPassed(house)).toBe(0)
  const before = await house.db.$count(responses)
  house.pass(5 * DAY)
  expect(await daysPassed(house)).toBe(5)
  expect(await house.db.$count(responses)).toBeGreaterThan(before)
  expect(await house.db.$count(patients)).toBe(16)
})

test('two starts at once fill it once', { timeout: 90_000 }, async () => {
  const start = () => house.database.alone(() => daysPassed(house))
  expect((await Promise.all([start(), start()])).toSorted()).toEqual([0, 100])
  expect(await house.db.$count(patients)).toBe(16)
})

test('a start that was cut off leaves nothing in the way of the next', { timeout: 90_000 }, async () => {
  const [name, email, at] = ['', 'hilde.oomen@demo.example', house.deps.now().toISOString()]
  const inTheWay = { id: 'usr_other', name, email, emailVerified: true, createdAt: at, updatedAt: at }
  await house.db.insert(user).values(inTheWay)
  await expect(daysPassed(house)).rejects.toThrow(/Failed query/)
  expect(await house.db.$count(organisations)).toBe(0)
  await house.db.delete(user)
  expect(await daysPassed(house)).toBe(100)
})

test('a demo refuses a real database, and real mode refuses a demo', async () => {
  await claimMode(house.db, true)
  await claimMode(house.db, true)
  await expect(claimMode(house.db, false)).rejects.toThrow('holds the demo')

  const real = await openHouse()
  await makeOrganisation(real)
  await expect(claimMode(real.db, true)).rejects.toThrow('holds a real installation')
  await claimMode(real.db, false)
  await expect(claimMode(real.db, true)).rejects.toThrow('holds a real installation')
  await real.close()
})
