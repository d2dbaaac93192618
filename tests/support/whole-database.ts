import { is, Table } from 'drizzle-orm'
import * as audit from '../../server/db/schema/audit.ts'
import * as care from '../../server/db/schema/care.ts'
import * as messages from '../../server/db/schema/messages.ts'
import * as outcomes from '../../server/db/schema/outcomes.ts'
import * as people from '../../server/db/schema/patients.ts'
import type { House } from './house.ts'

const tables = [audit, care, messages, outcomes, people]
  .flatMap((schema) => Object.values(schema) as unknown[])
  .filter((one): one is typeof people.patients => is(one, Table))

/** Every row about patients, as one text to look for what must not be there. */
export async function wholeDatabase({ db }: House): Promise<string> {
  const rows = []
  for (const table of tables) rows.push(await db.select().from(table))
  return JSON.stringify(rows)
}
