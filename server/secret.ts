import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

/**
 * The installation's secret: from the environment, else made once and kept in DATA_DIR for its owner alone. Throws
 * where there is none and none may be made: what there is, is encrypted with another.
 */
export function readSecret({ SECRET, DATA_DIR }: Config, mayMake: boolean): string {
  if (SECRET) return SECRET
  const file = join(DATA_DIR, 'secret')
  if (!existsSync(file)) {
    if (!mayMake) throw new Error(noSecret(file))
    mkdirSync(DATA_DIR, { recursive: true })
    makeSecret(file)
  }
  return readFileSync(file, 'utf8').trim()
}

const noSecret = (file: string) =>
  `There is no SECRET here (no setting, and no file ${file}): give the one of the installation that the data is of, as SECRET, as SECRET_FILE or as that file.`

/** Written whole under another name first: of processes that start together one is first, and nobody reads half of it. */
function makeSecret(file: string) {
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, randomBytes(48).toString('base64url'), { mode: 0o600 })
  try {
    linkSync(mine, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(mine)
  }
}
