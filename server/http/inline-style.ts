import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Address of the typeface's latin file as the build named it; null without a build: the system's own letters are shown. */
export function letterFile(): string | null {
  const folder = at('dist/assets')
  const files = existsSync(folder) ? readdirSync(folder) : []
  const font = files.find((name) => /^atkinson-.*-latin-wght-normal-.*\.woff2$/.test(name))
  return font ? `/assets/${font}` : null
}

/** The typeface for a page: with `optional` only where the browser holds it already, so that no line ever moves. */
export function fontFace(display: 'swap' | 'optional'): string {
  const file = letterFile()
  return file
    ? `@font-face{font-family:"Atkinson Hyperlegible Next Variable";font-display:${display};font-weight:200 800;src:url(${file}) format("woff2")}`
    : ''
}

const withoutSpace = (css: string) =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')

/** Our typeface has no letters for the others: half a word in another one is worse than all of it in the system's. */
export const hasTypeface = (language: string): boolean => ['nl', 'en', 'de'].includes(language)

/** Style sheets of ours as one text that stands in a page: a file of its own would cost an old phone a round trip. */
export const inlineSheet = (...files: string[]): string =>
  withoutSpace(files.map((file) => readFileSync(at(file), 'utf8')).join('\n'))

/** The same with the typeface. */
export const inlineStyle = (...files: string[]): string => fontFace('swap') + inlineSheet(...files)

/** What every page for patients looks like, in the order in which the sheets stand. */
export const patientLook = [
  'web/kit/theme/tokens.css',
  'web/patient/look/base.css',
  'web/patient/look/top.css',
  'web/patient/look/acts.css',
  'web/patient/look/fields.css',
] as const

/** How a content security policy names an inline style or script. */
export const hashSource = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`
