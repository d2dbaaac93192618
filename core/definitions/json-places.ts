import { endOfString } from '../json-caps.ts'

/** The line, from 1, on which a character stands. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return line
}

/**
 * Where a place of a JSON text begins, such as `scales[0].bands[2].from`: what is not there (it may be what is missing)
 * is as near as the text goes. The text is JSON.
 */
export function placeIn(text: string, place: string): number {
  const steps = place.match(/[^.[\]]+/g) ?? []
  let at = skipSpace(text, 0)
  for (const step of steps) {
    const inside =
      text[at] === '{' ? memberAt(text, at, step) : text[at] === '[' ? elementAt(text, at, step) : null
    if (inside === null) return at
    at = inside
  }
  return at
}

function memberAt(text: string, from: number, name: string): number | null {
  for (let at = skipSpace(text, from + 1); text[at] === '"'; ) {
    const end = endOfString(text, at)
    const value = skipSpace(text, skipSpace(text, end + 1) + 1)
    if (JSON.parse(text.slice(at, end + 1)) === name) return value
    at = afterComma(text, value)
  }
  return null
}

function elementAt(text: string, from: number, index: string): number | null {
  let at = skipSpace(text, from + 1)
  for (let before = Number(index); before > 0 && text[at] !== undefined && text[at] !== ']'; before--)
    at = afterComma(text, at)
  return text[at] === undefined || text[at] === ']' ? null : at
}

const afterComma = (text: string, value: number) => {
  const end = skipSpace(text, endOfValue(text, value))
  return text[end] === ',' ? skipSpace(text, end + 1) : end
}

function endOfValue(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (depth === 0 && ',}]'.includes(letter)) return at
    if (letter === '"') at = endOfString(text, at)
    depth += OPENS[letter] ?? 0
  }
  return text.length
}

const OPENS: Record<string, number> = { '{': 1, '[': 1, '}': -1, ']': -1 }

function skipSpace(text: string, from: number): number {
  let at = from
  while (/\s/.test(text[at] ?? '')) at += 1
  return at
}
