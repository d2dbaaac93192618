import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { framingPages } from '../../core/feeds/record-system.ts'
import type { Config } from '../config.ts'
import { builtPage } from './built.ts'
import { pageHeaders } from './security-headers.ts'

/**
 * The staff's one page, whatever the path behind /staff: with a fresh nonce for the styles that widgets add, and whether
 * this is a real installation, which has nobody whom a visitor can be, and whether patients can sign in.
 */
export const staffPage = (
  config: Pick<Config, 'STAFF_URL' | 'DEMO' | 'RECORD_SYSTEMS'>,
  patientsSignIn: boolean,
) =>
  new Hono().get('*', (c) => {
    // Nothing but what a record system opened is ever shown within its page.
    const framedBy = c.req.path.startsWith('/staff/launched/') ? framingPages(config) : []
    const nonce = randomBytes(16).toString('base64url')
    const https = config.STAFF_URL.startsWith('https:')
    const headers = pageHeaders({ styles: `'nonce-${nonce}'`, https, framedBy })
    const page = builtPage('staff')
      .replace('name="csp-nonce" content=""', `name="csp-nonce" content="${nonce}"`)
      .replace('name="real" content=""', `name="real" content="${config.DEMO ? '' : 'yes'}"`)
      .replace('name="patients" content=""', `name="patients" content="${patientsSignIn ? 'sign-in' : ''}"`)
    return c.html(page, 200, headers)
  })
