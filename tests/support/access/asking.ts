import { inspectRoutes } from 'hono/dev'
import { createApp } from '../../../server/app.ts'
import { staffContext } from '../../../server/staff/context.ts'
import { whoIs } from '../../../server/staff/who-is.ts'
import type { House } from '../house.ts'
import type { Hospital, Ids } from './hospital.ts'

export type Asked = { status: number; text: string }

/** By what name a request was refused. */
export const codeOf = ({ text }: Asked) => /"code":"(\w+)"/.exec(text)?.[1]
export type Asking = { method: string; path: string; body?: unknown; headers?: Record<string, string> }

/** The program for requests as anybody: a member of staff by id, a system by its key, nobody as null. */
export function openAsking({ deps, db, pass }: House) {
  const keys = whoIs(deps)
  const app = createApp(deps, async (request) => {
    const staffId = request.headers.get('x-test-staff')
    return staffId ? staffContext(db, staffId, deps.now()) : keys(request)
  })
  const ask = async (as: string | null, { method, path, body, headers }: Asking): Promise<Asked> => {
    pass(100) // or the limit of requests would be reached
    const who: Record<string, string> =
      as === null ? {} : as.startsWith('uk_') ? { authorization: `Bearer ${as}` } : { 'x-test-staff': as }
    const answer = await app.request(path, {
      method,
      headers: { 'content-type': 'application/json', ...who, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: answer.status, text: await answer.text() }
  }
  return { app, ask }
}

/** The ids of things that are nowhere. */
export const nowhere = ({ ids }: Hospital): Ids =>
  Object.fromEntries(Object.keys(ids).map((name) => [name, `${name}-of-nobody`])) as Ids

/** What of a hospital can be read in an answer, beyond what was said in the request: its name, or an id. */
export function leaksOf({ ids, name }: Hospital, { path, body }: Asking, { text }: Asked): string[] {
  const said = `${path} ${JSON.stringify(body)}`
  return [...Object.values(ids), name].filter((secret) => text.includes(secret) && !said.includes(secret))
}

export const methodOf = (route: string) => route.slice(0, route.indexOf(' '))
export const changes = (route: string) => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(methodOf(route))

/** What the program answers at, by its own account; middleware for all paths below one is no route. */
export const routesOf = (app: ReturnType<typeof createApp>): string[] => {
  const routes = inspectRoutes(app).filter(({ method, isMiddleware }) => method !== 'ALL' || !isMiddleware)
  return [...new Set(routes.map(({ method, path }) => `${method} ${path}`))]
}
