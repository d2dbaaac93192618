import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Problem } from './problem.ts'

const tooLarge = (): never => {
  throw new Problem(413, 'too_large', 'This is larger than can be taken in')
}

/**
 * Refuses a body of more bytes than this (413). A body whose length is said is not touched: looking at it makes Node
 * build a web stream around it, which costs as much as the rest of a small request.
 */
export const bodyWithin = (maxSize: number, onError: (c: Context) => never = tooLarge): MiddlewareHandler => {
  const counting = bodyLimit({ maxSize, onError })
  return (c, next) => {
    const length = c.req.header('content-length')
    if (length !== undefined && c.req.header('transfer-encoding') === undefined)
      return Number(length) > maxSize ? onError(c) : next()
    return c.req.method === 'GET' || c.req.method === 'HEAD' ? next() : counting(c, next)
  }
}
