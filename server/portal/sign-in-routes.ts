import { type Context, Hono } from 'hono'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import { subjectKey } from '../patients/identities.ts'
import { patientIssuer } from '../patients/issuer.ts'
import { choicePage } from './choice-page.ts'
import { forget, keep, recall } from './cookies.ts'
import type { Html, Voice } from './frame.ts'
import type { Identity } from './identity.ts'
import { findBySubject, type Reader } from './reader.ts'
import { beginSession } from './session.ts'

type Env = { Variables: { requestId: string } }
type Frame = {
  show(c: Context, page: Html): Response | Promise<Response>
  voice(c: Context, reader: Reader | null): Voice
  ctx(c: Context<Env>, reader: Reader): Ctx
}

/** To the provider and back; who has a record in several organisations chooses one. */
export const signInRoutes = (deps: Deps, identity: Identity | null, { show, voice, ctx }: Frame) =>
  new Hono<Env>()
    .get('/sign-in', async (c) => {
      if (!identity) throw new Problem(503, 'identity_unreachable', 'Nobody can sign in here yet')
      const { url, trip } = await identity.leave()
      keep(c, deps, 'sign-in', trip)
      return c.redirect(url)
    })
    .get('/callback', async (c) => {
      const trip = recall(c, deps, 'sign-in')
      forget(c, deps, 'sign-in')
      const issuer = patientIssuer(deps.config)
      if (!identity || !issuer || !trip) throw again()
      const back = new URL(`${deps.config.PATIENT_URL}/mijn/callback`)
      back.search = new URL(c.req.url).search
      const { subject, level } = await identity.arrive(back, trip)
      const proven = { issuer, subjectKey: subjectKey(deps.seal, issuer, subject) }
      const [reader, ...others] = await findBySubject(deps.db, proven)
      if (!reader) throw new Problem(403, 'unknown_patient', 'Nobody here is linked to this subject')
      if (others.length > 0) {
        keep(c, deps, 'choose', { ...proven, level })
        return c.redirect('/mijn/choose')
      }
      await beginSession(c, deps, ctx(c, reader), level)
      return c.redirect('/mijn')
    })
    .get('/choose', async (c) => {
      const choice = recall(c, deps, 'choose')
      if (!choice) throw again()
      return show(c, choicePage(voice(c, null), await findBySubject(deps.db, choice)))
    })
    .post('/choose', async (c) => {
      const choice = recall(c, deps, 'choose')
      if (!choice) throw again()
      const { patient } = await c.req.parseBody()
      // Asked anew: a link may have been removed since the page was shown.
      const readers = await findBySubject(deps.db, choice)
      const reader = readers.find(({ patientId }) => patientId === patient)
      if (!reader) throw new Problem(403, 'unknown_patient', 'This is not one of your records')
      forget(c, deps, 'choose')
      await beginSession(c, deps, ctx(c, reader), choice.level)
      return c.redirect('/mijn', 303)
    })

const again = () => new Problem(401, 'sign_in_failed', 'Begin signing in again')
