// The Dutch citizen service number (burgerservicenummer, BSN).

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1]

/**
 * A citizen service number as it is kept: nine digits. Null for what is none. Points and spaces are how people write one,
 * and a sheet drops a leading zero: eight digits get it back. The sum of the digits times 9, 8, 7, 6, 5, 4, 3, 2 and -1 is
 * a multiple of eleven (Logisch Ontwerp BSN 1.4, "elfproef").
 */
export function readBsn(written: string): string | null {
  const digits = written.replaceAll(/[\s.]/g, '')
  if (!/^\d{8,9}$/.test(digits)) return null
  const bsn = digits.padStart(9, '0')
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(bsn[place]), 0)
  return sum > 0 && sum % 11 === 0 ? bsn : null
}

const AUTHORITY =
  /^(NLMINBIZA|(urn:oid:)?2\.16\.840\.1\.113883\.2\.4\.6\.3|https?:\/\/(www\.)?fhir\.nl\/fhir\/NamingSystem\/bsn\/?)$/i

/**
 * Whether who gave a number says that it is a citizen service number: by name (HL7 table 0363), by the identifier of such
 * numbers, or by their system in FHIR, as systems write these.
 */
export const isBsnAuthority = (authority: string | undefined): boolean =>
  AUTHORITY.test(authority?.trim() ?? '')

/** Whether a kind of number is that of citizen service numbers (HL7 table 0203). */
export const isBsnKind = (kind: string | undefined): boolean => /^NNNLD$/i.test(kind?.trim() ?? '')

/** As it is shown until somebody asks for all of it: the last three digits. */
export const maskedBsn = (bsn: string): string => `••••••${bsn.slice(-3)}`

export type ToldBsn = { bsn?: string | undefined; bsnFault?: 'wrong' | undefined }

/** What a feed names as somebody's number: it, or that what was sent is none. What is wrong is not carried on. */
export function toldBsn(written: string | undefined): { bsn?: string; bsnFault?: 'wrong' } {
  if (!written?.trim()) return {}
  const bsn = readBsn(written)
  return bsn === null ? { bsnFault: 'wrong' } : { bsn }
}

/** What is told of somebody but for their number, for wherever it is kept until a person decides. */
export const withoutBsn = <Told extends object>(told: Told): Omit<Told, keyof ToldBsn> => {
  const { bsn: _, bsnFault: __, ...rest } = told as Told & ToldBsn
  return rest
}
