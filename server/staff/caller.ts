import type { Deps } from '../deps.ts'
import { callerAddress, networkOf } from '../http/address.ts'
import { authSecret, cookieNames } from './auth.ts'
import { signedCookie } from './signed-cookie.ts'

/**
 * Whom a limit on requests counts: a session that we gave out, alive or not, else the network. A whole hospital
 * can be behind one address, and its own people then do not use up each other's share.
 */
export function callerKey({ config, secret }: Pick<Deps, 'config' | 'secret'>) {
  const { session } = cookieNames(config)
  const [key, addressOf] = [authSecret(secret), callerAddress(config)]
  return (request: Request): string =>
    signedCookie(request.headers.get('cookie'), session, key) ?? networkOf(addressOf(request) ?? 'unknown')
}
