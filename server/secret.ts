import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** The installation's secret: from the environment, else made once and kept in DATA_DIR for its owner alone. */
export function readSecret({ SECRET, DATA_DIR }: Config): string {
  if (SECRET) return SECRET
  mkdirSync(DATA_DIR, { recursive: true })
  const file = join(DATA_DIR, 'secret')
  try {
    // 'wx' fails when it is there already: two processes that start together end up with the same secret
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
