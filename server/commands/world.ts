import { mkdirSync } from 'node:fs'
import { type Config, readConfig } from '../config.ts'
import type { Database } from '../db/database.ts'
import { dialect } from '../db/dialect.ts'
import { openDatabase } from '../db/open.ts'
import { createSeal } from '../db/seal.ts'
import { createDefinitions } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { createIds } from '../ids.ts'
import { createLogger } from '../logger.ts'
import { createMail } from '../mail.ts'
import { readSecret } from '../secret.ts'

export type World = { deps: Deps; database: Database; config: Config }

/** The one place where the clock, the database, the mail server and the settings are the real ones. */
export async function openWorld(): Promise<World> {
  const config = readConfig(process.env)
  if (dialect === 'sqlite') mkdirSync(config.DATA_DIR, { recursive: true })
  const database = await openDatabase(config.DATABASE_URL)
  const now = () => new Date()
  const secret = readSecret(config)
  const log = createLogger(config.LOG_LEVEL)
  const deps: Deps = {
    db: database.db,
    config,
    definitions: createDefinitions(database.db),
    mail: createMail(config),
    log,
    seal: createSeal(secret),
    secret,
    now,
    newId: createIds(now),
  }
  return { deps, database, config }
}
