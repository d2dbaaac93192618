import { endOfString } from '../json-caps.ts'

/** The line, from 1, on which a character stands. */
export const lineAt = (text: string, offset: number): number => linesIn(text)(offset)

/** Tells the line of one character after another: the text is gone through once, however many there are. */
export function linesIn(text: string): (offset: number) => number {
  const ends: number[] = []
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) ends.push(at)
  return (offset) => {
    let [least, most] = [0, ends.length]
    while (least < most) {
      const middle = (least + most) >> 1
      if ((ends[middle] ?? 0) < offset) least = middle + 1
      else most = middle
    }
    return least + 1
  }
}

/**
 * Where a place of a JSON text begins, such as `scales[0].bands[2].from`: what is not there (it may be what is missing)
 * is as near as the text goes. The text is JSON.
 */
export const placeIn = (text: string, place: string): number => placesIn(text)(place)

/** Finds one place after another: what holds them is read once, however many of them there are. */
export function placesIn(text: string): (place: string) => number {
  const known = new Map<number, Map<string, number>>()
  const membersAt = (at: number) => {
    const members = known.get(at) ?? membersOf(text, at)
    known.set(at, members)
    return members
  }
  const start = skipSpace(text, 0)
  return (place) => {
    let at = start
    for (const step of place.match(/[^.[\]]+/g) ?? []) {
      const inside = membersAt(at).get(step)
      if (inside === undefined) return at
      at = inside
    }
    return at
  }
}

/** Where the members begin of what begins here, by their names or their numbers; of a name that is there twice the last, which is the one that counts. */
function membersOf(text: string, from: number): Map<string, number> {
  const members = new Map<string, number>()
  if (text[from] === '{')
    for (let at = skipSpace(text, from + 1); text[at] === '"'; ) {
      const end = endOfString(text, at)
      const value = skipSpace(text, skipSpace(text, end + 1) + 1)
      members.set(JSON.parse(text.slice(at, end + 1)) as string, value)
      at = afterComma(text, value)
    }
  if (text[from] === '[')
    for (let at = skipSpace(text, from + 1); at < text.length && text[at] !== ']'; at = afterComma(text, at))
      members.set(String(members.size), at)
  return members
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
