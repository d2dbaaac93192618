import { createHmac } from 'node:crypto'
import { createOTP } from '@better-auth/utils/otp'
import { generateRandomString, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { lt } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { verification } from '../db/schema/staff.ts'
import { deriveKey } from '../db/seal.ts'
import type { Deps } from '../deps.ts'
import { authSecret, ISSUER } from './auth.ts'

const PERIOD_MS = 30_000
/** A code is accepted one period early or late; after this it is worth nothing. */
const CODE_LIFE_MS = 3 * PERIOD_MS

/**
 * The secret offered to somebody who sets up a second factor, 120 bits. Derived from what invites them to, so that
 * the page can be opened again and nothing is stored before a code has shown that their phone has it.
 */
export const offeredSecret = (secret: string, occasion: string): string =>
  createHmac('sha256', deriveKey(secret, 'second-factor')).update(occasion).digest('base64url').slice(0, 20)

/** What an authenticator app reads: as an address for the QR code, and as the key to type. */
export function enrolmentOf(totpSecret: string, email: string): { uri: string; key: string } {
  const uri = createOTP(totpSecret).url(ISSUER, email)
  return { uri, key: new URL(uri).searchParams.get('secret') ?? '' }
}

export const isRightCode = (totpSecret: string, code: string): Promise<boolean> =>
  createOTP(totpSecret).verify(code)

/** The codes that are accepted now, the present one first. */
export function codesNow(totpSecret: string, now: Date): Promise<string[]> {
  const period = Math.floor(now.getTime() / PERIOD_MS)
  return Promise.all([0, 1, -1].map((shift) => createOTP(totpSecret).hotp(period + shift)))
}

/** The second factor as better-auth stores it, verified, with ten backup codes that are shown once. */
export async function sealSecondFactor(secret: string, totpSecret: string) {
  const key = authSecret(secret)
  const backupCodes = Array.from({ length: 10 }, () => {
    const code = generateRandomString(10, 'a-z', '0-9')
    return `${code.slice(0, 5)}-${code.slice(5)}`
  })
  return {
    backupCodes,
    row: {
      secret: await symmetricEncrypt({ key, data: totpSecret }),
      backupCodes: await symmetricEncrypt({ key, data: JSON.stringify(backupCodes) }),
      verified: true,
      failedVerificationCount: 0,
      lockedUntil: null,
    },
  }
}

export const openSecondFactor = (secret: string, sealed: string): Promise<string> =>
  symmetricDecrypt({ key: authSecret(secret), data: sealed })

export const claimIdOf = (userId: string, code: string) => `used-code:${userId}:${code}`

/** Takes a code for this person; false when it was taken before: what was looked over a shoulder opens nothing. */
export async function claimCode(
  db: Tx,
  { now }: Pick<Deps, 'now'>,
  userId: string,
  code: string,
): Promise<boolean> {
  const at = now().toISOString()
  await db.delete(verification).where(lt(verification.expiresAt, at))
  const expiresAt = new Date(now().getTime() + CODE_LIFE_MS).toISOString()
  const id = claimIdOf(userId, code)
  const row = { id, identifier: id, value: 'used', expiresAt, createdAt: at, updatedAt: at }
  const taken = await db
    .insert(verification)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: verification.id })
  return taken.length > 0
}
