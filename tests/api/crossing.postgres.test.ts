import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Tx } from '../../server/db/database.ts'
import { settings } from '../../server/db/schema/organisations.ts'
import { scoreFigures, scores } from '../../server/db/schema/outcomes.ts'
import { rebuildFigures, verifyFigures } from '../../server/figures/rebuild.ts'
import { makeCourse, makePerson } from '../support/cohort.ts'
import { makeOrganisation, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

/** `all` resolves when `come` was called so many times. */
function meeting(people: number) {
  const { promise, resolve } = Promise.withResolvers<void>()
  let missing = people
  const come = () => {
    missing -= 1
    if (missing <= 0) resolve()
  }
  return { come, all: promise }
}

test('two transactions that wait for each other are both done in the end', async () => {
  await house.db.insert(settings).values(['a', 'b'].map((name) => ({ name, value: '' })))
  const met = meeting(2)
  const write = (tx: Tx, name: string, value: string) =>
    tx.update(settings).set({ value }).where(eq(settings.name, name))
  let tries = 0
  const inTurn = (first: string, second: string) =>
    house.db.transaction(async (tx) => {
      tries += 1
      await write(tx, first, `of ${first}`)
      met.come()
      await met.all
      await write(tx, second, `of ${first}`)
    })
  await Promise.all([inTurn('a', 'b'), inTurn('b', 'a')])
  expect(tries).toBe(3)
  const values = await house.db.select({ value: settings.value }).from(settings)
  expect(new Set(values.map(({ value }) => value)).size).toBe(1)
})

test('figures are counted anew beside an answer that is on its way', async () => {
  const organisationId = await makeOrganisation(house)
  const teamId = await makeTeam(house, organisationId)
  const course = async (value: number | null) => {
    const person = await makePerson(house, { organisationId, teamId })
    const scored = { instrument: 'hip-knee', scale: 'pain', value }
    return makeCourse(house, person, {
      moment: 'intake',
      on: '2026-02-03',
      came: 'completed',
      scores: [scored],
    })
  }
  await course(4)
  const { responseId } = await course(null)
  await house.db.delete(scoreFigures)

  const written = meeting(1)
  const seen = meeting(1)
  const answered = house.db.transaction(async (tx) => {
    await tx.update(scores).set({ value: 4 }).where(eq(scores.responseId, responseId))
    written.come()
    await seen.all
  })
  await written.all
  const rebuilt = rebuildFigures(house.database)
  await Promise.race([rebuilt.catch(() => {}), new Promise((resolve) => setTimeout(resolve, 300))])
  seen.come()
  await Promise.all([answered, rebuilt])
  expect((await verifyFigures(house.db)).wrong).toEqual([])
  expect(await house.db.select().from(scoreFigures)).toMatchObject([{ n: 2, people: 2 }])
})
