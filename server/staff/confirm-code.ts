import { eq } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import { staff, twoFactor } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { Problem, refused } from '../http/problem.ts'
import { claimCode, isRightCode, openSecondFactor } from './second-factor.ts'
import { tooManyTries } from './sign-in.ts'
import { forgetTries, mayTry } from './tries.ts'

/** Shows that whoever is signed in has the phone in hand now. A code opens one thing, once. */
export async function confirmCode(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'secret' | 'log'>,
  ctx: Ctx,
  code: string,
): Promise<void> {
  const [own] = await deps.db
    .select({ email: staff.email, userId: twoFactor.userId, secret: twoFactor.secret })
    .from(staff)
    .innerJoin(twoFactor, eq(twoFactor.userId, staff.userId))
    .where(eq(staff.id, ctx.actor.id))
  if (!own) throw new Problem(401, 'sign_in', 'Sign in first')
  const one = { what: 'code', account: own.email, from: { holding: 'session' } } as const
  if (!(await mayTry(deps.db, deps, one))) throw tooManyTries
  const secret = await openSecondFactor(deps.secret, own.secret)
  if (!(await isRightCode(secret, code))) throw refused('wrong_code', 'This code is not right')
  if (!(await claimCode(deps.db, deps, own.userId, code)))
    throw refused('used_code', 'This code was used already')
  await forgetTries(deps.db, deps, one)
}
