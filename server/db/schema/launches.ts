import { index, table, text, uniqueIndex } from '../columns.ts'
import { organisations } from './organisations.ts'
import { patients } from './patients.ts'
import { staff } from './staff.ts'

/** A session that a record system began: of one member of staff, about one patient, in one browser. */
export const launches = table(
  'launches',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    patientId: text()
      .notNull()
      .references(() => patients.id, { onDelete: 'cascade' }),
    source: text().notNull(), // what the settings call the record system
    onceKey: text(), // keyed hash of a signed link's id, which opens once; null where the record system's own code did that
    tokenHash: text().notNull(), // of the browser's cookie
    startedAt: text().notNull(), // instant
    seenAt: text().notNull(),
    endsAt: text().notNull(),
  },
  (t) => [
    uniqueIndex('launches_once').on(t.onceKey),
    uniqueIndex('launches_token').on(t.tokenHash),
    index('launches_ends').on(t.endsAt),
    index('launches_patient').on(t.patientId),
  ],
)
