import { eq } from 'drizzle-orm'
import type { RecordSystem, SmartClient } from '../../core/feeds/record-system.ts'
import { organisations } from '../db/schema/organisations.ts'
import { deriveKey } from '../db/seal.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'

/** Links of a demo's stand-in for a record system begin with this; the id of the organisation follows. */
const STAND_IN = 'urn:uitkomst:stand-in-record:'

const standInName = 'EPD (voorbeeld)'
export const standInIssuer = (organisationId: string): string => `${STAND_IN}${organisationId}`
export const standInSecret = (secret: string): string => deriveKey(secret, 'stand-in-record').toString('hex')

type Works = Pick<Deps, 'config' | 'secret'>

export type BySmart = RecordSystem & { smart: SmartClient }

export const smartSystems = ({ config }: Pick<Deps, 'config'>): BySmart[] =>
  config.RECORD_SYSTEMS.flatMap((system) => (system.smart ? [{ ...system, smart: system.smart }] : []))

/** The record system that has this very address: nothing is ever asked of any other. 404 ('unknown_system'). */
export function systemAt(deps: Pick<Deps, 'config'>, iss: string): BySmart {
  const known = smartSystems(deps).find(({ smart }) => smart.iss === iss.replace(/\/$/, ''))
  if (!known) throw new Problem(404, 'unknown_system', 'No record system here has this address')
  return known
}

/** Whose links are signed in this name; a demo signs some itself. 404 ('unknown_system'). */
export function systemOfLink({ config, secret }: Works, issuer: string): RecordSystem {
  const known = config.RECORD_SYSTEMS.find(({ link }) => link?.issuer === issuer)
  if (known) return known
  if (!config.DEMO || !issuer.startsWith(STAND_IN))
    throw new Problem(404, 'unknown_system', 'No record system here signs in this name')
  const organisation = issuer.slice(STAND_IN.length)
  return { name: standInName, organisation, frames: [], link: { issuer, secret: standInSecret(secret) } }
}

/** The organisation whose record it is: the named one, or the only one. 503 ('system_unfit') where the settings are wrong. */
export async function organisationOf(
  { db, log }: Pick<Deps, 'db' | 'log'>,
  { name, organisation }: RecordSystem,
): Promise<string> {
  const [found, another] = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(organisation === undefined ? undefined : eq(organisations.id, organisation))
    .limit(2)
  if (found && !another) return found.id
  log.error({ system: name }, 'RECORD_SYSTEMS does not say of which organisation this record system is')
  throw new Problem(503, 'system_unfit', 'This record system is not set up completely')
}
