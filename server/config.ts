import { z } from 'zod'

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
    .regex(/^(file:.|postgres(ql)?:\/\/)/, 'must begin with postgres:// (or postgresql://), or with file:')
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
  TRUST_PROXY: yesNo
    .default(false)
    .describe('1 takes the caller’s address from X-Forwarded-For, only behind a proxy that sets it'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('how much is logged'),
  PATIENT_ISSUER: url
    .optional()
    .describe('the OpenID Connect issuer with which patients sign in (in a demo: a stand-in)'),
  PATIENT_CLIENT_ID: z.string().optional().describe('our client id at PATIENT_ISSUER'),
  PATIENT_CLIENT_SECRET: z.string().optional().describe('our client secret at PATIENT_ISSUER'),
  PATIENT_LEVEL: z
    .string()
    .default('substantial high')
    .describe('the levels of assurance (acr) of PATIENT_ISSUER that will do, with spaces between'),
})
type Settings = z.infer<typeof Settings>

export type Config = Omit<Settings, 'DATABASE_URL' | 'PUBLIC_URL' | 'PATIENT_URL' | 'STAFF_URL'> & {
  DATABASE_URL: string
  PUBLIC_URL: string
  PATIENT_URL: string
  STAFF_URL: string
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

/** Reads the settings once. Throws one message that names every wrong one and what it is for. */
export function readConfig(env: Environment): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Settings.safeParse(filled)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) => `  ${issue.path.join('.')}: ${issue.message} (${explain(issue.path[0])})`,
    )
    throw new Error(`These settings are wrong:\n${lines.join('\n')}\nAll settings: npx uitkomst settings`)
  }
  const set = parsed.data
  const problem = identityProblem(set)
  if (problem) throw new Error(`These settings are wrong:\n  ${problem}`)
  const PUBLIC_URL = set.PUBLIC_URL ?? `http://localhost:${set.PORT}`
  return {
    ...set,
    PUBLIC_URL,
    DATABASE_URL: set.DATABASE_URL ?? `file:${set.DATA_DIR}/uitkomst.db`,
    PATIENT_URL: set.PATIENT_URL ?? PUBLIC_URL,
    STAFF_URL: set.STAFF_URL ?? PUBLIC_URL,
  }
}

const explain = (name: PropertyKey | undefined) => Settings.shape[name as keyof Settings]?.description ?? ''

/** Every setting with its one sentence, for `uitkomst settings`. */
export const describeSettings = (): { name: string; meaning: string }[] =>
  Object.keys(Settings.shape).map((name) => ({ name, meaning: explain(name) }))
