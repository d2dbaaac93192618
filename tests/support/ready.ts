// What the tests need from the machine, tried for real: `npm test` runs this before them.
import { launchBrowser, provideBrowser } from './browser.ts'
import { startPostgres } from './postgres.ts'

const needs: Record<string, () => Promise<void>> = {
  postgres: async () => (await startPostgres()).stop(),
  browser: async () => {
    provideBrowser()
    await (await launchBrowser()).close()
  },
}

const need = needs[process.argv[2] ?? '']
if (!need) throw new Error(`Ask for one of: ${Object.keys(needs).join(', ')}`)
try {
  await need()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
