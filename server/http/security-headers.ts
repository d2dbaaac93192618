import type { MiddlewareHandler } from 'hono'

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}

const directives = (parts: Record<string, string>) =>
  Object.entries({
    'default-src': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    'object-src': "'none'",
    ...parts,
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/** Data is never rendered: an answer of the API allows nothing and is kept by nobody. */
const apiHeaders = {
  ...everywhere,
  'Content-Security-Policy': directives({}),
  'Cache-Control': 'no-store',
}

export const secureApi: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(apiHeaders)) c.res.headers.set(name, value)
}

/** A page of ours. `styles` and `scripts` are the sources beyond 'self': hashes or a nonce. */
export const pageHeaders = ({
  styles = '',
  scripts = '',
  https,
}: {
  styles?: string
  scripts?: string
  https: boolean
}) => ({
  ...everywhere,
  'Content-Security-Policy': directives({
    'script-src': `'self' ${scripts}`.trim(),
    'style-src': `'self' ${styles}`.trim(),
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'form-action': "'self'",
  }),
  'Cache-Control': 'no-store',
  // Two years, as ASVS asks; only where the page came over https, so that a first try on localhost stays possible.
  ...(https ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
})
