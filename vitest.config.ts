import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Far from UTC and Amsterdam, so that no test leans on either by accident.
const TZ = 'Pacific/Auckland'

// The dialect is chosen when the schema is imported: DATABASE_URL is known before the first import, whatever the shell says.
const onSqlite = { env: { TZ, DATABASE_URL: '' } }
const onPostgres = {
  env: { TZ },
  globalSetup: 'tests/support/with-postgres.ts',
  setupFiles: 'tests/support/on-postgres.ts',
}

// What only one of the two databases can show says so in its name: x.sqlite.test.ts, x.postgres.test.ts.
const api = { include: ['tests/api/**/*.test.ts'] }

// As the program itself does, read what drizzle exports once and not for each of its files.
const execArgv = ['--import', fileURLToPath(new URL('bin/quick-imports.js', import.meta.url))]

// Nothing mocks modules, so files may share a process.
const inNode = {
  execArgv,
  isolate: false,
  maxWorkers: availableParallelism(),
  testTimeout: 90_000,
  hookTimeout: 90_000,
}
// A browser on a busy machine may miss its moment once; what fails twice is wrong. Two windows at a time.
const inBrowser = {
  execArgv,
  fileParallelism: false,
  maxConcurrency: 2,
  retry: 1,
  testTimeout: 240_000,
  hookTimeout: 120_000,
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...onSqlite,
          ...inNode,
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...onSqlite,
          ...inNode,
          ...api,
          name: 'api',
          exclude: ['**/*.postgres.test.ts'],
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...onPostgres,
          ...inNode,
          ...api,
          name: 'api-postgres',
          exclude: ['**/*.sqlite.test.ts'],
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          ...onSqlite,
          ...inBrowser,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          sequence: { groupOrder: 4 },
        },
      },
      {
        test: {
          ...onPostgres,
          ...inBrowser,
          name: 'e2e-postgres',
          include: ['tests/e2e/story.test.ts'],
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
})
