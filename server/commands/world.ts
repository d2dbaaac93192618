import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Config, readConfig } from '../config.ts'
import type { Database } from '../db/database.ts'
import { dialect } from '../db/dialect.ts'
import { claimWriter } from '../db/one-writer.ts'
import { openDatabase } from '../db/open.ts'
import { createSeal } from '../db/seal.ts'
import { readRegisters, SURVEYS } from '../definitions/files.ts'
import { createDefinitions } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { createIds } from '../ids.ts'
import { createLogger } from '../logger.ts'
import { createMail } from '../mail.ts'
import { openPress } from '../pdf/press.ts'
import { readSecret } from '../secret.ts'
import { createTexts } from '../sms.ts'
import { openBeside } from '../teams/beside/open.ts'
import { reach } from './reach.ts'

export type World = { deps: Deps; database: Database; config: Config; close(): Promise<void> }

/** What a command does: `writes` alone, or only reads beside the server; `makesSecret` where the house has none yet. */
export type Manner = { writes: boolean; makesSecret: boolean }

/**
 * The one place where the clock, the database, the mail server and the settings are the real ones. Who `writes` is
 * alone in doing so on SQLite; backup and audit verify only read, and may run beside the server.
 */
export async function openWorld({ writes, makesSecret }: Manner): Promise<World> {
  const config = readConfig(process.env)
  const secret = readSecret(config, makesSecret)
  const writer =
    dialect === 'sqlite' ? prepareFile(config.DATABASE_URL.replace(/^file:/, ''), writes) : undefined
  const database = await openDatabase(config.DATABASE_URL)
  if (dialect === 'postgres') await reach(database, config.DATABASE_URL)
  const now = () => new Date()
  const press = openPress()
  const beside = openBeside(config.DATABASE_URL, { now })
  const deps: Deps = {
    db: database.db,
    config,
    definitions: createDefinitions(database.db),
    registers: readRegisters(SURVEYS),
    mail: createMail(config),
    texts: createTexts(config),
    log: createLogger(config.LOG_LEVEL),
    seal: createSeal(secret),
    print: press.print,
    beside: beside.ask,
    secret,
    now,
    newId: createIds(now),
  }
  const close = async () => {
    await deps.mail.close()
    await press.close()
    await beside.close()
    await database.close()
    writer?.release()
  }
  return { deps, database, config, close }
}

function prepareFile(file: string, writes: boolean) {
  process.umask(0o077) // the database and all beside it are for their owner alone
  mkdirSync(dirname(file), { recursive: true })
  return writes ? claimWriter(file) : undefined
}
