import { sql } from 'drizzle-orm'
import type { ExperimentArms } from '../../../core/mail/experiment.ts'
import { index, integer, json, table, text, uniqueIndex } from '../columns.ts'
import { organisations } from './organisations.ts'
import { staff } from './staff.ts'

/** What an organisation says in mail in its own words. Nothing is changed: the newest version counts, also of nothing. */
export const mailTexts = table(
  'mail_texts',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    kind: text().notNull(), // core/mail/mail-text.ts
    language: text().notNull(), // 'nl' | 'en'
    subject: text(), // null, with the opening: from here on ours again
    opening: text(),
    changedAt: text().notNull(), // instant: what went before says what it said then
    changedBy: text()
      .notNull()
      .references(() => staff.id),
  },
  (t) => [index('mail_texts_house').on(t.organisationId, t.changedAt)],
)

/** Two ways to invite against each other; which of them a patient gets is drawn once, from their id. */
export const mailExperiments = table(
  'mail_experiments',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    outcomeSet: text().notNull(),
    name: text().notNull(),
    arms: json().$type<ExperimentArms>().notNull(), // never changed
    planned: integer().notNull(), // patients in each arm, said before anybody looked
    startedAt: text().notNull(),
    startedBy: text()
      .notNull()
      .references(() => staff.id),
    endedAt: text(),
    endedBy: text().references(() => staff.id),
  },
  (t) => [
    uniqueIndex('mail_experiments_open').on(t.organisationId, t.outcomeSet).where(sql`${t.endedAt} is null`),
    index('mail_experiments_house').on(t.organisationId, t.startedAt),
  ],
)
