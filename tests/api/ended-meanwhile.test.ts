import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { assessments } from '../../server/db/schema/care.ts'
import { responses } from '../../server/db/schema/outcomes.ts'
import { makeStaff } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeAsked, makeClinic, NOW, openBrowser } from '../support/patient-browser.ts'

// A care path that ends in the instant in which its patient sends answers.

let house: House
let clinic: Awaited<ReturnType<typeof makeClinic>>
beforeEach(async () => {
  house = await openHouse({ now: NOW })
  clinic = await makeClinic(house)
})
afterEach(() => house.close())

const KNEE = { pain_walking: 3, pain_rest: 2, pain_night: 4, stairs: 3, rising: 2, trust: 6 }
const ANSWERS = { 'hip-knee': KNEE, 'everyday-mood': { tension: 2, low_mood: 9 } }

/** Does this when the program is about to begin its next transaction: all that it read before is old by then. */
function beforeNextTransaction(act: () => Promise<unknown>) {
  const { db } = house.deps
  const begin = db.transaction
  db.transaction = (async (...given: Parameters<typeof begin>) => {
    db.transaction = begin
    await act()
    return begin.apply(db, given)
  }) as typeof begin
}

/** Begins this when all that the next transaction writes is written, and before anybody else sees it. */
function beforeNextCommit(act: () => Promise<unknown>) {
  const { db } = house.deps
  const begin = db.transaction
  const elsewhere = AsyncLocalStorage.snapshot()
  const { promise, resolve } = Promise.withResolvers<unknown>()
  db.transaction = (async (...[write, ...rest]: Parameters<typeof begin>) => {
    db.transaction = begin
    const written: typeof write = async (tx) => {
      const result = await write(tx)
      resolve(elsewhere(act)) // as another request, which is no part of this transaction
      await setTimeout(100)
      return result
    }
    return begin.apply(db, [written, ...rest])
  }) as typeof begin
  return promise
}

async function outcome(assessmentId: string) {
  const [asked] = await house.db.select().from(assessments).where(eq(assessments.id, assessmentId))
  const answered = await house.db.select().from(responses).where(eq(responses.assessmentId, assessmentId))
  return {
    isWithdrawn: asked?.withdrawnAt !== null,
    isAnswered: answered.some(({ submittedAt }) => submittedAt !== null),
  }
}

const ends = ['loss', 'deceased', 'withdrawn'] as const

async function asked(draft: boolean) {
  const one = await makeAsked(house, clinic)
  const clinician = await makeStaff(house, { ...clinic, role: 'clinician' })
  const browser = openBrowser(house)
  await browser.open(one.token)
  if (draft) await browser.save(one.assessmentId, 0, { 'hip-knee': KNEE })
  const submit = () => browser.submit(one.assessmentId, draft ? 1 : 0, { answers: ANSWERS })
  const end = (reason: string) =>
    house.as(clinician).post(`/api/enrolments/${one.enrolmentId}/end`, { reason })
  return { ...one, submit, end }
}

test.each(ends)(
  '%s is told just before answers are stored: they are kept as if they came first',
  async (reason) => {
    for (const draft of [false, true]) {
      const { assessmentId, submit, end } = await asked(draft)
      let told = 0
      beforeNextTransaction(async () => {
        told = (await end(reason)).status
      })
      expect((await submit()).status).toBe(200)
      expect(told).toBe(204)
      expect(await outcome(assessmentId)).toEqual({ isWithdrawn: false, isAnswered: true })
    }
  },
)

test.each(ends)('%s is told while answers are being stored: what is answered stays so', async (reason) => {
  for (const draft of [false, true]) {
    const { assessmentId, submit, end } = await asked(draft)
    const told = beforeNextCommit(() => end(reason))
    expect((await submit()).status).toBe(200)
    expect(await told).toMatchObject({ status: 204 })
    expect(await outcome(assessmentId)).toEqual({ isWithdrawn: false, isAnswered: true })
  }
})

test.each(ends)('answers come while %s is being stored: one of the two holds whole', async (reason) => {
  for (const draft of [false, true]) {
    const { assessmentId, submit, end } = await asked(draft)
    const sent = beforeNextCommit(submit)
    expect(await end(reason)).toMatchObject({ status: 204 })
    const isTaken = ((await sent) as { status: number }).status === 200
    expect(await outcome(assessmentId)).toEqual({ isWithdrawn: !isTaken, isAnswered: isTaken })
  }
})

test('told in the same instant, in either order, something is answered or withdrawn, never both', async () => {
  for (let round = 0; round < 24; round++) {
    const { assessmentId, submit, end } = await asked(round % 2 === 0)
    const reason = ends[round % 3] ?? 'loss'
    const acts = [submit, () => end(reason)]
    const [first, second] = round % 4 < 2 ? acts : acts.toReversed()
    await Promise.all([first?.(), second?.()])
    const { isWithdrawn, isAnswered } = await outcome(assessmentId)
    expect(isWithdrawn, `round ${round}`).toBe(!isAnswered)
  }
})
