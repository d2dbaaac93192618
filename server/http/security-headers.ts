import type { MiddlewareHandler } from 'hono'

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}

/** X-Frame-Options cannot name others; whoever reads frame-ancestors does not need it. */
const { 'X-Frame-Options': _, ...unframed } = everywhere

/** Every answer carries these, a refusal too. Set beforehand: a header that is set on a finished answer makes Hono build that anew. */
export const withHeaders = (headers: Record<string, string>): MiddlewareHandler => {
  const all = Object.entries(headers)
  return (c, next) => {
    for (const [name, value] of all) c.header(name, value)
    return next()
  }
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

/** Data is never rendered: an answer of the API allows nothing and is kept by nobody. What steers a page, it needs not. */
const apiHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': directives({}),
  'Cache-Control': 'no-store',
}

export const secureApi = withHeaders(apiHeaders)

/**
 * A page of ours. `styles` and `scripts` are the sources beyond 'self': hashes or a nonce. `framed`: shown within one.
 * `framedBy`: origins of others that may show it within theirs.
 */
export const pageHeaders = ({
  styles = '',
  scripts = '',
  https,
  framed = false,
  framedBy = [],
}: {
  styles?: string
  scripts?: string
  https: boolean
  framed?: boolean
  framedBy?: readonly string[]
}) => ({
  ...(framedBy.length > 0 ? unframed : everywhere),
  ...(framed ? { 'X-Frame-Options': 'SAMEORIGIN' } : {}),
  'Content-Security-Policy': directives({
    'script-src': `'self' ${scripts}`.trim(),
    'style-src': `'self' ${styles}`.trim(),
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'form-action': "'self'",
    'frame-src': "'self'",
    ...(framed ? { 'frame-ancestors': "'self'" } : {}),
    ...(framedBy.length > 0 ? { 'frame-ancestors': framedBy.join(' ') } : {}),
  }),
  'Cache-Control': 'no-store',
  // Two years, as ASVS asks; only where the page came over https, so that a first try on localhost stays possible.
  ...(https ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
})
