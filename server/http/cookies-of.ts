import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { once } from '../../core/memo.ts'

/** All cookies of a request, read once. */
export const cookiesOf = once((c: Context): Partial<Record<string, string>> => getCookie(c))
