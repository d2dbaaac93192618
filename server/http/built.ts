import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'

const DIST = fileURLToPath(new URL('../../dist', import.meta.url))

const serveBuilt = () =>
  serveStatic({
    root: DIST,
    precompressed: true,
    onFound: (_path, c) => {
      c.header('Cache-Control', 'public, max-age=31536000, immutable')
      c.header('X-Content-Type-Options', 'nosniff')
    },
  })

let serving: MiddlewareHandler | undefined

/** Scripts, styles and fonts: their names change with their content, so a browser may keep them for a year. */
export const builtAssets: MiddlewareHandler = (c, next) => {
  serving ??= serveBuilt() // at the first request: the command line does without pages
  return serving(c, next)
}

const kept = new Map<string, string>()

/** The HTML of a built page; says how to build it when it was not. */
export function builtPage(entry: 'patient' | 'staff'): string {
  const page = kept.get(entry) ?? readPage(`${DIST}/${entry}/index.html`)
  kept.set(entry, page)
  return page
}

function readPage(file: string): string {
  if (!existsSync(file)) throw new Error('The pages are not built yet: run `npm start`, or `npm run build`')
  return readFileSync(file, 'utf8')
}
