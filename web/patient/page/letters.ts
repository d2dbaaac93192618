const FAMILY = 'Atkinson Hyperlegible Next Variable'
const YEAR = 31_536_000_000
const QUIET_MS = 1500

let ready: FontFace | null = null
let isAsked = false

/**
 * Fetches the typeface once the first question stands and nothing else waits for the line. It is put on when somebody
 * turns to the next question, so that no line moves while it is read; later pages bring it along from the start.
 */
export function fetchLetters(address: string | null): void {
  if (!address || isAsked) return
  isAsked = true
  setTimeout(() => void load(address), QUIET_MS)
}

async function load(address: string): Promise<void> {
  try {
    ready = await new FontFace(FAMILY, `url(${address})`, { weight: '200 800' }).load()
    const expires = Date.now() + YEAR
    await cookieStore.set({ name: 'letters', value: '1', path: '/', sameSite: 'lax', expires })
  } catch {} // no such file, no such store: the system's own letters do as well
}

export function putLettersOn(): void {
  if (ready) document.fonts.add(ready)
  ready = null
}
