import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hashSource, inlineStyle } from '../http/inline-style.ts'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** The scripts and styles of the questionnaire: a browser fetches them while the start is being read. */
export const questionFiles: readonly string[] = (() => {
  const page = at('dist/patient/index.html')
  const html = existsSync(page) ? readFileSync(page, 'utf8') : ''
  return [...html.matchAll(/(?:src|href)="(\/assets\/[\w.-]+)"/g)].flatMap(([, file]) => file ?? [])
})()

/** The look of the server's own pages stands in the page: a file of its own would cost an old phone a round trip. */
export const pageStyle = inlineStyle('web/kit/theme/tokens.css', 'web/patient/patient.css')

/**
 * The one script of these pages. The token leaves the address bar and the history as soon as the link is used, and a
 * page that comes back from the browser's memory asks the server again.
 */
export const pageScript = `addEventListener("pageshow",e=>{if(e.persisted)location.reload()});document.querySelector("form[data-open]")?.addEventListener("submit",e=>{e.target.action=location.pathname;history.replaceState(null,"","/v")})`

export const pageSources = { styles: hashSource(pageStyle), scripts: hashSource(pageScript) }
