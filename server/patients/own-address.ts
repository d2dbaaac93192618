import { and, inArray, isNull, sql } from 'drizzle-orm'
import type { NoMail } from '../../core/mail/outreach.ts'
import type { Moment } from '../../core/outcome-sets/moment.ts'
import type { Tx } from '../db/database.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { keepingTraits } from './former-traits.ts'
import type { ProxyAddress } from './proxies.ts'

type Row = typeof patients.$inferSelect

/**
 * Nothing goes to these patients' addresses by itself until somebody says whose they are: once, so that what was said
 * meanwhile stays said. The caller holds their lock. Gives those of whom it was not asked before.
 */
export async function doubtAddressesOf(
  tx: Tx,
  deps: Pick<Deps, 'newId' | 'now'>,
  ids: readonly string[],
  at: string,
): Promise<string[]> {
  const asked = {
    ownAskedAt: at,
    emailDeadAt: sql`coalesce(${patients.emailDeadAt}, ${at})`,
    phoneDeadAt: sql`coalesce(${patients.phoneDeadAt}, ${at})`,
  }
  const doubted = await keepingTraits(tx, deps, ids, async () =>
    tx
      .update(patients)
      .set(asked)
      .where(and(inArray(patients.id, [...ids]), isNull(patients.ownAskedAt)))
      .returning({ id: patients.id }),
  )
  return doubted.map(({ id }) => id)
}

type Reach = Pick<Row, 'emailDeadAt' | 'ownAskedAt'> & {
  /** Or only whether there is one. */
  email: string | boolean | null
}

/**
 * Why no mail about a moment reaches who is asked, the patient or who answers for them at an own address; as mail chooses
 * between the two (core/patients/proxy.ts), but for the age of a child.
 */
export function noMailAbout(
  address: Reach,
  proxy: ProxyAddress,
  respondent: Moment['respondent'],
): NoMail | null {
  if (proxy === null || respondent === 'patient') return noMailTo(address)
  if (proxy === 'works') return null
  if (respondent !== 'proxy') return noMailTo(address)
  return proxy === 'dead' ? 'proxy-address-dead' : 'proxy-mail-off'
}

/** Why no mail reaches somebody; 'address-unsure' where nobody has said yet whose the address is. */
export function noMailTo({ email, emailDeadAt, ownAskedAt }: Reach) {
  if (!email) return 'no-address'
  if (!emailDeadAt) return null
  return emailDeadAt === ownAskedAt ? 'address-unsure' : 'address-dead'
}
