import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Deps } from '../deps.ts'

/** One line per request: the pattern of the route, never the path itself, since a path can hold a token. The answer names the line. */
export const logRequests = ({ log, now }: Pick<Deps, 'log' | 'now'>): MiddlewareHandler => {
  const sayAll = log.isLevelEnabled('debug')
  return async (c, next) => {
    const start = now().getTime()
    c.header('x-request-id', c.get('requestId'))
    await next()
    if (c.res.status < 500 && !sayAll) return
    const fields = {
      requestId: c.get('requestId'),
      method: c.req.method,
      route: routePath(c),
      status: c.res.status,
      ms: now().getTime() - start,
    }
    if (c.res.status >= 500) log.warn(fields, 'answered')
    else log.debug(fields, 'answered')
  }
}
