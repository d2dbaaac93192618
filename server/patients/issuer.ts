import type { Config } from '../config.ts'

/** Under this name a demo knows the people of its stand-in, wherever the demo runs. */
const STAND_IN = 'urn:uitkomst:stand-in'

export const hasStandIn = ({ DEMO, PATIENT_ISSUER }: Pick<Config, 'DEMO' | 'PATIENT_ISSUER'>): boolean =>
  DEMO && PATIENT_ISSUER === undefined

/** The provider of identities by whose subjects patients are known; null when nobody can sign in. */
export const patientIssuer = (config: Pick<Config, 'DEMO' | 'PATIENT_ISSUER'>): string | null =>
  config.PATIENT_ISSUER ?? (hasStandIn(config) ? STAND_IN : null)

/** Whether there is a door at all behind which patients read what was shared with them. */
export const canSignIn = (config: Pick<Config, 'DEMO' | 'PATIENT_ISSUER'>): boolean =>
  patientIssuer(config) !== null
