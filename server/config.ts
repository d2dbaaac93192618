import { z } from 'zod'
import type { RecordSystem } from '../core/feeds/record-system.ts'
import { readRecordSystems } from './record-systems.ts'

const url = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/$/, ''))
const yesNo = z.enum(['0', '1']).transform((text) => text === '1')

/** Everything that can be set from outside. Each may also come from a file: NAME_FILE names it. */
const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('the port the server listens on'),
  HOST: z.string().default('127.0.0.1').describe('the address the server listens on; 0.0.0.0 for all'),
  DATA_DIR: z
    .string()
    .default('data')
    .describe('where the SQLite database, the generated secret and the audit anchors lie'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.|postgres(ql)?:\/\/)/)
    .optional()
    .describe('file:PATH for SQLite (default: uitkomst.db in DATA_DIR), postgres://… to scale out'),
  PUBLIC_URL: url
    .optional()
    .describe('the address people use, such as https://uitkomst.example.nl (default: http://localhost:PORT)'),
  PATIENT_URL: url.optional().describe('a hostname of its own for patients (default: PUBLIC_URL)'),
  STAFF_URL: url.optional().describe('a hostname of its own for staff (default: PUBLIC_URL)'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('the mail server, smtp://user:password@host:587; without it a demo shows its mail in a page'),
  MAIL_FROM: z.string().default('Uitkomst <noreply@localhost>').describe('the sender of every mail'),
  UNSUBSCRIBE_MAILBOX: z
    .email()
    .optional()
    .describe('a mailbox that somebody reads, for those who unsubscribe by mail instead of by the link'),
  MAIL_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(0)
    .default(300)
    .describe(
      'how many mails may go to one mail provider at once, and then in each minute, from each process; 0 for no such limit',
    ),
  SMS_URL: url
    .optional()
    .describe(
      'the gateway that takes text messages as JSON (docs/text-messages.md says how); without it a demo shows them in a page',
    ),
  SMS_TOKEN: z
    .string()
    .optional()
    .describe('the bearer token for SMS_URL; best from a file (SMS_TOKEN_FILE)'),
  SMS_REPLY_TOKEN: z
    .string()
    .min(20)
    .optional()
    .describe(
      'what the gateway shows when it tells what became of text messages and what people answer, 20 characters or more; docs/text-messages.md says how (default: nobody listens)',
    ),
  SMS_FROM: z
    .string()
    .regex(/^(\+\d{6,15}|[A-Za-z0-9]{1,11})$/)
    .default('Uitkomst')
    .describe('whom text messages come from: a number, or at most 11 letters and digits'),
  RETURN_MAILBOX: z
    .email()
    .regex(/^[a-z0-9.-]{1,20}@[^@]+$/)
    .optional()
    .describe(
      'a mailbox whose mail is brought to MAIL_IN_PORT, such as bounce@mail.example.nl: each mail gets a return address of its own, bounce+…@mail.example.nl, for bounces and replies',
    ),
  MAIL_IN_PORT: z.coerce
    .number()
    .int()
    .min(1)
    .max(65535)
    .optional()
    .describe('the port on which mail that comes back is taken in by SMTP (default: none, nobody listens)'),
  MAIL_IN_HOST: z
    .string()
    .default('127.0.0.1')
    .describe(
      'the address for MAIL_IN_PORT; your mail server brings mail for RETURN_MAILBOX there. Any but this machine’s own needs MAIL_IN_CERT and MAIL_IN_KEY',
    ),
  MAIL_IN_CERT: z
    .string()
    .optional()
    .describe('our certificate for MAIL_IN_PORT, as PEM: with it mail is taken over STARTTLS alone'),
  MAIL_IN_KEY: z.string().optional().describe('the key of MAIL_IN_CERT, as PEM'),
  DEMO: yesNo
    .default(true)
    .describe('1 fills an empty database with an invented region, 0 starts empty and real'),
  SECRET: z
    .string()
    .min(32)
    .optional()
    .describe(
      'what all keys are derived from, 32 characters or more (default: made once and kept in DATA_DIR)',
    ),
  BSN_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/_-]{43}=?( [A-Za-z0-9+/_-]{43}=?)*$/)
    .optional()
    .describe(
      'with it citizen service numbers (BSN) that come with a patient are kept, sealed: 32 random bytes as base64 (openssl rand -base64 32), kept apart from SECRET and from backups. To replace it: the new one, a space and the old one, then npx uitkomst bsn reseal (default: no such number is kept)',
    ),
  BSN_ORGANISATIONS: z
    .string()
    .regex(/^\S+( \S+)*$/)
    .optional()
    .describe(
      'which organisations keep such numbers, by id: org_1 org_2 (default: all, once there is a BSN_KEY)',
    ),
  TRUST_PROXY: yesNo
    .default(false)
    .describe('1 takes the caller’s address from X-Forwarded-For, only behind a proxy that sets it'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('how much is logged'),
  MLLP_PORT: z.coerce
    .number()
    .int()
    .min(1)
    .max(65535)
    .optional()
    .describe('the port on which a planning system sends HL7v2 over MLLP (default: none, nobody listens)'),
  MLLP_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('the address for MLLP_PORT; any but this machine’s own needs MLLP_CERT, MLLP_KEY and MLLP_CA'),
  MLLP_CERT: z.string().optional().describe('our certificate for MLLP over TLS, as PEM'),
  MLLP_KEY: z.string().optional().describe('the key of MLLP_CERT, as PEM'),
  MLLP_CA: z.string().optional().describe('who signs the certificates of those who may send HL7v2, as PEM'),
  MLLP_FACILITIES: z
    .string()
    .regex(/^[^\s=]+=[^\s=]+( [^\s=]+=[^\s=]+)*$/)
    .optional()
    .describe(
      'which organisation a message is for, by its sending facility (MSH-4), and over TLS whose certificate (its common name) may speak for it: VAART=org_1@engine.vaart.nl LINDEN=org_2@engine.linden.nl (default: the only one there is)',
    ),
  PATIENT_ISSUER: url
    .optional()
    .describe('the OpenID Connect issuer with which patients sign in (in a demo: a stand-in)'),
  PATIENT_CLIENT_ID: z.string().optional().describe('our client id at PATIENT_ISSUER'),
  PATIENT_CLIENT_SECRET: z.string().optional().describe('our client secret at PATIENT_ISSUER'),
  PATIENT_LEVEL: z
    .string()
    .default('substantial high')
    .describe('the levels of assurance (acr) of PATIENT_ISSUER that will do, with spaces between'),
  RECORD_SYSTEMS: z
    .string()
    .optional()
    .describe(
      'record systems that may open a patient here, by SMART App Launch or by a signed link, as JSON; docs/record-systems.md says how (default: none)',
    ),
})
type Settings = z.infer<typeof Settings>

