import * as oidc from 'openid-client'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'

/** Where patients prove who they are. */
export type Provider = {
  issuer: string
  clientId: string
  clientSecret: string
  /** Levels of assurance (acr) that will do, the preferred first. */
  levels: readonly string[]
  redirectUri: string
  /** How to reach it, when not over the network. */
  fetch?: (url: string, options: RequestInit) => Promise<Response>
}

/** What has to be remembered in the browser between leaving for the provider and coming back. */
export type Trip = { state: string; nonce: string; verifier: string }

export type Proven = { subject: string; level: string }

export type Identity = {
  /** The provider's address to go to. Throws 503 'identity_unreachable'. */
  leave(): Promise<{ url: string; trip: Trip }>
  /** Who came back: 401 'sign_in_cancelled' or 'sign_in_failed', 403 'level_too_low', 503 'identity_unreachable'. */
  arrive(url: URL, trip: Trip): Promise<Proven>
}

const TIMEOUT_SECONDS = 5
const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Signing in by OpenID Connect: authorization code with PKCE, state and nonce; signature and level are checked. */
export function createIdentity(provider: Provider, { now, log }: Pick<Deps, 'now' | 'log'>): Identity {
  // The library reads the machine's clock; ours may be a test's.
  const skew = () => Math.round((now().getTime() - Date.now()) / 60_000) * 60
  const discovered = discoverLazily(provider, skew, log)

  return {
    async leave() {
      const configuration = await discovered.get()
      const trip = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      }
      const url = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: provider.redirectUri,
        scope: 'openid',
        state: trip.state,
        nonce: trip.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(trip.verifier),
        code_challenge_method: 'S256',
        acr_values: provider.levels.join(' '),
        prompt: 'login', // somebody else may have sat at this computer
      })
      return { url: url.href, trip }
    },

    async arrive(url, trip) {
      const configuration = await discovered.get()
      const claims = await exchange(configuration, url, trip).catch((error: unknown) => {
        discovered.forget() // keys and addresses may have changed
        throw refusal(error, log)
      })
      const level = claims?.acr
      if (!claims || typeof level !== 'string' || !provider.levels.includes(level))
        throw new Problem(403, 'level_too_low', 'Sign in at a higher level of assurance')
      return { subject: claims.sub, level }
    },
  }
}

/** Asks the provider for its addresses and keys when somebody needs them, and again after a failure. */
function discoverLazily(provider: Provider, skewOf: () => number, log: Deps['log']) {
  let known: { skew: number; configuration: Promise<oidc.Configuration> } | null = null
  const forget = () => {
    known = null
  }
  return {
    forget,
    get: () => {
      const skew = skewOf()
      if (known?.skew !== skew) known = { skew, configuration: discover(provider, skew) }
      return known.configuration.catch((error: Error) => {
        forget()
        log.warn({ failure: error.name }, 'the identity provider of patients cannot be reached')
        throw new Problem(503, 'identity_unreachable', 'Signing in is not possible at the moment')
      })
    },
  }
}

async function discover({ issuer, clientId, clientSecret, fetch }: Provider, skew: number) {
  const server = new URL(issuer)
  const metadata = { client_secret: clientSecret, [oidc.clockSkew]: skew }
  const configuration = await oidc.discovery(server, clientId, metadata, undefined, {
    timeout: TIMEOUT_SECONDS,
    // plain http only on this very machine: elsewhere the answer could be anybody's
    execute: LOCAL.has(server.hostname) || fetch ? [oidc.allowInsecureRequests] : [],
    ...(fetch ? { [oidc.customFetch]: fetch as oidc.CustomFetch } : {}),
  })
  oidc.enableNonRepudiationChecks(configuration) // the signature counts, not only the connection
  return configuration
}

async function exchange(configuration: oidc.Configuration, url: URL, trip: Trip) {
  const tokens = await oidc.authorizationCodeGrant(configuration, url, {
    expectedState: trip.state,
    expectedNonce: trip.nonce,
    pkceCodeVerifier: trip.verifier,
    idTokenExpected: true,
  })
  return tokens.claims()
}

function refusal(error: unknown, log: Deps['log']): Problem {
  const { error: reason, code } = error as { error?: string; code?: string }
  if (reason === 'access_denied') return new Problem(401, 'sign_in_cancelled', 'You did not sign in')
  log.warn({ reason, code }, 'a patient could not be signed in')
  if (code === 'OAUTH_TIMEOUT' || error instanceof TypeError)
    return new Problem(503, 'identity_unreachable', 'Signing in is not possible at the moment')
  return new Problem(401, 'sign_in_failed', 'Signing in did not work')
}
