import { decodeJwt, errors, importSPKI, type JWTVerifyOptions, jwtVerify } from 'jose'
import { z } from 'zod'
import type { RecordSystem } from '../../core/feeds/record-system.ts'
import { nameShape } from '../../core/shapes.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import type { Asserted } from './begin.ts'
import { systemOfLink } from './systems.ts'

/** No link is worth anything longer than this after it was signed. */
const MOST_SECONDS = 60
const TOLERANCE_SECONDS = 5
const ASYMMETRIC = ['ES256', 'RS256', 'EdDSA']

const Claims = z.looseObject({
  /** The colleague's number in the record system. */
  sub: nameShape,
  patient: nameShape,
  /** Whose number that is, where it is not the organisation's own. */
  patientSystem: nameShape.optional(),
  jti: z.string().min(16).max(200),
  iat: z.int(),
  exp: z.int(),
})

type Works = Pick<Deps, 'config' | 'secret' | 'now' | 'seal' | 'log'>

/**
 * Whom and about whom a signed link (JWS) speaks. 404 'unknown_system'; 401 'link_over' for what is too old, 'failed'
 * for what nobody we know signed. That it opens once is the matter of who begins.
 */
export async function readLink(
  deps: Works,
  token: string,
): Promise<{ system: RecordSystem; asserted: Asserted }> {
  const system = systemOfLink(deps, issuerOf(token))
  const { link } = system
  if (!link) throw failed()
  const { payload } = await verify(deps, link, token).catch((error: unknown) => {
    if (error instanceof errors.JWTExpired) throw new Problem(401, 'link_over', 'This link is too old')
    deps.log.warn({ code: (error as { code?: string }).code }, 'a signed link was refused')
    throw failed()
  })
  const claims = Claims.safeParse(payload)
  if (!claims.success || claims.data.exp - claims.data.iat > MOST_SECONDS) throw failed()
  const { sub, patient, patientSystem, jti } = claims.data
  const onceKey = deps.seal.key(JSON.stringify(['launch', link.issuer, jti]))
  return {
    system,
    asserted: { staffNumber: sub, patient: { number: patient, authority: patientSystem }, onceKey },
  }
}

function issuerOf(token: string): string {
  try {
    return decodeJwt(token).iss ?? ''
  } catch {
    throw failed()
  }
}

type Link = NonNullable<RecordSystem['link']>

async function verify({ config, now }: Works, { issuer, secret, publicKey }: Link, token: string) {
  const options: JWTVerifyOptions = {
    issuer,
    audience: config.STAFF_URL,
    currentDate: now(),
    clockTolerance: TOLERANCE_SECONDS,
    maxTokenAge: MOST_SECONDS,
  }
  if (secret !== undefined)
    return jwtVerify(token, new TextEncoder().encode(secret), { ...options, algorithms: ['HS256'] })
  // The key says by itself which algorithm it is for: with another one it cannot be read.
  const key = ({ alg = '' }: { alg?: string | undefined }) => importSPKI(publicKey ?? '', alg)
  return jwtVerify(token, key, { ...options, algorithms: ASYMMETRIC })
}

const failed = () => new Problem(401, 'failed', 'Nobody we know signed this link')
