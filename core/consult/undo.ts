/** For so long whoever did something by mistake can take it back, on the page for the first ten seconds. */
export const UNDO_MS = 600_000