export type Config = Omit<
  Settings,
  'DATABASE_URL' | 'PUBLIC_URL' | 'PATIENT_URL' | 'STAFF_URL' | 'RECORD_SYSTEMS'
> & {
  DATABASE_URL: string
  PUBLIC_URL: string
  PATIENT_URL: string
  STAFF_URL: string
  RECORD_SYSTEMS: readonly RecordSystem[]
}

type Environment = Record<string, string | undefined>

/** What the sign-in of patients still lacks, in one sentence; null when it is complete or not used. */
function identityProblem({ PATIENT_ISSUER, PATIENT_CLIENT_ID, PATIENT_CLIENT_SECRET, DEMO }: Settings) {
  if (!PATIENT_ISSUER) return null
  if (!PATIENT_CLIENT_ID || !PATIENT_CLIENT_SECRET)
    return 'PATIENT_ISSUER needs PATIENT_CLIENT_ID and PATIENT_CLIENT_SECRET beside it'
  if (!DEMO && PATIENT_ISSUER.endsWith('/demo/identity'))
    return 'PATIENT_ISSUER is the stand-in of a demo, where anybody is whoever they choose to be'
  const { protocol, hostname } = new URL(PATIENT_ISSUER)
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return protocol === 'https:' || local ? null : 'PATIENT_ISSUER must be reached over https'
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

/** What MLLP still lacks: over a network only those come in who have a certificate, and what they send is not read by others. */
function mllpProblem({ MLLP_PORT, MLLP_HOST, MLLP_CERT, MLLP_KEY, MLLP_CA, MLLP_FACILITIES }: Settings) {
  if (!MLLP_PORT) return null
  const given = [MLLP_CERT, MLLP_KEY, MLLP_CA].filter((part) => part !== undefined).length
  const facilities = MLLP_FACILITIES?.split(' ') ?? []
  if (given === 3 && facilities.length > 1 && facilities.some((one) => !one.includes('@')))
    return 'MLLP_FACILITIES must say for each of several organisations whose certificate may speak for it: VAART=org_1@engine.vaart.nl'
  if (given === 3 || (given === 0 && LOOPBACK.includes(MLLP_HOST))) return null
  return 'MLLP_CERT, MLLP_KEY and MLLP_CA belong together, and MLLP_HOST beyond this machine needs all three'
}

/** What mail that comes back still lacks: people write about their health in it, so over a network it is locked. */
function mailInProblem({ MAIL_IN_PORT, MAIL_IN_HOST, MAIL_IN_CERT, MAIL_IN_KEY }: Settings) {
  if (!MAIL_IN_PORT) return null
  const given = [MAIL_IN_CERT, MAIL_IN_KEY].filter((part) => part !== undefined).length
  if (given === 2 || (given === 0 && LOOPBACK.includes(MAIL_IN_HOST))) return null
  return 'MAIL_IN_CERT and MAIL_IN_KEY belong together, and MAIL_IN_HOST beyond this machine needs both'
}

/** What text messages still lack: their gateway reads numbers and links, so nobody on the way may. */
function gatewayProblem({ SMS_URL }: Settings) {
  if (!SMS_URL) return null
  const { protocol, hostname, username, password } = new URL(SMS_URL)
  if (username || password)
    return 'SMS_URL has a user or password in it: SMS_TOKEN is what the gateway knows us by'
  return protocol === 'https:' || LOOPBACK.includes(hostname) ? null : 'SMS_URL must be reached over https'
}

/** Reads the settings once. Throws one message that names every wrong one and what it is for. */
export function readConfig(env: Environment): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Settings.safeParse(filled)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) => `  ${issue.path.join('.')}: ${soundForm(issue.path[0])} (${explain(issue.path[0])})`,
    )
    throw new Error(`These settings are wrong:\n${lines.join('\n')}\nAll settings: npx uitkomst settings`)
  }
  const set = parsed.data
  const problem = identityProblem(set) ?? mllpProblem(set) ?? mailInProblem(set) ?? gatewayProblem(set)
  if (problem) throw new Error(`These settings are wrong:\n  ${problem}`)
  const PUBLIC_URL = set.PUBLIC_URL ?? `http://localhost:${set.PORT}`
  return {
    ...set,
    PUBLIC_URL,
    DATABASE_URL: set.DATABASE_URL ?? `file:${set.DATA_DIR}/uitkomst.db`,
    PATIENT_URL: set.PATIENT_URL ?? PUBLIC_URL,
    STAFF_URL: set.STAFF_URL ?? PUBLIC_URL,
    RECORD_SYSTEMS: readRecordSystems(set.RECORD_SYSTEMS),
  }
}

