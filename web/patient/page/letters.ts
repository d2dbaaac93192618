const FAMILY = 'Atkinson Hyperlegible Next Variable'
const YEAR = 31_536_000_000
const VISIT = 10_800_000
const QUIET_MS = 1500

let isAsked = false

/**
 * Fetches the typeface once the first question stands and nothing else waits for the line. It is for the next visit: one
 * visit has one typeface, on all its pages, and no line moves while it is read. That the browser holds it is said in a
 * cookie that lasts, that it came in this visit in one that is gone after three hours.
 */
export function fetchLetters(address: string | null): void {
  if (!address || isAsked) return
  isAsked = true
  setTimeout(() => void load(address), QUIET_MS)
}

async function load(address: string): Promise<void> {
  const keep = (name: string, ms: number) =>
    cookieStore.set({ name, value: '1', path: '/', sameSite: 'lax', expires: Date.now() + ms })
  try {
    await new FontFace(FAMILY, `url(${address})`).load()
    await keep('letters-new', VISIT)
    await keep('letters', YEAR)
  } catch {} // no such file, no such store: the system's own letters do as well
}
