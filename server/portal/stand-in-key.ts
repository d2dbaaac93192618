import { eq } from 'drizzle-orm'
import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { settings } from '../db/schema/organisations.ts'
import { deriveKey } from '../db/seal.ts'
import type { Deps } from '../deps.ts'

const NAME = 'demo-identity-key'

/** The stand-in's signing key, made once and kept sealed in the database: several processes sign with the same. */
export async function readStandInKey({ db, seal, secret }: Pick<Deps, 'db' | 'seal' | 'secret'>) {
  const jwk = (await readKey(db, seal)) ?? (await makeKey(db, seal))
  const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...open } = jwk
  return {
    sign: (await importJWK(jwk, 'RS256')) as CryptoKey,
    verify: (await importJWK(open, 'RS256', { extractable: true })) as CryptoKey,
    codes: new Uint8Array(deriveKey(secret, 'stand-in-code')),
  }
}

async function readKey(db: Deps['db'], seal: Deps['seal']): Promise<JWK | null> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, NAME))
  return row ? (JSON.parse(seal.open(row.value, NAME)) as JWK) : null
}

async function makeKey(db: Deps['db'], seal: Deps['seal']): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const value = seal.close(JSON.stringify(await exportJWK(privateKey)), NAME)
  await db.insert(settings).values({ name: NAME, value }).onConflictDoNothing()
  const kept = await readKey(db, seal) // perhaps another process was first
  if (!kept) throw new Error('The key of the identity stand-in was not kept')
  return kept
}
