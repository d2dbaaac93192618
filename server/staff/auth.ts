import { drizzleAdapter } from 'better-auth/adapters/drizzle'
// Without its own query builder, and one plugin alone: the usual entries load all there are, some 8 MB.
import { betterAuth } from 'better-auth/minimal'
import { twoFactor as twoFactorPlugin } from 'better-auth/plugins/two-factor'
import type { Config } from '../config.ts'
import { dialect } from '../db/dialect.ts'
import { account, session, twoFactor, user, verification } from '../db/schema/staff.ts'
import { deriveKey } from '../db/seal.ts'
import type { Deps } from '../deps.ts'
import { hashPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD, verifyPassword } from './passwords.ts'

export const ISSUER = 'Uitkomst'
/** However busy somebody is, they sign in again after this. */
export const LONGEST_SESSION_SECONDS = 12 * 60 * 60

/** The header in which our own handler tells better-auth the caller's address; a caller's own is thrown away. */
export const ADDRESS_HEADER = 'x-uitkomst-address'

export const isHttps = ({ STAFF_URL }: Pick<Config, 'STAFF_URL'>) => STAFF_URL.startsWith('https:')

/** Names of the cookies. Over https the prefix makes browsers refuse one set by another host or without encryption. */
export function cookieNames(config: Pick<Config, 'STAFF_URL'>) {
  const prefix = isHttps(config) ? '__Host-staff' : 'staff'
  return {
    prefix,
    session: `${prefix}.session_token`,
    challenge: `${prefix}.two_factor`,
    known: `${prefix}.known`,
  }
}

export const authSecret = (secret: string): string => deriveKey(secret, 'auth').toString('base64url')

export type Auth = ReturnType<typeof createAuth>

/**
 * Passwords, second factors and sessions of staff. Never call it inside a transaction: on PostgreSQL it would
 * use another connection. Its clock is the machine's. Idle time is ours: see `whoIs`.
 */
export function createAuth({ db, config, secret, log }: Pick<Deps, 'db' | 'config' | 'secret' | 'log'>) {
  return betterAuth({
    appName: ISSUER,
    baseURL: config.STAFF_URL,
    trustedOrigins: [config.STAFF_URL, config.PUBLIC_URL],
    secret: authSecret(secret),
    database: drizzleAdapter(db, {
      provider: dialect === 'postgres' ? 'pg' : 'sqlite',
      schema: { user, session, account, verification, twoFactor },
      transaction: true,
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: { expiresIn: LONGEST_SESSION_SECONDS, disableSessionRefresh: true },
    plugins: [twoFactorPlugin({ issuer: ISSUER })],
    rateLimit: { enabled: false }, // it counts all that comes from an address, and a whole hospital has one: tries.ts
    advanced: {
      useSecureCookies: false, // its prefix is __Secure-; ours is stricter
      cookiePrefix: cookieNames(config).prefix,
      defaultCookieAttributes: { secure: isHttps(config), httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    logger: {
      log: (level, message) => log[level === 'error' ? 'error' : 'debug']({ from: 'auth' }, message),
    },
    telemetry: { enabled: false },
  })
}
