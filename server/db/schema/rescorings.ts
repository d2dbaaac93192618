import { sql } from 'drizzle-orm'
import { index, integer, table, text, uniqueIndex } from '../columns.ts'
import { definitionVersions, organisations } from './organisations.ts'
import { staff } from './staff.ts'

/** Earlier answers of an organisation that are scored again by a version, in steps that go on where they were broken off. */
export const rescorings = table(
  'rescorings',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    versionId: text()
      .notNull()
      .references(() => definitionVersions.id),
    startedBy: text()
      .notNull()
      .references(() => staff.id),
    note: text().notNull(),
    startedAt: text().notNull(),
    behind: text().notNull(), // id of the last response that was done, '' before the first
    done: integer().notNull(), // responses looked at
    total: integer().notNull(), // … of those that there were at the start
    failedAt: text(), // instant of the last step that failed; null once one succeeded again
    restsUntil: text(), // not tried again before this instant
    finishedAt: text(),
    ended: text(), // 'done' | 'overtaken': another version runs since
  },
  (t) => [
    uniqueIndex('rescorings_one').on(t.organisationId, t.versionId).where(sql`finished_at is null`),
    index('rescorings_open').on(t.finishedAt, t.startedAt),
  ],
)
