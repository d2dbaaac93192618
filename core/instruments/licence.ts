import { moveDate } from '../time/dates.ts'
import type { Instrument, Licence } from './instrument.ts'

/** So long beforehand is said that a licence ends: time enough to make another agreement. */
const WARN_DAYS = 60

/** What a licence allows on a date: 'over' and 'not-yet' allow nothing; 'ending' is within `WARN_DAYS` of its last day. */
export type LicenceStanding = 'valid' | 'ending' | 'over' | 'not-yet'

export function licenceStanding({ validFrom, validTo }: Licence, on: string): LicenceStanding {
  if (validTo !== undefined && validTo < on) return 'over'
  if (validFrom !== undefined && validFrom > on) return 'not-yet'
  return validTo !== undefined && validTo <= moveDate(on, `P${WARN_DAYS}D`) ? 'ending' : 'valid'
}

/** Whether somebody may be asked these questions on a date: the wording is there, and its licence holds. */
export function mayBeAsked({ form, licence }: Pick<Instrument, 'form' | 'licence'>, on: string): boolean {
  const standing = licenceStanding(licence, on)
  return form !== null && standing !== 'over' && standing !== 'not-yet'
}
