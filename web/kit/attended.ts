const QUIET_MS = 60_000

let lastTouched = Date.now()
for (const sign of ['pointerdown', 'keydown', 'wheel', 'touchmove'])
  globalThis.addEventListener?.(sign, () => (lastTouched = Date.now()), { passive: true, capture: true })

/**
 * Headers that tell the server when nobody is at the screen: a page that refreshes itself must not keep a session
 * alive that its owner walked away from.
 */
export const attendance = (): Record<string, string> =>
  Date.now() - lastTouched > QUIET_MS ? { 'x-unattended': '1' } : {}
