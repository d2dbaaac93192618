import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assessments } from '../../server/db/schema/care.ts'
import { readOpenUnanswered } from '../../server/messages/candidates.ts'
import type { House } from '../support/house.ts'
import { makeAskedPatient, makeTeamOfOwn, openPostOffice } from '../support/outbox.ts'

const MANY = 2500

let house: House
beforeAll(async () => {
  house = await openPostOffice()
})
afterAll(() => house.close())

test('all that waits for answers is found once, however many close in the same moment', async () => {
  const { assessmentId } = await makeAskedPatient(house, await makeTeamOfOwn(house))
  const [first] = await house.db.select().from(assessments).where(eq(assessments.id, assessmentId))
  if (!first) throw new Error('nobody is asked')
  const copies = Array.from({ length: MANY }, (_, place) => ({
    ...first,
    id: house.deps.newId('ass'),
    anchor: `appointment:${place}`,
    closesAt: place % 5 === 0 ? first.linkDeadAt : first.closesAt,
  }))
  for (let from = 0; from < MANY; from += 250)
    await house.db.transaction((tx) => tx.insert(assessments).values(copies.slice(from, from + 250)))
  const found = (await readOpenUnanswered(house.db, { now: house.deps.now().toISOString() })).map(
    ({ id }) => id,
  )
  expect(found.toSorted()).toEqual([assessmentId, ...copies.map(({ id }) => id)].toSorted())
})
