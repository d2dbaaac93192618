import type { Localised } from '../words.ts'
import { lineAt } from './json-places.ts'

/** What an engine says of a text that is no JSON, by the words that it says it in, and what to do about it. */
const SAID: [RegExp, Localised][] = [
  [
    /':' after/,
    {
      nl: 'achter deze naam hoort een dubbele punt',
      en: 'a colon belongs after this name',
    },
  ],
  [
    /property name/,
    {
      nl: 'hier hoort een naam tussen dubbele aanhalingstekens; staat er een komma te veel voor, haal die weg',
      en: 'a name in double quotation marks belongs here; if there is a comma too many before it, take that out',
    },
  ],
  [
    /',' or/,
    {
      nl: 'hier ontbreekt een komma, een } of een ]',
      en: 'a comma, a } or a ] is missing here',
    },
  ],
  [
    /control character/,
    {
      nl: 'in deze tekst staat een nieuwe regel of een tab; schrijf \\n, of haal hem weg',
      en: 'there is a new line or a tab in this text; write \\n, or take it out',
    },
  ],
  [
    /escape/,
    {
      nl: 'achter een \\ hoort hier een ander teken; schrijf \\\\ voor een gewone \\',
      en: 'another character belongs after this \\; write \\\\ for a plain \\',
    },
  ],
  [
    /after JSON/,
    {
      nl: 'na het einde staat nog iets; haal het weg',
      en: 'there is something after the end; take it out',
    },
  ],
]
const TOO_EARLY = {
  nl: 'de tekst houdt te vroeg op; er ontbreekt een }, ] of aanhalingsteken aan het einde',
  en: 'the text ends too early; a }, ] or quotation mark is missing at its end',
}
const ELSE = {
  nl: 'er staat een teken dat hier niet hoort, of er ontbreekt er een',
  en: 'there is a character that does not belong here, or one is missing',
}

/** What is wrong with a text that an engine could not read as JSON, and on which line (null where it does not say). */
export function jsonFault(text: string, engine: string): { message: Localised; line: number | null } {
  const at = offsetOf(text, engine)
  const isEnd = at !== null && at >= text.trimEnd().length && !/after JSON/.test(engine)
  const said = isEnd ? TOO_EARLY : (SAID.find(([words]) => words.test(engine))?.[1] ?? ELSE)
  return {
    message: { nl: `dit is geen JSON: ${said.nl}`, en: `this is not JSON: ${said.en}` },
    line: at === null ? null : lineAt(text, at),
  }
}

/** Engines say where by number, or by quoting what stands around it; of the end they say that it is the end. */
function offsetOf(text: string, engine: string): number | null {
  const at = /position (\d+)/.exec(engine)?.[1]
  if (at) return Number(at)
  if (/end of JSON/.test(engine)) return text.trimEnd().length
  const quoted = /\.\.\."(.*)"\.{3} is not valid/s.exec(engine)?.[1]
  return quoted && text.includes(quoted) ? text.indexOf(quoted) + quoted.length / 2 : null
}
