import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, table, text, uniqueIndex } from '../columns.ts'
import { enrolments } from './care.ts'
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
    restsUntil: text(), // not tried again before this instant
    finishedAt: text(),
    ended: text(), // 'done' | 'overtaken': another version runs since
  },
  (t) => [
    uniqueIndex('movings_one').on(t.organisationId, t.versionId).where(sql`finished_at is null`),
    index('movings_open').on(t.finishedAt, t.startedAt),
  ],
)

/** Care paths that could not be planned by the newer version: they hold up no other, and are tried again some times. */
export const stuckPaths = table(
  'stuck_paths',
  {
    movingId: text()
      .notNull()
      .references(() => movings.id),
    enrolmentId: text()
      .notNull()
      .references(() => enrolments.id),
    tries: integer().notNull(),
    failure: text().notNull(), // the kind of error: its words may quote a row
    failedAt: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.movingId, t.enrolmentId] }), index('stuck_paths_path').on(t.enrolmentId)],
)
