import { keyedHash } from '../db/seal.ts'
import type { Team } from '../teams/scope.ts'

/** Names of people within one project of the team's organisation. A letter first: a spreadsheet would read some as numbers. */
export const pseudonyms =
  (secret: string, { organisationId }: Pick<Team, 'organisationId'>, project: string) =>
  (id: string): string =>
    `P${Buffer.from(keyedHash(secret, 'export', `${organisationId}\n${project}\n${id}`), 'base64url')
      .toString('hex')
      .slice(0, 20)}`
