import { randomUUID } from 'node:crypto'
import { Client } from 'pg'

/** Hands over the address of a new, empty database on the tests' server, made with `options`, and drops it afterwards. */
export async function onFreshPostgres(options: string, act: (url: string) => Promise<void>) {
  const server = process.env.DATABASE_URL as string
  const admin = new Client({ connectionString: server })
  await admin.connect()
  const name = `fresh_${randomUUID().replaceAll('-', '')}`
  await admin.query(`create database ${name} ${options}`)
  try {
    await act(Object.assign(new URL(server), { pathname: `/${name}` }).href)
  } finally {
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  }
}
