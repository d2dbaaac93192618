/** After so many failures in a row the mail server itself is the trouble, and is left alone for a while. */
const FAILURES = 10
const PAUSE_MS = 60_000

export type Breaker = {
  isOpen(now: Date): boolean
  worked(): void
  failed(now: Date): void
}

/** Keeps a failing mail server from being asked for every waiting message; each process has its own. */
export function createBreaker(): Breaker {
  let failures = 0
  let openUntil = 0
  return {
    // A clock that was ahead and is put back must not hold mail up.
    isOpen: (now) => now.getTime() < openUntil && now.getTime() >= openUntil - PAUSE_MS,
    worked() {
      failures = 0
    },
    failed(now) {
      failures += 1
      if (failures >= FAILURES) openUntil = now.getTime() + PAUSE_MS
    },
  }
}
