import type { ContactLine } from '../../../core/patients/contacts.ts'
import { flag, index, integer, json, table, text, uniqueIndex } from '../columns.ts'

export const organisations = table('organisations', {
  id: text().primaryKey(),
  name: text().notNull(),
  timeZone: text().notNull(), // IANA name: what "09:00" and "14 days before" mean here
  language: text().notNull(), // 'nl' | 'en': what a patient reads whose own language is not known
  urgentPhone: text().notNull(), // whom a patient calls when it cannot wait
  confirmBirthDate: flag().notNull(), // asks for the birth date behind every link, not only where an address is shared
  sendFrom: text().notNull(), // 'HH:MM' local: no mail before
  sendUntil: text().notNull(), // 'HH:MM' local: no mail after
  quietDays: json().$type<string[]>().notNull().default([]), // no mail on these (core/time/quiet-days.ts)
  thanks: flag().notNull().default(false), // who answered gets a mail that says thank you
  answersFrom: integer().notNull().default(12), // years: from this age a child may answer itself
  aloneFrom: integer().notNull().default(16), // years: from this age a parent neither answers nor sees
  sharesSince: text(), // instant: its board lets programme managers of the region see its teams' figures
  createdAt: text().notNull(),
})

export const teams = table(
  'teams',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    outcomeSet: text().notNull(), // definition id: a team is of one patient group
    phone: text().notNull(),
    contacts: json().$type<ContactLine[]>().notNull().default([]), // whom a patient calls for what
    comparesSince: text(), // instant: its lead opened the comparison with others
    createdAt: text().notNull(),
  },
  (t) => [index('teams_organisation').on(t.organisationId)],
)

/** Versions of instruments and outcome sets; a published version never changes. */
export const definitionVersions = table(
  'definition_versions',
  {
    id: text().primaryKey(),
    kind: text().notNull(), // 'instrument' | 'outcome-set'
    definition: text().notNull(), // the id inside the file
    version: integer().notNull(),
    status: text().notNull(), // 'draft' | 'review' | 'published' | 'retired'
    content: text().notNull(), // canonical JSON: text, so that its hash is stable on both databases
    contentHash: text().notNull(),
    unfinished: text(), // what somebody is writing in place of a draft's content, while it has faults; never read as a definition
    unfinishedHash: text(),
    createdAt: text().notNull(),
    publishedAt: text(),
  },
  (t) => [uniqueIndex('definition_versions_once').on(t.kind, t.definition, t.version)],
)

/** What people did with a version: who wrote it, who judged it. A version that came from a file has none of its first. */
export const definitionSteps = table(
  'definition_steps',
  {
    id: text().primaryKey(),
    versionId: text()
      .notNull()
      .references(() => definitionVersions.id),
    act: text().notNull(), // 'written' | 'submitted' | 'returned' | 'compared' | 'published' | 'kept' | 'moving' | 'retired' | 'rescored'
    staffId: text().notNull(), // no foreign key: the table of staff points to organisations itself
    staffName: text().notNull(), // as it was then
    note: text(),
    at: text().notNull(),
  },
  (t) => [index('definition_steps_version').on(t.versionId, t.at)],
)

/** Facts about this installation, such as whether it is a demo. */
export const settings = table('settings', {
  name: text().primaryKey(),
  value: text().notNull(),
})
