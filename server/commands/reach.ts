import type { Database } from '../db/database.ts'

const SAYS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there: is it running?',
  ENOTFOUND: 'there is no such host.',
  EAI_AGAIN: 'the name of the host cannot be looked up now.',
  ETIMEDOUT: 'it does not answer: does a firewall stand between?',
  '28P01': 'it does not know this user with this password.',
  '28000': 'it does not let this user in.',
  '3D000': 'it has no database of this name: make it with createdb --template=template0 --locale=C.UTF-8.',
}

/** Throws one sentence when the database cannot be reached: where it was looked for, and what is wrong. */
export async function reach({ ping }: Pick<Database, 'ping'>, databaseUrl: string): Promise<void> {
  try {
    await ping()
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    const { host, pathname } = new URL(databaseUrl)
    const what = SAYS[code] ?? message
    throw new Error(`PostgreSQL at ${host}${pathname} (DATABASE_URL) cannot be used: ${what}`, {
      cause: error,
    })
  }
}
