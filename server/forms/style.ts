import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** The typeface's latin file as the build named it; without a build the system's own letters are shown. */
function fontFace(): string {
  const folder = at('dist/assets')
  const files = existsSync(folder) ? readdirSync(folder) : []
  const font = files.find((name) => /^atkinson-.*-latin-wght-normal-.*\.woff2$/.test(name))
  if (!font) return ''
  return `@font-face{font-family:"Atkinson Hyperlegible Next Variable";font-display:swap;font-weight:200 800;src:url(/assets/${font}) format("woff2")}`
}

const withoutSpace = (css: string) =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')

/** The scripts and styles of the questionnaire: a browser fetches them while the start is being read. */
export const questionFiles: readonly string[] = (() => {
  const page = at('dist/patient/index.html')
  const html = existsSync(page) ? readFileSync(page, 'utf8') : ''
  return [...html.matchAll(/(?:src|href)="(\/assets\/[\w.-]+)"/g)].flatMap(([, file]) => file ?? [])
})()

/** The look of the server's own pages stands in the page: a file of its own would cost an old phone a round trip. */
export const pageStyle =
  fontFace() +
  withoutSpace(
    readFileSync(at('web/kit/theme/tokens.css'), 'utf8') +
      readFileSync(at('web/patient/patient.css'), 'utf8'),
  )

/**
 * The one script of these pages. The token leaves the address bar and the history as soon as the link is used, and a
 * page that comes back from the browser's memory asks the server again.
 */
export const pageScript = `addEventListener("pageshow",e=>{if(e.persisted)location.reload()});document.querySelector("form[data-open]")?.addEventListener("submit",e=>{e.target.action=location.pathname;history.replaceState(null,"","/v")})`

const hashSource = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

export const pageSources = { styles: hashSource(pageStyle), scripts: hashSource(pageScript) }
