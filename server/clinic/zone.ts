import { eq, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations } from '../db/schema/organisations.ts'

/** The time zone of the caller's organisation. */
export async function zoneOf(db: Tx, { organisationId }: Ctx): Promise<string> {
  const [row] = await zones(db).execute({ organisationId })
  return row?.zone ?? 'UTC'
}

const zones = once((db: Tx) =>
  db
    .select({ zone: organisations.timeZone })
    .from(organisations)
    .where(eq(organisations.id, sql.placeholder('organisationId')))
    .prepare('own_zone'),
)
