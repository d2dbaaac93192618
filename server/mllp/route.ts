import { asc } from 'drizzle-orm'
import { type Ctx, systemCtx } from '../ctx.ts'
import { organisations } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import type { Hl7Message } from './message.ts'

/** For which organisation a message is, by its sending facility; null where nobody said so. */
export async function addresseeOf(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  message: Hl7Message,
): Promise<Ctx | null> {
  const house = await organisationFor({ db, config }, message.first('MSH').field(4).at(1))
  return house === null ? null : systemCtx(house, 'hl7')
}

async function organisationFor({ db, config }: Pick<Deps, 'db' | 'config'>, facility: string) {
  const all = await db.select({ id: organisations.id }).from(organisations).orderBy(asc(organisations.id))
  if (config.MLLP_FACILITIES === undefined) return all.length === 1 ? (all[0]?.id ?? null) : null
  const pairs = config.MLLP_FACILITIES.split(' ').map((pair) => pair.split('='))
  const id = pairs.find(([name]) => name === facility)?.[1]
  return all.find((one) => one.id === id)?.id ?? null
}
