import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isUniqueViolation } from '../../server/db/errors.ts'
import { settings } from '../../server/db/schema/organisations.ts'
import { openTestDatabase } from '../support/database.ts'

let database: Awaited<ReturnType<typeof openTestDatabase>>
beforeEach(async () => {
  database = await openTestDatabase()
})
afterEach(() => database.close())

const names = async () =>
  (await database.db.select({ name: settings.name }).from(settings)).map(({ name }) => name)
const tick = () => new Promise((resolve) => setImmediate(resolve))

test('of many transactions at once, exactly those that were answered well are stored', async () => {
  const work = Array.from({ length: 200 }, (_, number) =>
    database.db.transaction(async (tx) => {
      await tx.insert(settings).values({ name: `one ${number}`, value: '' })
      if (number % 5 === 0) await tick()
      if (number % 3 === 0) throw new Error('changed my mind')
      await tx.insert(settings).values({ name: `two ${number}`, value: '' })
    }),
  )
  const results = await Promise.allSettled(work)
  const expected = results.flatMap(({ status }, number) =>
    status === 'fulfilled' ? [`one ${number}`, `two ${number}`] : [],
  )
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(67)
  expect((await names()).toSorted()).toEqual(expected.toSorted())
})

test('a clash is refused by name and undoes only its own transaction', async () => {
  await database.db.insert(settings).values({ name: 'taken', value: '' })
  const [clash, fine] = await Promise.allSettled([
    database.db.transaction(async (tx) => {
      await tx.insert(settings).values({ name: 'before', value: '' })
      await tx.insert(settings).values({ name: 'taken', value: '' })
    }),
    database.db.transaction(async (tx) => tx.insert(settings).values({ name: 'beside', value: '' })),
  ])
  expect(clash.status === 'rejected' && isUniqueViolation(clash.reason)).toBe(true)
  expect(fine.status).toBe('fulfilled')
  expect((await names()).toSorted()).toEqual(['beside', 'taken'])
})

test('transactions do not nest', async () => {
  const nested = database.db.transaction(() => database.db.transaction(async () => 'never'))
  await expect(nested).rejects.toThrow('Transactions do not nest')
})

test('a conditional update is won by one of many', async () => {
  await database.db.insert(settings).values({ name: 'prize', value: 'free' })
  const takers = Array.from({ length: 30 }, (_, number) =>
    database.db.transaction((tx) =>
      tx
        .update(settings)
        .set({ value: `taken by ${number}` })
        .where(eq(settings.value, 'free'))
        .returning({ value: settings.value }),
    ),
  )
  const won = (await Promise.all(takers)).flat()
  expect(won).toHaveLength(1)
})

test('a lone write that clashes undoes only itself, whatever shares its flush', async () => {
  const write = (name: string) => database.db.insert(settings).values({ name, value: '' })
  const together = ['a', 'b', 'a', 'c'].map(async (name) => write(name))
  const results = await Promise.allSettled(together)
  const clash = results.find((result) => result.status === 'rejected')
  expect(isUniqueViolation(clash?.reason)).toBe(true)
  expect((await names()).toSorted()).toEqual(['a', 'b', 'c'])
})
