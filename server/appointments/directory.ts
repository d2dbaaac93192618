import { and, eq, isNull, sql } from 'drizzle-orm'
import { type FeedRules, noFeedRules } from '../../core/feeds/feed-rules.ts'
import { once } from '../../core/memo.ts'
import { localDate } from '../../core/time/dates.ts'
import { fold } from '../../core/words/fold.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { feedRules } from '../db/schema/patients.ts'
import { staff } from '../db/schema/staff.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { type BsnKeeper, bsnKeeper } from '../patients/bsn-keeper.ts'
import { subjectKey } from '../patients/identities.ts'
import { patientIssuer } from '../patients/issuer.ts'

export type DirectoryTeam = { id: string; name: string; version: SetVersion | null }

/** What appointment messages refer to by name, read once before the first of them. */
export type Directory = {
  organisationId: string
  zone: string
  /** The date it was there when this was read. */
  today: string
  language: string
  teams: DirectoryTeam[]
  teamByName: Map<string, DirectoryTeam>
  /** Staff ids by folded mail address and by folded name; a name that two people have is in neither. */
  staffByName: Map<string, string>
  feedRules: FeedRules
  /** A subject of the provider with which patients sign in, as it is stored; null where nobody can sign in. */
  identify(subject: string): { issuer: string; subjectKey: string } | null
  /** Keeps citizen service numbers; null where the organisation keeps none. */
  bsn: BsnKeeper | null
  /** All outcome set versions that an enrolment of this organisation may be bound to, by version id. */
  versions: ReadonlyMap<string, SetVersion>
}

export async function readDirectory(
  { db, definitions, config, seal, now }: Pick<Deps, 'db' | 'definitions' | 'config' | 'seal' | 'now'>,
  { organisationId }: Ctx,
): Promise<Directory> {
  const [organisation] = await houseOf(db).execute({ organisationId })
  if (!organisation) throw new Error(`No organisation ${organisationId}`)
  const found = await teamsOf(db).execute({ organisationId })
  const sets = [...new Set(found.map(({ outcomeSet }) => outcomeSet))]
  const latest = await Promise.all(sets.map((set) => definitions.current(set)))
  const current = new Map(sets.map((set, place) => [set, latest[place] ?? null]))
  const listed = found.map(({ id, name, outcomeSet }) => ({
    id,
    name,
    version: current.get(outcomeSet) ?? null,
  }))
  const issuer = patientIssuer(config)
  const [ruled] = await rulesOf(db).execute({ organisationId })
  return {
    organisationId,
    feedRules: ruled?.content ?? noFeedRules,
    identify: (subject) => (issuer ? { issuer, subjectKey: subjectKey(seal, issuer, subject) } : null),
    bsn: bsnKeeper(config, organisationId),
    zone: organisation.timeZone,
    today: localDate(now().toISOString(), organisation.timeZone),
    language: organisation.language,
    teams: listed,
    teamByName: new Map(
      listed.flatMap((team) => [[fold(team.name), team] as const, [team.id, team] as const]),
    ),
    staffByName: await readStaff(db, organisationId),
    versions: await definitions.everPublished(sets),
  }
}

const here = sql.placeholder('organisationId')

const houseOf = once((db: Tx) =>
  db.select().from(organisations).where(eq(organisations.id, here)).prepare('directory_house'),
)

const teamsOf = once((db: Tx) =>
  db.select().from(teams).where(eq(teams.organisationId, here)).prepare('directory_teams'),
)

const rulesOf = once((db: Tx) =>
  db
    .select({ content: feedRules.content })
    .from(feedRules)
    .where(eq(feedRules.organisationId, here))
    .prepare('directory_rules'),
)

const staffOf = once((db: Tx) =>
  db
    .select({ id: staff.id, name: staff.name, email: staff.email })
    .from(staff)
    .where(and(eq(staff.organisationId, here), isNull(staff.leftAt)))
    .prepare('directory_staff'),
)

async function readStaff(db: Deps['db'], organisationId: string): Promise<Map<string, string>> {
  const people = await staffOf(db).execute({ organisationId })
  const byName = Map.groupBy(people, ({ name }) => fold(name))
  return new Map([
    ...[...byName].flatMap(([name, [one, ...others]]) =>
      one && others.length === 0 ? [[name, one.id] as const] : [],
    ),
    ...people.map(({ email, id }) => [fold(email), id] as const),
  ])
}
