import { eq } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { session } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { authSecret, cookieNames } from './auth.ts'
import { signedCookie } from './signed-cookie.ts'

/** Ends the session of staff that these cookies hold, if any: who wants to go on signs in again. */
export async function endSessionOf(
  tx: Tx,
  { config, secret }: Pick<Deps, 'config' | 'secret'>,
  cookies: string | null,
): Promise<void> {
  const token = signedCookie(cookies, cookieNames(config).session, authSecret(secret))
  if (token) await tx.delete(session).where(eq(session.token, token))
}
