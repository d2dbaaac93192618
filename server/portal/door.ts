import { Hono } from 'hono'
import { deriveKey } from '../db/seal.ts'
import type { Deps } from '../deps.ts'
import { bodyWithin } from '../http/body-within.ts'
import { hasStandIn } from '../patients/issuer.ts'
import { createIdentity, type Identity } from './identity.ts'

const CLIENT = 'uitkomst'
/** The largest thing that is asked of the stand-in. */
const STAND_IN_BODY = 16 * 1024

/** How patients sign in: with the provider of the settings, in a demo with the stand-in, or (null) not at all. */
export function openDoor(deps: Deps): { identity: Identity | null; standIn: Hono } {
  const { config } = deps
  const redirectUri = `${config.PATIENT_URL}/mijn/callback`
  const levels = config.PATIENT_LEVEL.split(/\s+/).filter(Boolean)
  if (hasStandIn(config)) return openStandIn(deps, redirectUri, levels)
  const { PATIENT_ISSUER: issuer, PATIENT_CLIENT_ID: clientId, PATIENT_CLIENT_SECRET: clientSecret } = config
  const known = issuer && clientId && clientSecret
  const identity = known
    ? createIdentity({ issuer, clientId, clientSecret, levels, redirectUri }, deps)
    : null
  return { identity, standIn: new Hono() }
}

function openStandIn(deps: Deps, redirectUri: string, levels: string[]) {
  const issuer = `${deps.config.PUBLIC_URL}/demo/identity`
  const client = { clientId: CLIENT, clientSecret: deriveKey(deps.secret, 'stand-in-client').toString('hex') }
  let made: Promise<Hono> | null = null
  // Loaded when somebody comes: only a demo has it.
  const make = async (): Promise<Hono> => {
    const [{ createStandIn }, { readStandInKey }, { standInPeople }] = await Promise.all([
      import('./stand-in.ts'),
      import('./stand-in-key.ts'),
      import('./stand-in-people.ts'),
    ])
    const key = await readStandInKey(deps)
    return createStandIn({ issuer, ...client, redirectUri, key, people: () => standInPeople(deps) }, deps)
  }
  const app = () => {
    made ??= make()
    return made.catch((error: unknown) => {
      made = null
      throw error
    })
  }
  const standIn = new Hono().use(bodyWithin(STAND_IN_BODY)).all('*', async (c) => {
    const url = new URL(c.req.url)
    url.pathname = url.pathname.slice(url.pathname.indexOf('/demo/identity') + '/demo/identity'.length)
    return (await app()).fetch(new Request(url, c.req.raw))
  })
  // From within, the program asks its stand-in directly: its own public address may not be reachable from here.
  const identity = createIdentity(
    {
      issuer,
      ...client,
      levels,
      redirectUri,
      fetch: async (url, options) => (await app()).request(url.slice(issuer.length), options),
    },
    deps,
  )
  return { identity, standIn }
}
