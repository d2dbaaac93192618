import { createPrivateKey } from 'node:crypto'
import { type RecordSystem, recordSystemsShape } from '../core/feeds/record-system.ts'

/** Throws what is wrong and where, without what was written there: it holds secrets. */
export function readRecordSystems(text: string | undefined): readonly RecordSystem[] {
  if (text === undefined) return []
  const parsed = recordSystemsShape.safeParse(jsonOf(text), { reportInput: false })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw wrong(issue?.path.join('.') || 'all of it', issue?.message ?? '')
  }
  for (const [place, { smart }] of parsed.data.entries())
    if (smart?.clientKey && signingAlgorithm(smart.clientKey) === null)
      throw wrong(`${place}.smart.clientKey`, 'must be a private key as PEM (PKCS#8), EC P-384 or RSA')
  return parsed.data
}

const wrong = (where: string, what: string) =>
  new Error(`These settings are wrong:\n  RECORD_SYSTEMS: ${where}: ${what} (docs/record-systems.md)`)

const LEAST_BITS = 2048

/** As SMART App Launch 2.2 lets a client sign ("client confidential asymmetric"); null for any other key, or none. */
export function signingAlgorithm(pem: string): 'ES384' | 'RS384' | null {
  try {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = createPrivateKey(pem)
    if (type === 'ec' && details?.namedCurve === 'secp384r1') return 'ES384'
    return type === 'rsa' && (details?.modulusLength ?? 0) >= LEAST_BITS ? 'RS384' : null
  } catch {
    return null
  }
}

/** Undefined for what is no JSON: the shape then says so. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
