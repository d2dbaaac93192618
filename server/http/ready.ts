import type { Context } from 'hono'

export type Check = { name: string; ready(): Promise<void> }

/** 200 when every check passes, 503 with the names of those that do not: for the load balancer, without details. */
export const readiness = (checks: readonly Check[]) => async (c: Context) => {
  const results = await Promise.allSettled(checks.map((check) => check.ready()))
  const failing = checks.filter((_, place) => results[place]?.status === 'rejected').map(({ name }) => name)
  return c.json({ ready: failing.length === 0, failing }, failing.length === 0 ? 200 : 503)
}
