import { z } from 'zod'
import { lineShape, nameShape } from '../shapes.ts'

// Record systems that may open a patient here, as the installation's settings name them.

const LOCAL = ['localhost', '127.0.0.1', '[::1]']

/** An address over https, or on this very machine: elsewhere the answer could be anybody's. */
const isSafe = (text: string): boolean => {
  const { protocol, hostname, username, hash, search } = new URL(text)
  return (protocol === 'https:' || LOCAL.includes(hostname)) && !username && !hash && !search
}
const address = z
  .url({ protocol: /^https?$/, error: 'must be a web address' })
  .refine(isSafe, 'must begin with https:// and have no user, ? or # in it')
const base = address.transform((text) => text.replace(/\/$/, ''))
const origin = address.refine((text) => new URL(text).origin === text, 'must be as https://record.example.nl')

const smart = z
  .strictObject({
    /** The base address of its FHIR server, exactly as it says it in a launch. */
    iss: base,
    clientId: z.string().min(1).max(200),
    /** How we prove to be that client: a shared secret, … */
    clientSecret: z.string().min(8).max(1000).optional(),
    /** … or a private key as PEM, of which the record system finds the public half here. Neither: a public client. */
    clientKey: z.string().min(50).max(5000).optional(),
  })
  .refine(({ clientSecret, clientKey }) => clientSecret === undefined || clientKey === undefined, {
    error: 'needs a clientSecret or a clientKey, and not both',
  })

const link = z
  .strictObject({
    /** What stands in its links as `iss`. */
    issuer: z.string().min(1).max(200),
    /** Shared, for HS256; … */
    secret: z.string().min(32, 'must have 32 characters or more').max(1000).optional(),
    /** … or its public key as PEM, for ES256, RS256 or EdDSA. */
    publicKey: z.string().min(50).max(5000).optional(),
  })
  .refine(({ secret, publicKey }) => (secret === undefined) !== (publicKey === undefined), {
    error: 'needs a secret or a publicKey, and not both',
  })

const recordSystem = z
  .strictObject({
    /** As clinicians call it; it stands on pages and in the log. */
    name: lineShape(1, 60),
    /** The id of the organisation whose record it keeps; without it the only one there is. */
    organisation: nameShape.optional(),
    /** Of which identifiers of a Practitioner the value is a colleague's number here; without it the resource's id. */
    staffSystem: z.string().min(1).max(200).optional(),
    /** Origins of pages that may show ours within their own. */
    frames: z.array(origin).max(10).default([]),
    smart: smart.optional(),
    link: link.optional(),
  })
  .refine(({ smart, link }) => smart !== undefined || link !== undefined, { error: 'needs smart or link' })
export type RecordSystem = z.infer<typeof recordSystem>
export type SmartClient = z.infer<typeof smart>

const isOnce = (names: readonly (string | undefined)[]) => {
  const given = names.filter((name) => name !== undefined)
  return new Set(given).size === given.length
}

export const recordSystemsShape = z
  .array(recordSystem)
  .max(20)
  .refine((all) => isOnce(all.map(({ name }) => name)), { error: 'two have the same name' })
  .refine((all) => isOnce(all.map(({ smart }) => smart?.iss)), { error: 'two have the same smart.iss' })
  .refine((all) => isOnce(all.map(({ link }) => link?.issuer)), { error: 'two have the same link.issuer' })

/** The origins of pages of record systems that may show ours within their own. */
export const framingPages = ({ RECORD_SYSTEMS }: { RECORD_SYSTEMS: readonly RecordSystem[] }): string[] => [
  ...new Set(RECORD_SYSTEMS.flatMap(({ frames }) => frames)),
]
