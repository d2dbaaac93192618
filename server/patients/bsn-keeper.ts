import type { Config } from '../config.ts'
import { createSeal, deriveKey } from '../db/seal.ts'

/** What a sealed number is stored as. */
export type SealedBsn = { sealed: string; finder: string; keyId: string }

/** How an organisation keeps citizen service numbers: with a key from outside, which no row and no backup has. */
export type BsnKeeper = {
  /** Sealed for this patient alone (AES-256-GCM): moved to another patient's row it does not open. */
  close(patientId: string, bsn: string): SealedBsn
  /** Null where no key that is set now opens it, or the row was changed or is another patient's. */
  open(patientId: string, stored: Pick<SealedBsn, 'sealed' | 'keyId'>): string | null
  /** By which a number is found without being read, the newest key's first. */
  findersOf(bsn: string): string[]
  /** Of the keys that are set; the first one seals. */
  keyIds: string[]
}

type Settings = Pick<Config, 'BSN_KEY' | 'BSN_ORGANISATIONS'>

const keepers = new Map<string, BsnKeeper>()

/** Null where this organisation keeps no citizen service numbers: what a feed says of them is then not kept. */
export function bsnKeeper(
  { BSN_KEY, BSN_ORGANISATIONS }: Settings,
  organisationId: string,
): BsnKeeper | null {
  if (!BSN_KEY) return null
  if (BSN_ORGANISATIONS && !BSN_ORGANISATIONS.split(' ').includes(organisationId)) return null
  const name = `${organisationId} ${BSN_KEY}`
  const keeper = keepers.get(name) ?? createKeeper(BSN_KEY.split(' '), organisationId)
  keepers.set(name, keeper)
  return keeper
}

/** The first key seals; all open, so that a key can be replaced. Each organisation has keys of its own, derived from them. */
function createKeeper(keys: readonly string[], organisationId: string): BsnKeeper {
  const [newest, ...older] = keys.map((key) => ({
    id: deriveKey(key, 'bsn-key-id').toString('base64url').slice(0, 12),
    seal: createSeal(deriveKey(key, `bsn ${organisationId}`).toString('base64url')),
  }))
  if (!newest) throw new Error('A keeper of numbers needs a key')
  const all = [newest, ...older]
  return {
    keyIds: all.map(({ id }) => id),
    close: (patientId, bsn) => ({
      sealed: newest.seal.close(bsn, placeOf(patientId)),
      finder: newest.seal.key(bsn),
      keyId: newest.id,
    }),
    open(patientId, { sealed, keyId }) {
      const key = all.find(({ id }) => id === keyId)
      try {
        return key?.seal.open(sealed, placeOf(patientId)) ?? null
      } catch {
        return null // one row that was tampered with holds up nobody else's
      }
    },
    findersOf: (bsn) => all.map(({ seal }) => seal.key(bsn)),
  }
}

const placeOf = (patientId: string) => `patient-bsn:${patientId}`
