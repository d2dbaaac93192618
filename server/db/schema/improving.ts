import { sql } from 'drizzle-orm'
import { index, integer, json, table, text, uniqueIndex } from '../columns.ts'
import { organisations, teams } from './organisations.ts'
import { staff } from './staff.ts'

/** What a team changed to do better: a line on its charts, and what was learnt from it. */
export const improvements = table(
  'improvements',
  {
    id: text().primaryKey(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    title: text().notNull(),
    startedOn: text().notNull(), // ISO date
    changed: text().notNull(), // what was done differently
    expected: text().notNull(), // which effect was expected
    indicator: text(), // id in the outcome set that it is to move; null where it is about the whole
    state: text().notNull(), // 'open' | 'adopted' | 'abandoned'
    learnt: text(), // once it is no longer open
    closedOn: text(), // ISO date
    closedBy: text().references(() => staff.id),
    registeredBy: text()
      .notNull()
      .references(() => staff.id),
    registeredAt: text().notNull(),
  },
  (t) => [index('improvements_team').on(t.teamId, t.startedOn)],
)

/** What an activity costs in this organisation. Prices never leave it. */
export const unitPrices = table(
  'unit_prices',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    activity: text().notNull(), // its code in the care path
    cents: integer().notNull(),
    source: text().notNull(), // where the price comes from: a price list and its year
    setBy: text()
      .notNull()
      .references(() => staff.id),
    setAt: text().notNull(),
    replacedAt: text(), // a newer row counts
  },
  // one price counts at a time
  (t) => [
    uniqueIndex('unit_prices_current').on(t.organisationId, t.activity).where(sql`${t.replacedAt} is null`),
  ],
)

/** What a team shows to the outside world: fixed when its lead proposed it, public once the board agreed. */
export const publications = table(
  'publications',
  {
    id: text().primaryKey(),
    teamId: text()
      .notNull()
      .references(() => teams.id),
    content: json().$type<Record<string, unknown>>().notNull(), // rounded, without small groups and prices
    proposedBy: text()
      .notNull()
      .references(() => staff.id),
    proposedAt: text().notNull(),
    approvedBy: text().references(() => staff.id),
    approvedAt: text(),
    endedAt: text(), // withdrawn, refused, or followed by a newer one
    endedBy: text().references(() => staff.id),
  },
  (t) => [
    uniqueIndex('publications_proposed')
      .on(t.teamId)
      .where(sql`${t.approvedAt} is null and ${t.endedAt} is null`),
    uniqueIndex('publications_public')
      .on(t.teamId)
      .where(sql`${t.approvedAt} is not null and ${t.endedAt} is null`),
  ],
)
