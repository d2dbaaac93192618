import { index, integer, json, table, text } from '../columns.ts'
import { definitionVersions, teams } from './organisations.ts'
import { staff } from './staff.ts'

/** A team asks its colleagues and partners, once, without names. */
export const teamRounds = table(
  'team_rounds',
  {
    id: text().primaryKey(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    instrumentVersionId: text()
      .notNull()
      .references(() => definitionVersions.id),
    invited: integer().notNull(), // links that were made
    startedBy: text()
      .notNull()
      .references(() => staff.id),
    startedAt: text().notNull(),
    closesAt: text().notNull(), // instant; what was answered is shown after it
  },
  (t) => [index('team_rounds_team').on(t.teamId, t.startedAt)],
)

/** A link that nobody has used yet. Once used it is gone: nothing joins it to an answer. */
export const roundLinks = table(
  'round_links',
  {
    hash: text().primaryKey(),
    roundId: text()
      .notNull()
      .references(() => teamRounds.id, { onDelete: 'cascade' }),
  },
  (t) => [index('round_links_round').on(t.roundId)],
)

/** What somebody answered: without a name or an instant; all of a round are written anew in a random order at each answer. */
export const roundAnswers = table(
  'round_answers',
  {
    id: text().primaryKey(), // random only
    roundId: text()
      .notNull()
      .references(() => teamRounds.id, { onDelete: 'cascade' }),
    answers: json().$type<Record<string, unknown>>().notNull(), // by item key
  },
  (t) => [index('round_answers_round').on(t.roundId)],
)
