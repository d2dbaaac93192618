import { and, eq, isNotNull } from 'drizzle-orm'
import { type TeamWishes, wishesOf } from '../../core/figures/team-wishes.ts'
import { localDate } from '../../core/time/dates.ts'
import { monthOf, moveMonth } from '../../core/time/months.ts'
import { responses } from '../db/schema/outcomes.ts'
import { refused } from '../http/problem.ts'
import { readObjections } from '../patients/objections.ts'
import type { Reading } from './beside/reading.ts'
import type { Team } from './scope.ts'

/** What the team's patients chose to discuss, since January of last year. */
export async function readWishes({ db, definitions, now }: Reading, team: Team): Promise<TeamWishes> {
  const version = await definitions.current(team.outcomeSet)
  if (!version) throw refused('no_outcome_set', 'This team has no published outcome set')
  const today = localDate(now().toISOString(), team.zone)
  const rows = await db
    .select({ person: responses.patientId, submittedAt: responses.submittedAt, topics: responses.topics })
    .from(responses)
    .where(and(eq(responses.teamId, team.id), isNotNull(responses.submittedAt)))
  const wishes = rows.flatMap(({ person, submittedAt, topics }) =>
    submittedAt === null ? [] : [{ person, on: localDate(submittedAt, team.zone), topics: topics ?? [] }],
  )
  const shown = { from: `${Number(today.slice(0, 4)) - 1}-01`, to: moveMonth(monthOf(today), -1) }
  return wishesOf(wishes, await readObjections(db, team), version.set.domains, shown)
}
