/** As texts are compared: without case, and without what stands around them. */
export const folded = (text: string): string => text.trim().toLowerCase()

/** Where each text stands first; each is folded once, as a list may be long. */
export function firstPlaces(texts: readonly string[]): number[] {
  const first = new Map<string, number>()
  return texts.map((text, place) => {
    const key = folded(text)
    const known = first.get(key)
    if (known === undefined) first.set(key, place)
    return known ?? place
  })
}

/** The texts that stand there a second time. */
export function twice(texts: readonly string[]): string[] {
  const first = firstPlaces(texts)
  return texts.filter((text, place) => text !== '' && (first[place] ?? place) < place)
}
