import { eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { z } from 'zod'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { staff, twoFactor } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import type { Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { addSession, replacePassword, replaceSecondFactor } from '../staff/account.ts'
import { signedIn } from '../staff/me.ts'
import { mustBeGoodPassword, offerSecondFactor, takeOffer } from '../staff/offer.ts'
import { hashPassword } from '../staff/passwords.ts'
import { sealSecondFactor } from '../staff/second-factor.ts'
import { giveSession } from '../staff/session-cookie.ts'
import { tooManyTries, wrongPassword } from '../staff/sign-in.ts'
import { forgetTries, mayTry } from '../staff/tries.ts'
import { isOwnPassword } from './accept.ts'
import { Password, SixDigits } from './inputs.ts'

const NewPassword = z.strictObject({ current: Password, password: Password })
const NewFactor = z.strictObject({ current: Password, code: SixDigits })
const OwnLanguage = z.strictObject({ language: z.enum(['nl', 'en']) })
const OwnMail = z.strictObject({ clinicMail: z.boolean() })

/** One's own account. Changing a password or a factor asks for the password again, and ends every other session. */
export const accountRoutes = (deps: Deps) =>
  new Hono<Session>()
    .put('/language', valid('json', OwnLanguage), async (c) => {
      const ctx = signedIn(c.get('ctx'))
      await deps.db.update(staff).set(c.req.valid('json')).where(eq(staff.id, ctx.actor.id))
      return c.json({ changed: true as const })
    })
    .put('/clinic-mail', valid('json', OwnMail), async (c) => {
      const ctx = signedIn(c.get('ctx'))
      await deps.db.update(staff).set(c.req.valid('json')).where(eq(staff.id, ctx.actor.id))
      return c.json({ changed: true as const })
    })
    .put('/password', valid('json', NewPassword), async (c) => {
      const ctx = signedIn(c.get('ctx'))
      const { current, password } = c.req.valid('json')
      const { userId, email } = await confirm(deps, ctx, current)
      mustBeGoodPassword(password, [ctx.actor.name, email])
      const hash = await hashPassword(password)
      const session = await deps.db.transaction(async (tx) => {
        await replacePassword(tx, deps, { staffId: ctx.actor.id, userId, hash })
        await record(tx, deps, ctx, ownEvent(ctx, 'staff.password-changed'))
        return addSession(tx, deps, userId)
      })
      await giveSession(c, deps, session)
      return c.json({ changed: true as const })
    })
    .post('/second-factor/offer', async (c) => {
      const { email, factorId } = await ownAccount(deps, signedIn(c.get('ctx')))
      return c.json(await offerSecondFactor(deps, factorId, email))
    })
    .put('/second-factor', valid('json', NewFactor), async (c) => {
      const ctx = signedIn(c.get('ctx'))
      const { current, code } = c.req.valid('json')
      const { userId, factorId } = await confirm(deps, ctx, current)
      const offered = await takeOffer(deps, { occasion: factorId, code, user: userId })
      const factor = await sealSecondFactor(deps.secret, offered)
      const session = await deps.db.transaction(async (tx) => {
        await replaceSecondFactor(tx, deps, { staffId: ctx.actor.id, userId, factor })
        await record(tx, deps, ctx, ownEvent(ctx, 'staff.second-factor-changed'))
        return addSession(tx, deps, userId)
      })
      await giveSession(c, deps, session)
      return c.json({ backupCodes: factor.backupCodes })
    })

const ownEvent = (ctx: Ctx, type: string) => ({
  action: 'U' as const,
  type,
  object: { type: 'staff', id: ctx.actor.id },
})

async function ownAccount({ db }: Pick<Deps, 'db'>, ctx: Ctx) {
  const [own] = await db
    .select({ email: staff.email, userId: twoFactor.userId, factorId: twoFactor.id })
    .from(staff)
    .innerJoin(twoFactor, eq(twoFactor.userId, staff.userId))
    .where(eq(staff.id, ctx.actor.id))
  if (!own) throw new Problem(401, 'sign_in', 'Sign in first')
  return own
}

/** Shows that it is still the same person at the keyboard. */
async function confirm(deps: Deps, ctx: Ctx, password: string) {
  const own = await ownAccount(deps, ctx)
  const one = { what: 'password', account: own.email, from: { holding: 'session' } } as const
  if (!(await mayTry(deps.db, deps, one))) throw tooManyTries
  // Not 401: they are signed in, and stay so.
  if (!(await isOwnPassword(deps, own.userId, password)))
    throw new Problem(422, wrongPassword.code, wrongPassword.message)
  await forgetTries(deps.db, deps, one)
  return own
}
