import { sql } from 'drizzle-orm'
import { index, integer, table, text, uniqueIndex } from '../columns.ts'
import { definitionVersions, organisations } from './organisations.ts'
import { staff } from './staff.ts'

/** Care paths of an organisation that go on with a newer version, in steps that go on where they were broken off. */
export const movings = table(
  'movings',
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
    startedAt: text().notNull(),
    behind: text().notNull(), // id of the last enrolment that was looked at, '' before the first
    moved: integer().notNull(),
    stayed: integer().notNull(), // enrolments that hold on to what the version no longer has
    failedAt: text(), // instant of the last step that failed; null once one succeeded again
    finishedAt: text(),
    ended: text(), // 'done' | 'overtaken': another version runs since
  },
  (t) => [
    uniqueIndex('movings_one').on(t.organisationId, t.versionId).where(sql`finished_at is null`),
    index('movings_open').on(t.finishedAt, t.startedAt),
  ],
)
