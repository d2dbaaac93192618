import { endOfString, type TextFault } from '../json-caps.ts'

const SHOWN = 60

/**
 * The first name that stands twice in one object of a JSON text: of those JSON keeps the last alone, and what was written
 * first would be lost without a word. In one pass; null where each stands once.
 */
export function doubledName(text: string): TextFault | null {
  const open: Names[] = []
  for (let at = 0; at < text.length; at++) {
    step(open, text[at] ?? '')
    if (text[at] !== '"') continue
    const end = endOfString(text, at)
    const name = open.at(-1) && isName(text, end) ? (JSON.parse(text.slice(at, end + 1)) as string) : null
    if (name !== null && open.at(-1)?.has(name)) return { offset: at, message: twice(name) }
    if (name !== null) open.at(-1)?.add(name)
    at = end
  }
  return null
}

/** Names of an object so far; null for a list. */
type Names = Set<string> | null

/** Takes one letter outside of a text. */
function step(open: Names[], letter: string): void {
  if (letter === '{') open.push(new Set())
  else if (letter === '[') open.push(null)
  else if (letter === '}' || letter === ']') open.pop()
}

/** A text in an object is a name where a colon follows. */
function isName(text: string, end: number): boolean {
  let next = end + 1
  while (/\s/.test(text[next] ?? '')) next += 1
  return text[next] === ':'
}

function twice(name: string) {
  const shown = name.slice(0, SHOWN)
  return {
    nl: `"${shown}" staat hier twee keer in hetzelfde onderdeel; haal er een weg, of zet ze samen`,
    en: `"${shown}" stands twice in the same part; take one out, or put them together`,
  }
}
