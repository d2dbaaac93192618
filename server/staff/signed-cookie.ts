import { createHmac, timingSafeEqual } from 'node:crypto'
import { parse } from 'hono/utils/cookie'

/**
 * The value of a cookie that better-auth signed: `value.signature`, an HMAC-SHA-256 in base64. Undefined when it is
 * missing or not signed with this key. Hono's own reader does the same on another thread, which costs a request of
 * staff two turns of waiting.
 */
export function signedCookie(cookies: string | null, name: string, key: string): string | undefined {
  const signed = cookies ? (parse(cookies, name)[name] ?? '') : ''
  const dot = signed.lastIndexOf('.')
  if (dot < 1) return undefined
  const value = signed.slice(0, dot)
  const given = Buffer.from(signed.slice(dot + 1), 'base64')
  const right = createHmac('sha256', key).update(value).digest()
  return given.length === right.length && timingSafeEqual(given, right) ? value : undefined
}
