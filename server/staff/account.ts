import { eq } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { account, session, staff, twoFactor, user, verification } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { LONGEST_SESSION_SECONDS } from './auth.ts'
import { killLinks, newToken } from './links.ts'
import { hashPassword } from './passwords.ts'
import { offeredSecret, sealSecondFactor } from './second-factor.ts'

// The rows are better-auth's; they are written here, because an account, the link that allowed it and its line in
// the log belong in one transaction, and better-auth may not be called in one.

type NewAccount = { staffId: string; userId?: string; email: string; password: string; totpSecret?: string }
type Made = Awaited<ReturnType<typeof prepareAccount>>

/** What an account needs that takes time: done before the transaction. */
export async function prepareAccount(
  deps: Pick<Deps, 'secret' | 'newId'>,
  { staffId, userId = deps.newId('usr'), email, password, totpSecret }: NewAccount,
) {
  const code = totpSecret ?? offeredSecret(deps.secret, staffId)
  const factor = await sealSecondFactor(deps.secret, code)
  const hash = await hashPassword(password)
  return { staffId, userId, email: email.toLowerCase(), hash, factor, totpSecret: code }
}

/** Gives a member of staff an account with a password and a verified second factor. */
export async function addAccount(
  tx: Tx,
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  { staffId, userId, email, hash, factor }: Made,
): Promise<string> {
  const at = now().toISOString()
  const dates = { createdAt: at, updatedAt: at }
  const name = staffId // people's names live in `staff` alone
  await tx
    .insert(user)
    .values({ id: userId, name, email, emailVerified: true, twoFactorEnabled: true, ...dates })
  await tx.insert(account).values({
    id: newId('acc'),
    accountId: userId,
    providerId: 'credential',
    userId,
    password: hash,
    ...dates,
  })
  await tx.insert(twoFactor).values({ id: newId('2fa'), userId, ...factor.row })
  await tx.update(staff).set({ userId }).where(eq(staff.id, staffId))
  return userId
}

/**
 * Makes a complete account in one go, for the demo and for tests: sign in with the password and the codes of
 * `totpSecret` (a string whose UTF-8 bytes are the key; made from the staff id when left out).
 */
export async function createStaffAccount(
  deps: Pick<Deps, 'db' | 'secret' | 'now' | 'newId'>,
  given: NewAccount,
): Promise<{ userId: string; totpSecret: string; backupCodes: string[] }> {
  const made = await prepareAccount(deps, given)
  const userId = await deps.db.transaction((tx) => addAccount(tx, deps, made))
  return { userId, totpSecret: made.totpSecret, backupCodes: made.factor.backupCodes }
}

/** Takes the account away with its sessions; the person stays, and with them what they did. */
export async function removeAccount(tx: Tx, { staffId, userId }: { staffId: string; userId: string }) {
  await tx.update(staff).set({ userId: null }).where(eq(staff.id, staffId))
  await tx.delete(user).where(eq(user.id, userId)) // sessions, password and factor go with it
}

/** Ends every session of a person and every sign-in that is half done. */
async function endSessions(tx: Tx, userId: string) {
  await tx.delete(session).where(eq(session.userId, userId))
  await tx.delete(verification).where(eq(verification.value, userId))
}

/** Begins a session of a person who has just shown both factors; gives its token, for the cookie. */
export async function addSession(
  tx: Tx,
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  userId: string,
): Promise<string> {
  const token = newToken()
  const at = now().toISOString()
  const expiresAt = new Date(now().getTime() + LONGEST_SESSION_SECONDS * 1000).toISOString()
  await tx
    .insert(session)
    .values({ id: newId('ses'), token, userId, expiresAt, createdAt: at, updatedAt: at })
  return token
}

/** A new password; whoever was signed in with the old one is out, and no earlier link sets another. */
export async function replacePassword(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  { staffId, userId, hash }: { staffId: string; userId: string; hash: string },
) {
  const at = now().toISOString()
  await tx.update(account).set({ password: hash, updatedAt: at }).where(eq(account.userId, userId))
  // A link for a lost phone stays: it asks for the password, so who lost both sets the password first.
  await killLinks(tx, staffId, at, 'password')
  await endSessions(tx, userId)
}

type Factor = Awaited<ReturnType<typeof sealSecondFactor>>

/** A new second factor with new backup codes; whoever was signed in with the old one is out, and earlier links end. */
export async function replaceSecondFactor(
  tx: Tx,
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  { staffId, userId, factor }: { staffId: string; userId: string; factor: Factor },
) {
  await tx.delete(twoFactor).where(eq(twoFactor.userId, userId))
  await tx.insert(twoFactor).values({ id: newId('2fa'), userId, ...factor.row })
  await killLinks(tx, staffId, now().toISOString(), 'second-factor')
  await endSessions(tx, userId)
}
