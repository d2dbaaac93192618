import type { Localised } from './words.ts'

/** What a definition may be at most, as text. The largest of ours is 45 kB, 12 deep, with lists of 100. */
const MOST = { characters: 1_000_000, depth: 40, list: 2000, values: 60_000, text: 8000 }

const TOO_MUCH = {
  depth: {
    nl: `hier staat meer dan ${MOST.depth} diep in elkaar; maak het vlakker`,
    en: `this is nested more than ${MOST.depth} deep; make it flatter`,
  },
  list: {
    nl: `een lijst heeft hoogstens ${MOST.list} onderdelen; maak haar korter`,
    en: `a list has at most ${MOST.list} members; make it shorter`,
  },
  values: {
    nl: `een bestand heeft hoogstens ${MOST.values} waarden; maak het kleiner`,
    en: `a file has at most ${MOST.values} values; make it smaller`,
  },
  text: {
    nl: `een tekst heeft hoogstens ${MOST.text} tekens; maak hem korter`,
    en: `a text has at most ${MOST.text} characters; make it shorter`,
  },
}

/** A fault of a text as such: `offset` is where it lies. */
export type TextFault = { offset: number; message: Localised }

type Walk = { open: { members: number }[]; values: number }

/**
 * Looks at a JSON text letter by letter, before anything is made of it: whether it is small and flat enough to be read
 * at all. In one pass and without recursion, so that no text takes long. What is no JSON is left to the parser.
 */
export function capFault(text: string): TextFault | null {
  if (text.length > MOST.characters)
    return {
      offset: 0,
      message: {
        nl: `een bestand heeft hoogstens ${MOST.characters} tekens; dit heeft er ${text.length}`,
        en: `a file has at most ${MOST.characters} characters; this one has ${text.length}`,
      },
    }
  const walk: Walk = { open: [], values: 0 }
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    const end = letter === QUOTE ? endOfString(text, at) : at
    const message = end - at > MOST.text ? TOO_MUCH.text : step(walk, letter)
    if (message) return { offset: at, message }
    at = end
  }
  return null
}

/** Takes one letter outside of a text; says what there is too much of. */
function step(walk: Walk, letter: number): Localised | null {
  const { open } = walk
  if (letter === OBJECT || letter === LIST) {
    open.push({ members: 1 })
    return open.length > MOST.depth ? TOO_MUCH.depth : null
  }
  if (letter === OBJECT_END || letter === LIST_END) open.pop()
  if (letter !== COMMA) return null
  walk.values += 1
  const list = open.at(-1) ?? { members: 0 }
  list.members += 1
  if (list.members > MOST.list) return TOO_MUCH.list
  return walk.values > MOST.values ? TOO_MUCH.values : null
}

const QUOTE = 34
const BACKSLASH = 92
const COMMA = 44
const OBJECT = 123
const OBJECT_END = 125
const LIST = 91
const LIST_END = 93

/** Where the string that begins here ends: its closing quote, or the end of the text. */
export function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (letter === BACKSLASH) at += 1
    else if (letter === QUOTE) return at
  }
  return text.length
}
