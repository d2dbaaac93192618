import { fileURLToPath } from 'node:url'
import { serve as listen } from '@hono/node-server'
import { createApp } from '../app.ts'
import { readDefinitions } from '../definitions/files.ts'
import { installDefinitions } from '../definitions/install.ts'
import type { Deps } from '../deps.ts'
import { rememberAddress } from '../http/address.ts'
import { firstAdministratorLink } from '../staff/links.ts'
import { whoIs } from '../staff/who-is.ts'
import { openWorld } from './world.ts'

const SURVEYS = fileURLToPath(new URL('../../surveys', import.meta.url))

/** What is still being answered gets this long after SIGTERM. */
const DRAIN_MS = 10_000

/** Migrates, installs the definitions, listens; ends cleanly on SIGTERM and SIGINT. */
export async function serve() {
  const { deps, database, config, close } = await openWorld({ writes: true })
  await database.migrate()
  await publishSurveys(deps)

  const app = createApp(deps, whoIs(deps))
  const server = listen({
    fetch: (request, { incoming }) => {
      rememberAddress(request, incoming.socket.remoteAddress)
      return app.fetch(request)
    },
    port: config.PORT,
    hostname: config.HOST,
  })
  console.log(`Uitkomst is at ${config.PUBLIC_URL}`)
  const begin = await firstAdministratorLink(deps)
  if (begin) console.log(`It is empty. Become its first administrator, within a day and once, at\n  ${begin}`)

  const stop = () => {
    setTimeout(() => process.exit(1), DRAIN_MS).unref()
    server.close(() => void close().then(() => process.exit(0)))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** What changed in `surveys/` since it was published waits as a draft: a running outcome set never changes by itself. */
async function publishSurveys(deps: Deps) {
  for (const { kind, id, version, as } of await installDefinitions(deps, readDefinitions(SURVEYS))) {
    const what =
      as === 'published' ? 'published' : 'a changed file became a draft, to be published by an editor'
    deps.log.info({ kind, id, version }, what)
  }
}
