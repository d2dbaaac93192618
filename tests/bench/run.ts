// npm run bench: all groups. `-- submission` only that one, `-- --json` one line of JSON for each figure,
// `-- --quick` with fewer repetitions. A bar that is not reached is shown as such; what cannot be measured, or was
// stored wrongly, ends with an error.
import { parseArgs } from 'node:util'
import { type Figure, table } from './figures.ts'

export type Options = { quick: boolean; say(sentence: string): void }

const groups: Record<string, () => Promise<(options: Options) => Promise<Figure[]>>> = {
  campaign: async () => (await import('./campaign/group.ts')).campaign,
  cohort: async () => (await import('./cohort/group.ts')).cohort,
  consult: async () => (await import('./consult/group.ts')).consult,
  import: async () => (await import('./import/group.ts')).importing,
  'patient-page': async () => (await import('./patient-page/group.ts')).patientPage,
  score: async () => (await import('./score/group.ts')).score,
  submission: async () => (await import('./submission/group.ts')).submission,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    postgres: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
})

const unknown = positionals.filter((name) => !Object.hasOwn(groups, name))
if (unknown.length > 0) {
  console.error(`There is no group ${unknown.join(', ')}; there are: ${Object.keys(groups).join(', ')}`)
  process.exit(1)
}

// Only figures go to the standard output with --json; how far it is goes where errors go.
const say = values.json ? () => {} : (sentence: string) => console.error(sentence)

// Whatever this shell is set to; the groups are loaded after this, the schema with them.
delete process.env.DATABASE_URL
const server = values.postgres ? await (await import('../support/postgres.ts')).startPostgres() : null
if (server) process.env.DATABASE_URL = server.url

try {
  for (const [name, load] of Object.entries(groups)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue
    if (server && name !== 'cohort') continue
    const measure = await load()
    const figures = await measure({ quick: values.quick, say })
    if (values.json) for (const each of figures) console.log(JSON.stringify(each))
    else console.log(`\n${name}\n${table(figures)}\n`)
  }
} finally {
  await server?.stop()
}
