import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fontFace, hashSource, inlineSheet, letterFile, patientLook } from '../http/inline-style.ts'

/** The look of the server's own pages stands in the page: a file of its own would cost an old phone a round trip. */
export const pageStyle = inlineSheet(...patientLook, 'web/patient/page/page.css')

/** The typeface weighs more than everything else: it comes after the first question, and stands in later pages. */
export const letters = letterFile()
export const letterStyle = fontFace('optional')

/**
 * The script of every page. The token leaves the address bar and the history as soon as the link is used: it travels in
 * the body, and the start comes at once instead of by one more round trip. Loading the start again asks for it and
 * sends nothing again; a page that comes back from the browser's memory asks the server too.
 */
export const pageScript = `addEventListener("pageshow",e=>{if(e.persisted)location.reload()});{const f=document.querySelector("form[data-open]");f?.addEventListener("submit",()=>{f.elements.token.value=location.pathname.slice(3);f.action="/v";history.replaceState(null,"","/v")});if(!f&&location.pathname==="/v")history.replaceState(null,"","/v")}`

/** A device of the clinic that nobody touches for five minutes gives itself back. */
export const tabletScript = `{const f=document.getElementById("give-back");let t;const w=()=>{clearTimeout(t);t=setTimeout(()=>f.submit(),3e5)};for(const s of["pointerdown","keydown","scroll"])addEventListener(s,w,{passive:true,capture:true});w()}`

/** The script that asks one question after another, in one piece. Without a build the plain forms do it all. */
export const questionScript = (() => {
  const file = fileURLToPath(new URL('../../dist/page/questions.js', import.meta.url))
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
})()

export const pageSources = {
  styles: `${hashSource(pageStyle)} ${hashSource(letterStyle)}`,
  scripts: `${hashSource(pageScript)} ${hashSource(questionScript)} ${hashSource(tabletScript)}`,
}
