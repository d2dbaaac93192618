import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLocalJWKSet, exportJWK, generateKeyPair, type JSONWebKeySet, jwtVerify, SignJWT } from 'jose'

// A record system with SMART App Launch and FHIR R4, written from their specifications and sharing nothing with the
// program: it gives a code once, for a minute, to who sends the right PKCE verifier, address and secret.

export const CLIENT_ID = 'uitkomst'
export const CLIENT_SECRET = 'een geheim van de tests, 32 tekens'
export const PERSONNEL = 'urn:oid:2.16.528.1.1007.5.1'

type Context = { patient: string | null; practitioner: string }
type Given = {
  redirectUri: string
  challenge: string
  nonce: string | null
  scope: string
  context: Context
  until: number
}
/** What a test makes it do wrong. */
export type Faults = {
  nonce?: string
  audience?: string
  strangeKey?: boolean
  expired?: boolean
  fhirUser?: string
  state?: string
}

type Resources = { patients: Record<string, object>; practitioners: Record<string, object> }

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')

/** How its client proves to be that: by the secret, or by a key whose public half is asked of the client. */
type Proof = { port?: number; keysOf?: () => Promise<JSONWebKeySet> }

/** Listens on a port of its own; `launch` makes what an EHR launch carries, `picks` what a standalone one ends in. */
export async function openRecordSystem(
  now: () => Date,
  { patients, practitioners }: Resources,
  { port = 0, keysOf }: Proof = {},
) {
  const [key, strange] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
  const jwk = { ...(await exportJWK(key.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }
  const codes = new Map<string, Given>()
  const launches = new Map<string, Context>()
  const tokens = new Map<string, { patient: string | null; scope: string }>()
  const proofs = new Set<string>()
  const asked: string[] = []
  const state = { faults: {} as Faults, picks: null as Context | null, serial: 0 }
  let base = ''

  const configuration = () => ({
    issuer: base.replace('/fhir', ''),
    jwks_uri: `${base}/jwks`,
    authorization_endpoint: `${base}/authorize`,
    token_endpoint: `${base}/token`,
    grant_types_supported: ['authorization_code'],
    code_challenge_methods_supported: ['S256'],
    capabilities: ['launch-ehr', 'launch-standalone', 'sso-openid-connect', 'permission-v2'],
  })

  function authorize(query: URLSearchParams): string | null {
    const wanted = (name: string) => query.get(name) ?? ''
    const isLaunch = query.has('launch')
    const context = isLaunch ? launches.get(wanted('launch')) : state.picks
    const scopes = wanted('scope').split(' ')
    const fits =
      wanted('response_type') === 'code' &&
      wanted('client_id') === CLIENT_ID &&
      wanted('aud') === base &&
      wanted('code_challenge_method') === 'S256' &&
      wanted('code_challenge').length === 43 &&
      wanted('state').length >= 16 &&
      scopes.includes(isLaunch ? 'launch' : 'launch/patient') &&
      scopes.includes('openid')
    if (!fits || !context) return null
    launches.delete(wanted('launch'))
    const code = hash(`code ${state.serial++}`)
    codes.set(code, {
      redirectUri: wanted('redirect_uri'),
      challenge: wanted('code_challenge'),
      nonce: query.get('nonce'),
      scope: wanted('scope'),
      context,
      until: now().getTime() + 60_000,
    })
    const back = new URL(wanted('redirect_uri'))
    back.search = new URLSearchParams({ code, state: state.faults.state ?? wanted('state') }).toString()
    return back.href
  }

  /** As "client confidential asymmetric" of SMART App Launch 2.2 asks it; a proof counts once. */
  async function isSigned(form: URLSearchParams): Promise<boolean> {
    const keys = createLocalJWKSet((await keysOf?.()) ?? { keys: [] })
    const proof = await jwtVerify(form.get('client_assertion') ?? '', keys, {
      typ: 'JWT',
      algorithms: ['ES384', 'RS384'],
      issuer: CLIENT_ID,
      subject: CLIENT_ID,
      audience: `${base}/token`,
      requiredClaims: ['exp', 'jti'],
      maxTokenAge: '5m',
      clockTolerance: 30, // seconds
      currentDate: now(),
    }).catch(() => null)
    const { jti = '' } = proof?.payload ?? {}
    const isNew = jti !== '' && !proofs.has(jti)
    proofs.add(jti)
    return isNew && form.get('client_assertion_type') === ASSERTION
  }

  async function token(request: IncomingMessage): Promise<[number, object]> {
    const form = new URLSearchParams(await bodyOf(request))
    const isProven = keysOf ? await isSigned(form) : isBasic(request.headers.authorization)
    if (!isProven) return [401, { error: 'invalid_client' }]
    const code = form.get('code') ?? ''
    const given = codes.get(code)
    codes.delete(code)
    const fits =
      given &&
      given.until > now().getTime() &&
      form.get('grant_type') === 'authorization_code' &&
      form.get('redirect_uri') === given.redirectUri &&
      hash(form.get('code_verifier') ?? '') === given.challenge
    if (!fits) return [400, { error: 'invalid_grant' }]
    const { context, scope } = given
    const access = hash(`token ${state.serial++}`)
    tokens.set(access, { patient: context.patient, scope })
    return [
      200,
      {
        access_token: access,
        token_type: 'Bearer',
        expires_in: 300,
        scope,
        ...(context.patient === null ? {} : { patient: context.patient }),
        id_token: await idToken(given),
      },
    ]
  }

  function idToken({ nonce, context }: Given) {
    const { faults } = state
    const seconds = Math.floor(now().getTime() / 1000)
    const fhirUser = faults.fhirUser ?? `${base}/Practitioner/${context.practitioner}`
    return new SignJWT({ nonce: faults.nonce ?? nonce, fhirUser })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(configuration().issuer)
      .setSubject(`user-${context.practitioner}`)
      .setAudience(faults.audience ?? CLIENT_ID)
      .setIssuedAt(faults.expired ? seconds - 3600 : seconds)
      .setExpirationTime(faults.expired ? seconds - 3000 : seconds + 300)
      .sign(faults.strangeKey ? strange.privateKey : key.privateKey)
  }

  function resource(path: string, authorization: string | undefined): [number, object] {
    const [, kind = '', id = ''] = path.split('/')
    const held = tokens.get(authorization?.replace(/^Bearer /, '') ?? '')
    if (!held) return [401, { resourceType: 'OperationOutcome' }]
    const mayRead =
      kind === 'Patient'
        ? held.patient === id && held.scope.includes('patient/Patient.rs')
        : held.scope.includes('user/Practitioner.rs')
    if (!mayRead) return [403, { resourceType: 'OperationOutcome' }]
    const found = (kind === 'Patient' ? patients : practitioners)[id]
    return found ? [200, { resourceType: kind, id, ...found }] : [404, { resourceType: 'OperationOutcome' }]
  }

  async function answer(request: IncomingMessage): Promise<[number, object | string] | string> {
    const url = new URL(request.url ?? '/', base)
    const path = url.pathname.replace(/^\/fhir/, '')
    if (path === '/file') return framing(url.searchParams.get('shows') ?? '')
    asked.push(`${request.method} ${path}`)
    if (path === '/.well-known/smart-configuration') return [200, configuration()]
    if (path === '/jwks') return [200, { keys: [jwk] }]
    if (path === '/authorize') return authorize(url.searchParams) ?? [400, { error: 'invalid_request' }]
    if (path === '/token' && request.method === 'POST') return token(request)
    return resource(path, request.headers.authorization)
  }

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    void answer(request).then((said) => {
      if (typeof said === 'string') return response.writeHead(302, { location: said }).end()
      const [status, body] = said
      const type = typeof body === 'string' ? 'text/html' : 'application/json'
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      return response.writeHead(status, { 'content-type': type }).end(text)
    })
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`

  return {
    iss: base,
    /** What was asked of it, as 'GET /jwks'. */
    asked,
    do: (faults: Faults) => {
      state.faults = faults
    },
    launch(context: Context): string {
      const launch = hash(`launch ${state.serial++}`)
      launches.set(launch, context)
      return launch
    },
    picks: (context: Context) => {
      state.picks = context
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
export type RecordSystemStandIn = Awaited<ReturnType<typeof openRecordSystem>>

/** A page of the record system that shows another within itself. */
const framing = (shows: string): [number, string] => [
  200,
  `<!doctype html><title>EPD</title><h1>EPD</h1><iframe title="Uitkomst" width="1200" height="800" src="${shows.replaceAll('&', '&amp;')}"></iframe>`,
]

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

const isBasic = (authorization: string | undefined) => {
  const pair = `${encodeURIComponent(CLIENT_ID)}:${formEncoded(CLIENT_SECRET)}`
  return authorization === `Basic ${Buffer.from(pair).toString('base64')}`
}

/** As OAuth 2 wants it in the Basic header (RFC 6749, 2.3.1). */
const formEncoded = (text: string) => new URLSearchParams({ '': text }).toString().slice(1)

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
