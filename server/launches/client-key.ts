import { createPublicKey } from 'node:crypto'
import { calculateJwkThumbprint, importPKCS8, type JWK } from 'jose'
import type { RecordSystem, SmartClient } from '../../core/feeds/record-system.ts'
import { signingAlgorithm } from '../record-systems.ts'

/** The key with which we prove to a record system who asks, and the name of its public half in our list. */
export async function clientKeyOf(pem: string): Promise<{ key: CryptoKey; kid: string }> {
  const { key, kid } = await bothHalves(pem)
  return { key, kid }
}

/** The public halves of our keys, as a JWK set: where a record system looks who we are. */
export async function publicKeys(systems: readonly RecordSystem[]): Promise<{ keys: JWK[] }> {
  const pems = new Set(systems.flatMap(({ smart }) => smart?.clientKey ?? []))
  return { keys: await Promise.all([...pems].map(async (pem) => (await bothHalves(pem)).public)) }
}

async function bothHalves(pem: NonNullable<SmartClient['clientKey']>) {
  const alg = signingAlgorithm(pem)
  if (!alg) throw new Error('The settings were read without looking at this key')
  const named = createPublicKey(pem).export({ format: 'jwk' }) as JWK
  const kid = await calculateJwkThumbprint(named)
  return { key: await importPKCS8(pem, alg), kid, public: { ...named, kid, alg, use: 'sig' } }
}
