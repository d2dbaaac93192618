import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import type { Config } from '../config.ts'
import { builtPage } from './built.ts'
import { pageHeaders } from './security-headers.ts'

/** The staff's one page, whatever the path behind /staff: with a fresh nonce for the styles that widgets add. */
export const staffPage = (config: Pick<Config, 'STAFF_URL'>) =>
  new Hono().get('*', (c) => {
    const nonce = randomBytes(16).toString('base64url')
    const headers = pageHeaders({ styles: `'nonce-${nonce}'`, https: config.STAFF_URL.startsWith('https:') })
    return c.html(
      builtPage('staff').replace('name="csp-nonce" content=""', `name="csp-nonce" content="${nonce}"`),
      200,
      headers,
    )
  })
