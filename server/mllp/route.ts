import { asc } from 'drizzle-orm'
import { type Ctx, systemCtx } from '../ctx.ts'
import { organisations } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import type { Hl7Message } from './message.ts'

/**
 * For which organisation a message is, by its sending facility; null where nobody said so, or where the sender's
 * certificate (its common name) may not speak for that facility: MSH-4 alone is what anybody writes.
 */
export async function addresseeOf(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  message: Hl7Message,
  sender: string | null,
): Promise<Ctx | null> {
  const facility = message.first('MSH').field(4).at(1)
  const all = await db.select({ id: organisations.id }).from(organisations).orderBy(asc(organisations.id))
  const house = meant(config.MLLP_FACILITIES, facility, sender)
  const found =
    house === 'only' ? (all.length === 1 ? all[0] : undefined) : all.find(({ id }) => id === house)
  return found ? systemCtx(found.id, 'hl7') : null
}

/** The id that a facility stands for; 'only' where no facilities are set. */
function meant(facilities: string | undefined, facility: string, sender: string | null): string | null {
  if (facilities === undefined) return 'only'
  const pair = facilities.split(' ').find((one) => one.slice(0, one.indexOf('=')) === facility)
  const [id = '', certificate] = pair?.slice(facility.length + 1).split('@') ?? []
  return certificate === undefined || certificate === sender ? id : null
}
