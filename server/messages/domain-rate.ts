const MINUTE = 60_000
/** Sums of fractions of a millisecond must not turn "exactly in time" into "just too early". */
const ROUNDING = 1e-3

/** How fast mail goes to one mail provider: many refuse, or put aside, what comes too fast. */
export type DomainRate = {
  /** Nought when a mail to this address may go now, and it is counted; otherwise the milliseconds to wait. */
  takes(address: string, now: Date): number
}

/**
 * At most so many mails in any minute to one domain: a tenth of them at once, and then evenly, a little slower than the
 * limit so that the two together stay within it (the generic cell rate algorithm). What has to wait is told places behind each other, so that it does not come back all at once.
 */
export function createDomainRate(perMinute: number): DomainRate {
  if (perMinute === 0) return { takes: () => 0 }
  const atOnce = Math.max(1, Math.floor(perMinute / 10))
  const step = MINUTE / (perMinute - atOnce + 1)
  const burst = atOnce * step
  const lanes = new Map<string, { next: number; queued: number }>()
  return {
    takes(address, now) {
      const at = now.getTime()
      const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
      const lane = lanes.get(domain)
      // A clock that was put back must not hold mail up.
      const next = lane && lane.next < at + 2 * MINUTE ? Math.max(lane.next, at) : at
      if (next + step <= at + burst + ROUNDING) {
        lanes.set(domain, { next: next + step, queued: lane?.queued ?? 0 })
        return 0
      }
      const queued = Math.max(lane?.queued ?? 0, next - burst) + step
      lanes.set(domain, { next, queued })
      return Math.max(1, Math.ceil(queued - at))
    },
  }
}