const WEB_ADDRESS = 'must be a web address that begins with https:// or http://'
/** What a value must look like, said of one that does not; the value itself may be secret and is not repeated. */
const SOUND: Partial<Record<keyof Settings, string>> = {
  PORT: 'must be a whole number from 0 to 65535',
  DATABASE_URL: 'must begin with postgres:// (or postgresql://), or with file:',
  PUBLIC_URL: WEB_ADDRESS,
  PATIENT_URL: WEB_ADDRESS,
  STAFF_URL: WEB_ADDRESS,
  PATIENT_ISSUER: WEB_ADDRESS,
  SMTP_URL:
    'must be an address that begins with smtp:// or smtps://; encode what is no letter or digit in its password (encodeURIComponent)',
  UNSUBSCRIBE_MAILBOX: 'must be a mail address',
  SMS_URL: WEB_ADDRESS,
  SMS_REPLY_TOKEN: 'must have 20 characters or more',
  SMS_FROM: 'must be a number such as +31612345678, or at most 11 letters and digits',
  RETURN_MAILBOX:
    'must be a mail address with at most 20 small letters, digits, dots and dashes before the @, and no +',
  MAIL_IN_PORT: 'must be a whole number from 1 to 65535',
  MAIL_PER_MINUTE: 'must be a whole number, 0 or more',
  MLLP_PORT: 'must be a whole number from 1 to 65535',
  MLLP_FACILITIES: 'must be pairs such as VAART=org_1, with a space between',
  DEMO: 'must be 0 or 1',
  TRUST_PROXY: 'must be 0 or 1',
  SECRET: 'must have 32 characters or more',
  BSN_KEY:
    'must be 32 bytes as base64, which is 44 characters; several with a space between, the newest first',
  BSN_ORGANISATIONS: 'must be ids of organisations, with a space between',
  LOG_LEVEL: 'must be fatal, error, warn, info, debug or silent',
}
const soundForm = (name: PropertyKey | undefined) => SOUND[name as keyof Settings] ?? 'cannot be used'

const explain = (name: PropertyKey | undefined) => Settings.shape[name as keyof Settings]?.description ?? ''

/** Every setting with its one sentence and its value as it is now, without what is secret, for `uitkomst settings`. */
export const describeSettings = (env: Environment): { name: string; meaning: string; inForce: string }[] =>
  (Object.keys(Settings.shape) as (keyof Settings)[]).map((name) => ({
    name,
    meaning: explain(name),
    inForce: env[name] ? shown(name, env[name]) : defaultOf(name),
  }))

const SECRET_ONES: readonly string[] = [
  'SECRET',
  'SMTP_URL',
  'DATABASE_URL',
  'PATIENT_CLIENT_SECRET',
  'MLLP_KEY',
  'RECORD_SYSTEMS',
  'MAIL_IN_KEY',
  'SMS_TOKEN',
  'SMS_REPLY_TOKEN',
  'BSN_KEY',
]
const shown = (name: string, value: string) =>
  SECRET_ONES.includes(name) && !value.startsWith('file:') ? '(set, not shown)' : value

function defaultOf(name: keyof Settings): string {
  const value = Settings.shape[name].parse(undefined)
  if (value === undefined) return '(not set)'
  return `${typeof value === 'boolean' ? Number(value) : value} (default)`
}
