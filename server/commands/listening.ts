import { once } from 'node:events'
import type { ServerType } from '@hono/node-server'
import type { Config } from '../config.ts'

/** Resolves when people can come in. Throws one sentence that says why nobody can, and what to set. */
export async function listening(
  server: ServerType,
  { PORT, HOST }: Pick<Config, 'PORT' | 'HOST'>,
): Promise<void> {
  if (server.listening) return
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new Error(explain((error as NodeJS.ErrnoException).code, PORT, HOST), { cause: error })
  }
}

function explain(code: string | undefined, port: number, host: string): string {
  if (code === 'EADDRINUSE')
    return `Something else listens on port ${port} of ${host} already: stop it, or name another port, such as PORT=${port + 1}.`
  if (code === 'EACCES')
    return `The system does not let you listen on port ${port}: name one above 1023, such as PORT=3000.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${host}: set HOST to one that it has, or to 0.0.0.0 for all.`
  return `The server cannot listen on port ${port} of ${host} (${code}): look at PORT and HOST.`
}
