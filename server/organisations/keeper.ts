import { eq } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations, settings } from '../db/schema/organisations.ts'

// Definitions are the installation's: what is published, every organisation of it asks. So one organisation keeps them
// for all: the one that began the installation.
const KEEPER = 'definitions-keeper'

/** Who keeps the definitions. Where that was never written down, an organisation that is alone does. */
export async function readKeeper(db: Tx): Promise<{ id: string; name: string } | null> {
  const organisation = { id: organisations.id, name: organisations.name }
  const [named] = await db
    .select(organisation)
    .from(settings)
    .innerJoin(organisations, eq(organisations.id, settings.value))
    .where(eq(settings.name, KEEPER))
  if (named) return named
  const [first, ...others] = await db.select(organisation).from(organisations).limit(2)
  return first && others.length === 0 ? first : null
}

export const keepsDefinitions = async (db: Tx, ctx: Ctx): Promise<boolean> =>
  (await readKeeper(db))?.id === ctx.organisationId

export const nameKeeper = (tx: Tx, organisationId: string) =>
  tx.insert(settings).values({ name: KEEPER, value: organisationId })
