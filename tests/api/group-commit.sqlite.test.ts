import { expect, test } from 'vitest'
import { settings } from '../../server/db/schema/organisations.ts'
import { openTestDatabase } from '../support/database.ts'

test('what goes ahead does not wait for a long line', async () => {
  const database = await openTestDatabase()
  const done: string[] = []
  const write = (name: string, order?: 'ahead') =>
    database.db
      .transaction((tx) => tx.insert(settings).values({ name, value: '' }).returning(), order)
      .then(() => done.push(name))
  const line = Array.from({ length: 100 }, (_, number) => write(`${number}`))
  const ahead = write('look', 'ahead')
  await ahead
  expect(done.length).toBeLessThan(60)
  await Promise.all(line)
  expect(await database.db.select().from(settings)).toHaveLength(101)
  await database.close()
})
