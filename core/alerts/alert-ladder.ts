import { type OfficeHours, officeDeadline, officeMiddle } from '../time/office-hours.ts'

/** Whose turn it is: who is named for a rule, their deputy, who leads the team, and who runs the house. */
export type Rung = 'owner' | 'deputy' | 'leads' | 'administrators'

const above = {
  owner: 'deputy',
  deputy: 'leads',
  leads: 'administrators',
  administrators: 'administrators',
} as const satisfies Record<Rung, Rung>

const height: Record<Rung, number> = { owner: 0, deputy: 1, leads: 2, administrators: 3 }

/** Whether a rung is nearer to who runs the house than another. */
export const isAbove = (rung: Rung, other: Rung): boolean => height[rung] > height[other]

type Office = { hours: OfficeHours; zone: string }
type Times = { raisedAt: string; respondBy: string }

/** Where an alert begins: with the first of those who are named and still there, else with who leads the team. */
export function firstRung({ owner, deputy }: { owner: boolean; deputy: boolean }): Rung {
  if (owner) return 'owner'
  return deputy ? 'deputy' : 'leads'
}

/**
 * When an alert that arrived on a rung at `now` climbs on if nobody does anything: from the owner after half of the
 * response time, from the deputy and from the leads when that time is over, and from the administrators it comes back
 * every office day until somebody has closed it. Whoever took it up has until the end of the response time.
 */
export function climbsAt(
  rung: Rung,
  { raisedAt, respondBy }: Times,
  now: string,
  { isTaken, ...office }: Office & { isTaken: boolean },
): string {
  if (!isTaken && rung === 'owner') {
    const half = officeMiddle(raisedAt, respondBy, office)
    if (half > now) return half
  }
  if (respondBy > now && rung !== 'administrators') return respondBy
  return officeDeadline(now, 'P1D', office)
}

/** The rung after this one; who took an alert up and did not close it in time is no owner any more. */
export const nextRung = (rung: Rung, isTaken: boolean): Rung =>
  isTaken && rung === 'owner' ? 'leads' : above[rung]
