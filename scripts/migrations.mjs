// `npm run migrations -- NAME` writes what the schema gained into both migration folders, under one name.
// `npm run migrations -- --check` writes nothing, and fails when there was something to write.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, runNode, tool } from './node24.mjs'

const DIALECTS = ['sqlite', 'postgres']

async function generate(folder, name) {
  for (const dialect of DIALECTS) {
    const config = `drizzle/${dialect}.config.ts`
    const code = await runNode([tool.drizzleKit, 'generate', '--config', config, '--name', name], {
      cwd: folder,
    })
    if (code !== 0) throw new Error(`drizzle-kit failed for ${dialect} (${code})`)
  }
}

const migrationsOf = (dialect, folder = root) =>
  readdirSync(join(folder, 'drizzle', dialect))
    .filter((file) => file.endsWith('.sql'))
    .sort()

/** Generates in a copy, so that nothing is left behind, and tells what the folders lack. */
async function findGap() {
  const [sqlite, postgres] = DIALECTS.map((dialect) => migrationsOf(dialect).join(', '))
  if (sqlite !== postgres) return `The two migration folders differ:\n  ${sqlite}\n  ${postgres}`

  const copy = mkdtempSync(join(tmpdir(), 'uitkomst-migrations-'))
  try {
    for (const path of ['drizzle', 'server', 'core', 'package.json', 'tsconfig.json'])
      cpSync(join(root, path), join(copy, path), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
    await generate(copy, 'missing')
    const missing = DIALECTS.flatMap((dialect) => newIn(copy, dialect))
    if (missing.length > 0)
      return `The schema has changes without a migration: run \`npm run migrations -- NAME\`. It would say:\n${missing.join('\n')}`
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function newIn(copy, dialect) {
  const known = migrationsOf(dialect)
  const added = migrationsOf(dialect, copy).filter((file) => !known.includes(file))
  return added.map((file) => readFileSync(join(copy, 'drizzle', dialect, file), 'utf8'))
}

const [name] = process.argv.slice(2)
if (name === '--check') {
  const gap = await findGap()
  if (gap) console.error(gap)
  process.exitCode = gap ? 1 : 0
} else if (name) await generate(root, name)
else {
  console.error('Give the migration a name: npm run migrations -- patient-opt-out')
  process.exitCode = 1
}
