import { useEffect, useEffectEvent } from 'react'

const FOREGROUND = 5000 // milliseconds on screen that make an answer "opened"
const TICK = 250

/**
 * Calls `opened` once this answer has been on screen for five seconds with the page in the foreground; time in
 * another window does not count. Nothing to do when `responseId` is null.
 */
export function useOpened(responseId: string | null, opened: (responseId: string) => void) {
  const say = useEffectEvent(opened)
  useEffect(() => {
    if (responseId === null) return
    let seen = 0
    const clock = setInterval(() => {
      if (document.visibilityState !== 'visible' || !document.hasFocus()) return
      seen += TICK
      if (seen < FOREGROUND) return
      clearInterval(clock)
      say(responseId)
    }, TICK)
    return () => clearInterval(clock)
  }, [responseId])
}
