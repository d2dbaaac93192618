import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { callerAddress } from '../http/address.ts'
import { limit } from '../http/guards.ts'
import type { Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { readOrganisationName } from '../organisations/store.ts'
import { callerKey } from '../staff/caller.ts'
import { findStaffLink } from '../staff/links.ts'
import { offerSecondFactor } from '../staff/offer.ts'
import { giveSession } from '../staff/session-cookie.ts'
import {
  Acceptance,
  acceptInvitation,
  NewPassword,
  replaceLostFactor,
  setForgottenPassword,
} from './accept.ts'
import { Beginning, begin } from './begin.ts'
import { askNewPassword } from './forgot.ts'
import { linkOver, Token } from './inputs.ts'
import { mailWorks } from './send-link.ts'

/** A training in which a whole ward sets up its accounts is behind one address; a token cannot be guessed anyway. */
const A_MINUTE = 300

/** One-time links: what one is for, and the acts behind it. Nobody is signed in here; the token is the right. */
export function staffLinkRoutes(deps: Deps) {
  const address = callerAddress(deps.config)
  const where = (c: Context<Session>) => ({ requestId: c.get('requestId'), address: address(c.req.raw) })
  const done = async (c: Context<Session>, made: { session: string; backupCodes: string[] }) => {
    await giveSession(c, deps, made.session)
    return c.json({ backupCodes: made.backupCodes })
  }
  return new Hono<Session>()
    .use(limit(A_MINUTE, callerKey(deps), deps.now))
    .post('/look', valid('json', z.strictObject({ token: Token })), async (c) =>
      c.json(await look(deps, c.req.valid('json').token)),
    )
    .post('/first-administrator', valid('json', Beginning), async (c) =>
      done(c, await begin(deps, c.req.valid('json'))),
    )
    .post('/invitation', valid('json', Acceptance), async (c) =>
      done(c, await acceptInvitation(deps, where(c), c.req.valid('json'))),
    )
    .post('/second-factor', valid('json', Acceptance), async (c) =>
      done(c, await replaceLostFactor(deps, where(c), c.req.valid('json'))),
    )
    .post('/password', valid('json', NewPassword), async (c) => {
      await setForgottenPassword(deps, where(c), c.req.valid('json'))
      return c.json({ changed: true as const })
    })
    .post('/forgot', valid('json', z.strictObject({ email: z.email().max(254) })), async (c) => {
      await askNewPassword(deps, where(c), c.req.valid('json').email)
      return c.json({ mail: mailWorks(deps.config) })
    })
}

/** What a link is for; looking changes nothing and can be done as often as one likes. */
async function look(deps: Deps, token: string) {
  const link = await findStaffLink(deps.db, deps, token)
  if (!link) throw linkOver
  const { id, kind, person } = link
  const email = person?.email ?? ''
  const setsUpFactor = kind !== 'password'
  return {
    kind,
    name: person?.name ?? null,
    email,
    organisation: person ? await readOrganisationName(deps.db, person.organisationId) : null,
    secondFactor: setsUpFactor ? await offerSecondFactor(deps, id, email || 'beheerder') : null,
  }
}
