import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import type { Ctx } from '../../server/ctx.ts'
import type { Database } from '../../server/db/database.ts'
import { createSeal } from '../../server/db/seal.ts'
import { readDefinitions } from '../../server/definitions/files.ts'
import { installDefinitions } from '../../server/definitions/install.ts'
import { createDefinitions } from '../../server/definitions/reader.ts'
import type { Deps, Mail, MailTransport, Text } from '../../server/deps.ts'
import { createIds } from '../../server/ids.ts'
import { createLogger } from '../../server/logger.ts'
import { openPress } from '../../server/pdf/press.ts'
import { staffContext } from '../../server/staff/context.ts'
import { openTestDatabase } from './database.ts'

const surveys = readDefinitions('surveys')

export const SECRET = 'a secret of the tests, and of nothing else'

/** The whole program on a fresh database, with the clock, the mail and the door in the hands of the test. */
export async function openHouse(
  options: {
    now?: string
    env?: Record<string, string>
    mail?: MailTransport
    database?: Database
    log?: Deps['log']
  } = {},
) {
  const database = options.database ?? (await openTestDatabase())
  let time = Date.parse(options.now ?? '2026-03-02T08:00:00Z')
  const now = () => new Date(time)
  const mails: Mail[] = []
  const texts: Text[] = []
  const press = openPress()
  const deps: Deps = {
    db: database.db,
    config: readConfig({ SECRET, DEMO: '0', LOG_LEVEL: 'silent', ...options.env }),
    definitions: createDefinitions(database.db),
    registers: surveys.registers,
    mail: options.mail ?? { send: async (mail) => void mails.push(mail), close: async () => {} },
    texts: { send: async (text) => void texts.push(text) },
    log: options.log ?? createLogger('silent'),
    seal: createSeal(SECRET),
    print: press.print,
    beside: null, // the database is in memory
    secret: SECRET,
    now,
    newId: createIds(now),
  }
  await installDefinitions(deps, surveys)
  // Requests name their member of staff in a header: signing in has tests of its own.
  const whoIs = async (request: Request): Promise<Ctx | null> => {
    const staffId = request.headers.get('x-test-staff')
    return staffId ? staffContext(database.db, staffId, now()) : null
  }
  const app = createApp(deps, whoIs)
  return {
    deps,
    app,
    database,
    db: database.db,
    mails,
    texts,
    goTo: (instant: string) => {
      time = Date.parse(instant)
    },
    pass: (milliseconds: number) => {
      time += milliseconds
    },
    as: (staffId: string | null) => client(app, staffId),
    close: async () => {
      await press.close()
      await database.close()
    },
  }
}
export type House = Awaited<ReturnType<typeof openHouse>>

type Asked = { status: number; body: unknown; headers: Headers }

function client(app: ReturnType<typeof createApp>, staffId: string | null) {
  const ask = async (method: string, path: string, body?: unknown): Promise<Asked> => {
    const headers = new Headers({
      origin: 'http://localhost:3000',
      ...(staffId ? { 'x-test-staff': staffId } : {}),
    })
    if (body !== undefined) headers.set('content-type', 'application/json')
    const answer = await app.request(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json')
    return { status: answer.status, body: isJson ? JSON.parse(text) : text, headers: answer.headers }
  }
  return {
    get: (path: string) => ask('GET', path),
    post: (path: string, body: unknown = {}) => ask('POST', path, body),
    put: (path: string, body: unknown = {}) => ask('PUT', path, body),
    patch: (path: string, body: unknown = {}) => ask('PATCH', path, body),
    delete: (path: string) => ask('DELETE', path),
  }
}
