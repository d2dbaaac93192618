// Builds the pages into dist/, but only when something they are made of has changed.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runNode, tool } from './node24.mjs'

const SOURCES = ['web', 'core', 'vite.config.ts', 'package-lock.json']
const STAMP = join(root, 'dist/.built') // inside, so that it goes when dist goes

function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

function hashSources() {
  const hash = createHash('sha256')
  for (const source of SOURCES)
    for (const file of filesUnder(join(root, source)))
      hash.update(file).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

const key = hashSources()
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== key) {
  console.log('Building the pages')
  // A process of its own: vitest's NODE_ENV=test would bundle React's development build.
  const code = await runNode([tool.vite, 'build', '--logLevel', 'warn'], { env: { NODE_ENV: 'production' } })
  if (code !== 0) {
    console.error(`The pages could not be built (${code}); what is wrong stands above.`)
    process.exit(1)
  }
  writeFileSync(STAMP, key)
}
