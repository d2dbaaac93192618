import type { Register } from '../core/register/shape.ts'
import type { Printed } from '../core/words/printed.ts'
import type { Config } from './config.ts'
import type { Db } from './db/database.ts'
import type { Seal } from './db/seal.ts'
import type { Definitions } from './definitions/reader.ts'
import type { Logger } from './logger.ts'

/** A mail as the transport takes it; the transport adds nothing and hides nothing. */
export type Mail = {
  to: string
  /** The name that stands before the sender's address. */
  fromName: string
  subject: string
  text: string
  html: string
  messageId: string
  /** Where a bounce or a reply goes, for this mail alone; null where nobody takes it in. */
  returnTo: string | null
  headers: Record<string, string>
}

/** Resolves when the mail server has taken the mail; rejects with an SMTP error otherwise. */
export type MailTransport = { send(mail: Mail): Promise<void>; close(): Promise<void> }

/** A text message: `to` as +31612345678, `id` the same each time it is tried. */
export type Text = { id: string; to: string; text: string }

/** Resolves when the gateway has taken it; rejects otherwise, with `gatewayStatus` where it answered. */
export type TextTransport = { send(text: Text): Promise<void> }

/** Everything outside of the program, handed in: tests hold the clock and read the mail. */
export type Deps = {
  db: Db
  config: Config
  definitions: Definitions
  /** What quality registers ask, by id. */
  registers: ReadonlyMap<string, Register>
  mail: MailTransport
  texts: TextTransport
  log: Logger
  seal: Seal
  /** A tagged PDF (PDF/UA-1). Rejects with 503 'pdf_unavailable' or 'pdf_busy', or 422 'pdf_unset'. */
  print(printed: Printed): Promise<Uint8Array>
  /** Answers a question of `server/teams/beside` in a thread of its own; null where nobody else can read the database. */
  beside: ((name: string, given: unknown) => Promise<unknown>) | null
  /** The installation's one secret; `deriveKey` (db/seal.ts) makes a key for each use. */
  secret: string
  now(): Date
  /** A fresh id that sorts by time, such as 'pat_01J…'. */
  newId(prefix: string): string
}
