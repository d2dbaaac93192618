import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Language } from '../../core/words.ts'
import { record } from '../audit/store.ts'
import { type Ctx, systemCtx } from '../ctx.ts'
import { account, staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import {
  addAccount,
  addSession,
  prepareAccount,
  replacePassword,
  replaceSecondFactor,
} from '../staff/account.ts'
import { findStaffLink, type StaffLink, type StaffLinkKind, useStaffLink } from '../staff/links.ts'
import { mustBeGoodPassword, takeOffer } from '../staff/offer.ts'
import { hashPassword, verifyPassword } from '../staff/passwords.ts'
import { sealSecondFactor } from '../staff/second-factor.ts'
import { tooManyTries, wrongPassword } from '../staff/sign-in.ts'
import { forgetTries, mayTry } from '../staff/tries.ts'
import { linkOver, Password, SixDigits, Token } from './inputs.ts'

export const Acceptance = z.strictObject({ token: Token, password: Password, code: SixDigits })
export const NewPassword = z.strictObject({ token: Token, password: Password })
type Acceptance = z.infer<typeof Acceptance>

type Person = NonNullable<StaffLink['person']>
type Where = Pick<Ctx, 'requestId' | 'address'>

/** The link's person as who acts: whoever opens the mail acts for themselves. */
const ctxOf = (person: Person, where: Where): Ctx => ({
  ...systemCtx(person.organisationId, person.id, person.language as Language),
  ...where,
  actor: { kind: 'staff', id: person.id, name: person.name },
  purpose: 'SYSADMIN',
})

async function openLink(deps: Deps, token: string, kind: StaffLinkKind) {
  const link = await findStaffLink(deps.db, deps, token)
  if (link?.kind !== kind || !link.person) throw linkOver
  return { id: link.id, person: link.person }
}

/** An invited colleague sets a password and a second factor, and is in. */
export async function acceptInvitation(deps: Deps, where: Where, { token, password, code }: Acceptance) {
  const { id, person } = await openLink(deps, token, 'invitation')
  if (person.userId) throw linkOver
  mustBeGoodPassword(password, [person.name, person.email])
  const userId = deps.newId('usr') // the code is taken in this name: signing in with it again is too late
  const totpSecret = await takeOffer(deps, { occasion: id, code, user: userId })
  const { id: staffId, email } = person
  const made = await prepareAccount(deps, { staffId, userId, email, password, totpSecret })
  const session = await deps.db.transaction(async (tx) => {
    if (!(await useStaffLink(tx, deps, id))) throw linkOver
    await addAccount(tx, deps, made)
    await record(tx, deps, ctxOf(person, where), {
      action: 'C',
      type: 'staff.accepted',
      object: { type: 'staff', id: person.id },
    })
    return addSession(tx, deps, userId)
  })
  return { session, backupCodes: made.factor.backupCodes }
}

/** A new password for who forgot it. Signing in still asks for the code on their phone. */
export async function setForgottenPassword(
  deps: Deps,
  where: Where,
  { token, password }: z.infer<typeof NewPassword>,
) {
  const { id, person } = await openLink(deps, token, 'password')
  const { userId } = person
  if (!userId) throw linkOver
  mustBeGoodPassword(password, [person.name, person.email])
  const hash = await hashPassword(password)
  await deps.db.transaction(async (tx) => {
    if (!(await useStaffLink(tx, deps, id))) throw linkOver
    await replacePassword(tx, deps, { staffId: person.id, userId, hash })
    await record(tx, deps, ctxOf(person, where), {
      action: 'U',
      type: 'staff.password-changed',
      object: { type: 'staff', id: person.id },
      detail: { by: 'link' },
    })
  })
}

/** A new second factor for who lost it, with the password they still know. */
export async function replaceLostFactor(deps: Deps, where: Where, { token, password, code }: Acceptance) {
  const { id, person } = await openLink(deps, token, 'second-factor')
  const { userId } = person
  if (!userId) throw linkOver
  const one = { what: 'password', account: person.email, from: { holding: 'link' } } as const
  if (!(await mayTry(deps.db, deps, one))) throw tooManyTries
  if (!(await isOwnPassword(deps, userId, password))) throw wrongPassword
  await forgetTries(deps.db, deps, one)
  const factor = await sealSecondFactor(
    deps.secret,
    await takeOffer(deps, { occasion: id, code, user: userId }),
  )
  const session = await deps.db.transaction(async (tx) => {
    if (!(await useStaffLink(tx, deps, id))) throw linkOver
    await replaceSecondFactor(tx, deps, { staffId: person.id, userId, factor })
    await record(tx, deps, ctxOf(person, where), {
      action: 'U',
      type: 'staff.second-factor-changed',
      object: { type: 'staff', id: person.id },
      detail: { by: 'link' },
    })
    return addSession(tx, deps, userId)
  })
  return { session, backupCodes: factor.backupCodes }
}

export async function isOwnPassword({ db }: Pick<Deps, 'db'>, userId: string, password: string) {
  const [found] = await db
    .select({ hash: account.password })
    .from(account)
    .innerJoin(staff, eq(staff.userId, account.userId))
    .where(eq(account.userId, userId))
  return found?.hash ? verifyPassword({ hash: found.hash, password }) : false
}
