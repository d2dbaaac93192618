import Client from 'better-sqlite3'
import { and, eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { drizzle as behindProxy } from 'drizzle-orm/sqlite-proxy'
import { expect, test } from 'vitest'
import { quicken, type Session } from '../../server/db/quick-queries.ts'

const people = sqliteTable('people', {
  id: text().primaryKey(),
  likes: text({ mode: 'json' }).$type<string[]>(),
  isTall: integer('is_tall', { mode: 'boolean' }),
})
const visits = sqliteTable('visits', { id: text().primaryKey(), person: text(), at: integer() })

/** The same rows twice: as drizzle itself reads them, and quickly. */
function open() {
  const client = new Client(':memory:')
  client.exec(`create table people (id text primary key, likes text, is_tall integer);
    create table visits (id text primary key, person text, at integer);
    insert into people values ('ann', '["tea"]', 1), ('bob', null, null), ('cem', '[]', 0);
    insert into visits values ('v1', 'ann', 7), ('v2', 'ann', null)`)
  const ask = async (text: string, params: unknown[]) => {
    const statement = client.prepare(text)
    return { rows: statement.reader ? statement.raw().all(...params) : [statement.run(...params)] }
  }
  const quick = behindProxy(ask as never)
  quicken((quick as unknown as { session: Session }).session, ask)
  return {
    usual: drizzle(client),
    quick: quick as unknown as ReturnType<typeof drizzle>,
  }
}

const questions: Record<string, (db: ReturnType<typeof drizzle>) => PromiseLike<unknown[]>> = {
  'whole rows': (db) => db.select().from(people).orderBy(people.id),
  'a join in which somebody is missing': (db) =>
    db.select().from(people).leftJoin(visits, eq(visits.person, people.id)).orderBy(people.id, visits.id),
  'named groups of columns, with one worked out': (db) =>
    db
      .select({
        name: people.id,
        visit: { id: visits.id, at: visits.at, double: sql`${visits.at} * 2`.mapWith(Number) },
      })
      .from(people)
      .leftJoin(visits, eq(visits.person, people.id))
      .orderBy(people.id, visits.id),
  'a group of two tables is never missing as a whole': (db) =>
    db
      .select({ both: { at: visits.at, likes: people.likes } })
      .from(people)
      .leftJoin(visits, eq(visits.person, people.id))
      .orderBy(people.id, visits.id),
  'an inner join whose first column is null': (db) =>
    db
      .select({ visit: { at: visits.at, id: visits.id }, likes: people.likes })
      .from(visits)
      .innerJoin(people, eq(visits.person, people.id))
      .orderBy(visits.id),
  'what an update gives back': (db) =>
    db
      .update(people)
      .set({ likes: ['milk'] })
      .where(eq(people.id, 'bob'))
      .returning(),
}

test.each(Object.entries(questions))('reads as drizzle does: %s', async (_, ask) => {
  const { usual, quick } = open()
  const rows = await ask(usual)
  expect(rows.length).toBeGreaterThan(0)
  expect(await ask(quick)).toEqual(rows)
})

test('prepared once, it fills in what is given each time and names what is missing', async () => {
  const { quick } = open()
  const given = sql.param(sql.placeholder('likes'), people.likes) // written as its column writes it
  const prepared = quick
    .select({ id: people.id, likes: people.likes })
    .from(people)
    .where(and(eq(people.id, sql.placeholder('id')), eq(people.likes, given)))
    .prepare()
  const execute = (values: Record<string, unknown>) => Promise.resolve(prepared.execute(values))
  expect(await execute({ id: 'ann', likes: ['tea'] })).toEqual([{ id: 'ann', likes: ['tea'] }])
  expect(await execute({ id: 'cem', likes: [] })).toEqual([{ id: 'cem', likes: [] }])
  await expect(execute({ id: 'ann' })).rejects.toThrow('No value for placeholder "likes"')
})

test('a statement that fails says which', async () => {
  const { quick } = open()
  const twice = Promise.resolve(quick.insert(people).values({ id: 'ann' }))
  await expect(twice).rejects.toThrow('insert into "people"')
})
