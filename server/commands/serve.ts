import { serve as listen } from '@hono/node-server'
import { createApp } from '../app.ts'
import { installDefinitions } from '../definitions/install.ts'
import { rememberAddress } from '../http/address.ts'
import { openWorld } from './world.ts'

const SURVEYS = 'surveys'
/** What is still being answered gets this long after SIGTERM. */
const DRAIN_MS = 10_000

/** Migrates, installs the definitions, listens; ends cleanly on SIGTERM and SIGINT. */
export async function serve() {
  const { deps, database, config } = await openWorld()
  await database.migrate()
  for (const { kind, id, version, as } of await installDefinitions(deps, SURVEYS))
    deps.log.info(
      { kind, id, version },
      as === 'published' ? 'definition published' : 'definition changed: a new draft waits to be published',
    )

  const app = createApp(deps, async () => null)
  const server = listen({
    fetch: (request, { incoming }) => {
      rememberAddress(request, incoming.socket.remoteAddress)
      return app.fetch(request)
    },
    port: config.PORT,
    hostname: config.HOST,
  })
  console.log(`Uitkomst is at ${config.PUBLIC_URL}`)

  const stop = () => {
    const late = setTimeout(() => process.exit(1), DRAIN_MS)
    server.close(async () => {
      await deps.mail.close()
      await database.close()
      clearTimeout(late)
      process.exit(0)
    })
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
