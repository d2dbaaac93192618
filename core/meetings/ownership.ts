import { mayDo, type Role } from '../access/access.ts'

/** A role of somebody, of a team or of the whole house; ISO dates, both ends count. */
export type HeldRole = { teamId: string | null; role: string; from: string; until: string | null }

/** An action of a meeting of a team, and the local day on which it was written down. */
type Owned = { teamId: string; writtenOn: string }

/**
 * Whether somebody can still do on a local day what a meeting left to them: they hold a role that opens their list of
 * actions, and if they were of the team since it was written, they still are. Who came to the meeting from another team
 * keeps what they took on.
 */
export function stillOwns(held: readonly HeldRole[], { teamId, writtenOn }: Owned, day: string): boolean {
  const now = held.filter(({ from, until }) => from <= day && (until === null || until >= day))
  if (!now.some(({ role }) => mayDo(role as Role, 'meetings:attend'))) return false
  const wasOfTeam = held.some(
    (one) => one.teamId === teamId && one.from <= day && (one.until === null || one.until >= writtenOn),
  )
  return !wasOfTeam || now.some((one) => one.teamId === teamId)
}

/** Who takes on what nobody owns any more: the leads of the team today, and where it has none, all who treat in it. */
export function heirs<Person extends HeldRole>(
  held: readonly Person[],
  teamId: string,
  day: string,
): Person[] {
  const now = held.filter(
    (one) => one.teamId === teamId && one.from <= day && (one.until === null || one.until >= day),
  )
  const leads = now.filter(({ role }) => role === 'team-lead')
  return leads.length > 0 ? leads : now
}
