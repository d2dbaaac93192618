import { z } from 'zod'
import { lineShape } from '../../core/shapes.ts'
import { record } from '../audit/store.ts'
import { systemCtx } from '../ctx.ts'
import { isUniqueViolation } from '../db/errors.ts'
import { settings } from '../db/schema/organisations.ts'
import { memberships, staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { conflict } from '../http/problem.ts'
import { nameKeeper } from '../organisations/keeper.ts'
import { addOrganisation, organisationName, timeZone } from '../organisations/store.ts'
import { addAccount, addSession, prepareAccount } from '../staff/account.ts'
import { BEGUN, findStaffLink, useStaffLink } from '../staff/links.ts'
import { mustBeGoodPassword, takeOffer } from '../staff/offer.ts'
import { dayOf } from '../staff/roles.ts'
import { linkOver, Password, SixDigits, Token } from './inputs.ts'

export const Beginning = z.strictObject({
  token: Token,
  organisation: organisationName,
  timeZone,
  name: lineShape(2, 120),
  email: z.email().max(254).toLowerCase(),
  language: z.enum(['nl', 'en']),
  password: Password,
  code: SixDigits,
})

/** The first administrator makes the organisation and their own account, once; gives backup codes and a session. */
export async function begin(deps: Deps, given: z.infer<typeof Beginning>) {
  const link = await findStaffLink(deps.db, deps, given.token)
  if (link?.kind !== 'first-administrator') throw linkOver
  mustBeGoodPassword(given.password, [given.name, given.email, given.organisation])
  const userId = deps.newId('usr') // the code is taken in this name: signing in with it again is too late
  const totpSecret = await takeOffer(deps, { occasion: link.id, code: given.code, user: userId })
  const staffId = deps.newId('sta')
  const account = await prepareAccount(deps, {
    staffId,
    userId,
    email: given.email,
    password: given.password,
    totpSecret,
  })
  const session = await deps.db
    .transaction(async (tx) => {
      if (!(await useStaffLink(tx, deps, link.id))) throw linkOver
      await tx.insert(settings).values({ name: BEGUN, value: deps.now().toISOString() })
      const { name, email, language } = given
      const createdAt = deps.now().toISOString()
      const organisationId = await addOrganisation(tx, deps, {
        name: given.organisation,
        timeZone: given.timeZone,
        language,
      })
      await nameKeeper(tx, organisationId)
      const person = { id: staffId, organisationId, name, email, language, createdAt }
      await tx.insert(staff).values({ ...person, profession: 'administrator' })
      const role = { staffId, teamId: null, role: 'administrator', from: dayOf(deps.now()) }
      await tx.insert(memberships).values({ id: deps.newId('mem'), ...role })
      await addAccount(tx, deps, account)
      const ctx = {
        ...systemCtx(organisationId, staffId, language),
        actor: { kind: 'staff' as const, id: staffId, name },
        purpose: 'SYSADMIN' as const,
      }
      await record(tx, deps, ctx, {
        action: 'C',
        type: 'installation.begun',
        object: { type: 'organisation', id: organisationId },
      })
      return addSession(tx, deps, userId)
    })
    .catch((error: unknown) => {
      // Two first administrators at once: the second one is too late.
      throw isUniqueViolation(error) ? conflict('link_over', 'Somebody was first') : error
    })
  return { session, backupCodes: account.factor.backupCodes }
}
