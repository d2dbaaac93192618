import { createHash, timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { exportJWK, type JWK, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { standInHeaders, standInPage } from './stand-in-page.ts'

export type StandInPerson = { subject: string; name: string }

type StandIn = {
  issuer: string
  clientId: string
  clientSecret: string
  redirectUri: string
  /** Signs the identity tokens (RS256), and the codes. */
  key: { sign: CryptoKey; verify: CryptoKey; codes: Uint8Array }
  people(): Promise<StandInPerson[]>
}

const STAND_IN_LEVEL = 'substantial'
const CODE_SECONDS = 60
const TOKEN_SECONDS = 300
const KEY_ID = 'stand-in'

const RequestShape = z.object({
  response_type: z.literal('code'),
  client_id: z.string(),
  redirect_uri: z.string(),
  state: z.string().max(500),
  nonce: z.string().max(500),
  code_challenge: z.string().min(43).max(128),
  code_challenge_method: z.literal('S256'),
})
const ChoiceShape = RequestShape.extend({ subject: z.string(), level: z.string().default(STAND_IN_LEVEL) })
const CodeShape = z.object({
  subject: z.string(),
  level: z.string(),
  nonce: z.string(),
  challenge: z.string(),
})

/**
 * Stands in for the identity provider of patients, in demos and tests only: anybody is whoever they choose to be. It
 * speaks real OpenID Connect, so that the program signs patients in exactly as it would with a real provider.
 */
export function createStandIn(standIn: StandIn, { now }: Pick<Deps, 'now'>) {
  const { issuer, clientId, redirectUri, key } = standIn
  const fits = (request: { client_id: string; redirect_uri: string }) =>
    request.client_id === clientId && request.redirect_uri === redirectUri
  const seconds = () => Math.floor(now().getTime() / 1000)

  const sendBack = async (c: Context, choice: z.output<typeof ChoiceShape>) => {
    const { subject, level, nonce, code_challenge: challenge } = choice
    const code = await new SignJWT({ subject, level, nonce, challenge })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime(seconds() + CODE_SECONDS)
      .sign(key.codes)
    const back = new URL(redirectUri)
    back.search = new URLSearchParams({ code, state: choice.state, iss: issuer }).toString()
    return c.redirect(back.href)
  }

  return new Hono()
    .get('/.well-known/openid-configuration', (c) => c.json(metadata(issuer)))
    .get('/jwks', async (c) => c.json({ keys: [await publicKey(key.verify)] }))
    .get('/authorize', async (c) => {
      const request = RequestShape.safeParse(c.req.query())
      if (!request.success || !fits(request.data)) return c.text('This request is not ours', 400)
      const choose = (person: string) =>
        `${issuer}/choose?${new URLSearchParams({ ...request.data, subject: person })}`
      return c.html(standInPage(await standIn.people(), choose), 200, standInHeaders)
    })
    .get('/choose', async (c) => {
      const choice = ChoiceShape.safeParse(c.req.query())
      if (!choice.success || !fits(choice.data)) return c.text('This request is not ours', 400)
      return sendBack(c, choice.data)
    })
    .post('/token', async (c) => {
      const form = Object.fromEntries(new URLSearchParams(await c.req.text()))
      if (!isClient(c, form, standIn)) return c.json({ error: 'invalid_client' }, 401)
      const code = await openCode(form.code, key.codes, now())
      const proven = code && sha256(form.code_verifier ?? '') === code.challenge
      if (!proven || form.redirect_uri !== redirectUri) return c.json({ error: 'invalid_grant' }, 400)
      const token = await new SignJWT({ nonce: code.nonce, acr: code.level, auth_time: seconds() })
        .setProtectedHeader({ alg: 'RS256', kid: KEY_ID })
        .setIssuer(issuer)
        .setSubject(code.subject)
        .setAudience(clientId)
        .setIssuedAt(seconds())
        .setExpirationTime(seconds() + TOKEN_SECONDS)
        .sign(key.sign)
      return c.json({ access_token: 'none', token_type: 'Bearer', expires_in: 1, id_token: token }, 200, {
        'Cache-Control': 'no-store',
      })
    })
}

const metadata = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
  acr_values_supported: [STAND_IN_LEVEL],
  authorization_response_iss_parameter_supported: true,
})

const publicKey = async (key: CryptoKey): Promise<JWK> => ({
  ...(await exportJWK(key)),
  kid: KEY_ID,
  alg: 'RS256',
  use: 'sig',
})

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url')

function isClient(c: Context, form: Record<string, string>, { clientId, clientSecret }: StandIn): boolean {
  const basic = c.req.header('authorization')?.match(/^Basic (.+)$/)?.[1]
  const [id = '', secret = ''] = basic
    ? Buffer.from(basic, 'base64').toString().split(':').map(decoded)
    : [form.client_id, form.client_secret]
  return id === clientId && timingSafeEqual(Buffer.from(sha256(secret)), Buffer.from(sha256(clientSecret)))
}

/** A part of the Basic header; empty where it is not what it should be, as nobody's. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

/** What a code says; null when it is not ours or too old. */
async function openCode(code: string | undefined, key: Uint8Array, currentDate: Date) {
  try {
    const { payload } = await jwtVerify(code ?? '', key, { currentDate })
    return CodeShape.parse(payload)
  } catch {
    return null
  }
}
