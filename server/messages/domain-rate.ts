const MINUTE = 60_000

/** How fast mail goes to one mail provider: many refuse, or put aside, what comes too fast. */
export type DomainRate = {
  /** Nought when a mail to this address may go now, and it is counted; otherwise the milliseconds to wait. */
  takes(address: string, now: Date): number
}

/**
 * So many mails to one domain at once, and then so many in each minute, evenly (the generic cell rate algorithm): in
 * its first minute a round that begins with a burst may send nearly twice as many. What has to wait is told places behind each other, so that it does not come back all at once.
 */
export function createDomainRate(perMinute: number): DomainRate {
  if (perMinute === 0) return { takes: () => 0 }
  const step = MINUTE / perMinute
  const lanes = new Map<string, { next: number; queued: number }>()
  return {
    takes(address, now) {
      const at = now.getTime()
      const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
      const lane = lanes.get(domain)
      // A clock that was put back must not hold mail up.
      const next = lane && lane.next < at + 2 * MINUTE ? Math.max(lane.next, at) : at
      if (next + step <= at + MINUTE) {
        lanes.set(domain, { next: next + step, queued: lane?.queued ?? 0 })
        return 0
      }
      const queued = Math.max(lane?.queued ?? 0, next - MINUTE) + step
      lanes.set(domain, { next, queued })
      return Math.max(1, Math.ceil(queued - at))
    },
  }
}
