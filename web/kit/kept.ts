/** For this browser, or for this tab alone. */
type Store = 'localStorage' | 'sessionStorage'

/** What was kept; null where nothing was, and where a browser keeps nothing, as within a page of another site. */
export function recall(store: Store, name: string): string | null {
  try {
    return globalThis[store]?.getItem(name) ?? null
  } catch {
    return null
  }
}

/** Keeps a text, or forgets it (null), as far as the browser lets us. */
export function keep(store: Store, name: string, text: string | null): void {
  try {
    if (text === null) globalThis[store].removeItem(name)
    else globalThis[store].setItem(name, text)
  } catch {
    // Then it holds until the page is loaded anew.
  }
}
