import * as oidc from 'openid-client'
import { z } from 'zod'
import type { SmartClient } from '../../core/feeds/record-system.ts'
import type { Deps } from '../deps.ts'
import { ask, unfit } from './ask.ts'
import { clientKeyOf } from './client-key.ts'

const LOCAL = ['localhost', '127.0.0.1', '[::1]']
const isSafe = (text: string) => text.startsWith('https://') || LOCAL.includes(new URL(text).hostname)
const endpoint = z.url({ protocol: /^https?$/ }).refine(isSafe)

/** What a SMART server says about itself (SMART App Launch 2.2, conformance), as far as it is read. */
const Said = z.looseObject({
  issuer: endpoint,
  jwks_uri: endpoint,
  authorization_endpoint: endpoint,
  token_endpoint: endpoint,
  code_challenge_methods_supported: z.array(z.string()).refine((methods) => methods.includes('S256')),
  capabilities: z.array(z.string()).default([]),
})

export type Server = {
  configuration: oidc.Configuration
  /** It reads scopes as SMART 2 writes them: `.rs` for what was `.read`. */
  isSecond: boolean
}

const KEPT_MS = 10 * 60_000
const TIMEOUT_SECONDS = 5

/** Where a record system lets people sign in, asked anew every ten minutes and after a failure. */
export function discoverer({ now }: Pick<Deps, 'now'>) {
  const known = new Map<string, { until: number; server: Promise<Server> }>()
  const forget = ({ iss }: SmartClient) => known.delete(iss)
  return {
    forget,
    discover(client: SmartClient): Promise<Server> {
      const at = now().getTime()
      const kept = known.get(client.iss)
      if (kept && kept.until > at && kept.until <= at + KEPT_MS) return kept.server
      const server = discover(client, skewOf(at))
      known.set(client.iss, { until: at + KEPT_MS, server })
      server.catch(() => forget(client))
      return server
    },
  }
}

/** The library reads the machine's clock; ours may be a test's. In seconds. */
const skewOf = (at: number) => Math.round((at - Date.now()) / 60_000) * 60

async function discover(client: SmartClient, skew: number): Promise<Server> {
  const { iss, clientId } = client
  const said = Said.safeParse(await ask(`${iss}/.well-known/smart-configuration`))
  if (!said.success) throw unfit()
  const { issuer, jwks_uri, authorization_endpoint, token_endpoint, capabilities } = said.data
  const configuration = new oidc.Configuration(
    { issuer, jwks_uri, authorization_endpoint, token_endpoint },
    clientId,
    { [oidc.clockSkew]: skew },
    await proofOf(client, token_endpoint),
  )
  configuration.timeout = TIMEOUT_SECONDS
  if (LOCAL.includes(new URL(iss).hostname)) oidc.allowInsecureRequests(configuration)
  oidc.enableNonRepudiationChecks(configuration) // the signature counts, not only the connection
  return { configuration, isSecond: capabilities.includes('permission-v2') }
}

/** How we prove who asks. A signed proof is for the address that it is sent to, as SMART wants it. */
async function proofOf({ clientSecret, clientKey }: SmartClient, audience: string): Promise<oidc.ClientAuth> {
  if (clientSecret !== undefined) return oidc.ClientSecretBasic(clientSecret)
  if (clientKey === undefined) return oidc.None()
  return oidc.PrivateKeyJwt(await clientKeyOf(clientKey), {
    [oidc.modifyAssertion](header, payload) {
      header.typ = 'JWT'
      payload.aud = audience
    },
  })
}
