import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { z } from 'zod'
import type { RecordSystem } from '../../core/feeds/record-system.ts'
import type { Deps } from '../deps.ts'
import { callerAddress, networkOf } from '../http/address.ts'
import { limit } from '../http/guards.ts'
import { Problem } from '../http/problem.ts'
import { withHeaders } from '../http/security-headers.ts'
import { type Asserted, beginLaunch } from './begin.ts'
import { publicKeys } from './client-key.ts'
import { keepTrip, takeTrip } from './cookies.ts'
import { choicePage, launchHeaders, refusalPage } from './pages.ts'
import { readLink } from './signed-link.ts'
import { createSmart } from './smart.ts'
import { smartSystems, systemAt } from './systems.ts'

type Env = { Variables: { requestId: string } }

const Launch = z.object({ iss: z.string().max(2000), launch: z.string().min(1).max(4000) })
/** A whole hospital can be behind one address, and a launch takes two requests. */
const PER_MINUTE = 1200

const failed = () => new Problem(401, 'failed', 'This is no launch')

/** Opens the page of the one patient, with what a record system vouches for. */
const opener = (deps: Deps) => async (c: Context<Env>, system: RecordSystem, asserted: Asserted) => {
  const where = { requestId: c.var.requestId, address: callerAddress(deps.config)(c.req.raw) }
  const id = await beginLaunch(c, deps, { system, asserted, where })
  return c.redirect(`/staff/launched/${id}`, 303)
}

/** Requests before anybody is known are counted by network. */
function counted({ config, now }: Pick<Deps, 'config' | 'now'>): MiddlewareHandler {
  const addressOf = callerAddress(config)
  return limit(PER_MINUTE, (request) => networkOf(addressOf(request) ?? 'unknown'), now)
}

/** SMART App Launch 2: begun in a record system, or here; to its sign-in and back. */
export function smartRoutes(deps: Deps) {
  const smart = createSmart(deps)
  const open = opener(deps)
  const leave = async (c: Context<Env>, iss: string, launch: string | null) => {
    const { url, trip } = await smart.leave(systemAt(deps, iss), launch)
    keepTrip(c, deps, trip)
    return c.redirect(url)
  }
  return new Hono<Env>()
    .onError((error, c) => refusalPage(c, deps, error))
    .use(withHeaders(launchHeaders(deps.config)), counted(deps))
    .get('/launch', (c) => {
      const asked = Launch.safeParse(c.req.query())
      if (!asked.success) throw failed()
      return leave(c, asked.data.iss, asked.data.launch)
    })
    .get('/standalone', (c) => {
      const systems = smartSystems(deps).map(({ name, smart: { iss } }) => ({ name, iss }))
      const [only, another] = systems
      const wanted = c.req.query('iss') ?? (another ? undefined : only?.iss)
      if (wanted !== undefined) return leave(c, wanted, null)
      if (!only) throw new Problem(404, 'unknown_system', 'No record system is known here')
      return choicePage(c, deps, systems)
    })
    .get('/keys', async (c) => {
      c.header('cache-control', 'public, max-age=300')
      return c.json(await publicKeys(deps.config.RECORD_SYSTEMS))
    })
    .get('/callback', async (c) => {
      const trip = takeTrip(c, deps)
      if (!trip) throw new Problem(401, 'again', 'This browser began nothing')
      const system = systemAt(deps, trip.iss)
      return open(c, system, await smart.arrive(system, new URL(c.req.url).search, trip))
    })
}

/** A signed link, for record systems without SMART: `/launch?token=…`. */
export function signedLinkRoutes(deps: Deps) {
  const open = opener(deps)
  return new Hono<Env>()
    .onError((error, c) => refusalPage(c, deps, error))
    .use(withHeaders(launchHeaders(deps.config)), counted(deps))
    .get('/', async (c) => {
      const token = c.req.query('token') ?? ''
      if (token.length > 8000) throw failed()
      const { system, asserted } = await readLink(deps, token)
      return open(c, system, asserted)
    })
}
