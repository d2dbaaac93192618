import type { MiddlewareHandler } from 'hono'
import { Problem } from './problem.ts'

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS'])
const FORM_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/i

/**
 * Refuses what another site's page could send on somebody's behalf: a changing request must come from one of our
 * own origins. Where `forms` is false it may also not have one of the types that a plain form can send. A form on a
 * page with `no-referrer` says "null" for its origin: there Sec-Fetch-Site decides, and in browsers that do not send
 * it the cookie that does not travel from other sites (SameSite=Lax).
 */
export const sameOrigin =
  (origins: readonly string[], { forms }: { forms: boolean }): MiddlewareHandler =>
  (c, next) => {
    if (HARMLESS.has(c.req.method) || c.req.header('authorization')?.startsWith('Bearer ')) return next()
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const ours = !origin || origins.includes(origin) || (forms && origin === 'null')
    if (!ours || (site && site !== 'same-origin' && site !== 'none'))
      throw new Problem(403, 'foreign_origin', 'This request came from another site')
    if (!forms && FORM_TYPES.test(c.req.header('content-type') ?? ''))
      throw new Problem(415, 'json_only', 'Send application/json')
    return next()
  }

/** An address with a null character names nothing that could be stored, and PostgreSQL fails on it. */
export const noNulls: MiddlewareHandler = (c, next) => {
  if (c.req.url.includes('%00')) throw new Problem(400, 'invalid', 'This address cannot exist')
  return next()
}

type Bucket = { tokens: number; at: number }
const MOST_BUCKETS = 50_000

/**
 * At most `perMinute` requests a minute for each key (by default the caller's address); the excess is told to wait.
 * Kept in memory: several processes each allow their share, which protects as well.
 */
export function limit(
  perMinute: number,
  keyOf: (request: Request) => string | null,
  now: () => Date,
): MiddlewareHandler {
  const buckets = new Map<string, Bucket>()
  return async (c, next) => {
    const key = keyOf(c.req.raw) ?? 'unknown'
    const at = now().getTime()
    const bucket = buckets.get(key) ?? { tokens: perMinute, at }
    bucket.tokens = Math.min(perMinute, bucket.tokens + ((at - bucket.at) * perMinute) / 60_000)
    bucket.at = at
    if (buckets.size >= MOST_BUCKETS) buckets.clear()
    buckets.set(key, bucket)
    if (bucket.tokens < 1) {
      c.header('Retry-After', String(Math.ceil(60 / perMinute)))
      throw new Problem(429, 'too_many', 'Too many requests; wait a minute and try again')
    }
    bucket.tokens -= 1
    await next()
  }
}
