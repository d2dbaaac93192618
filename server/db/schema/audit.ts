import { sql } from 'drizzle-orm'
import { count64, index, json, table, text, uniqueIndex } from '../columns.ts'

/** As SQL's own text: an index is only used where the question says the same. */
export const notByPatient = ({ actorKind }: { actorKind: unknown }) => sql`${actorKind} <> 'patient'`

/** Who did or saw what, of whom, and why. Rows are only ever inserted: triggers refuse anything else. */
export const auditEvents = table(
  'audit_events',
  {
    id: text().primaryKey(),
    at: text().notNull(), // instant, UTC
    action: text().notNull(), // 'C' | 'R' | 'U' | 'D' | 'E'
    type: text().notNull(), // what was done, such as 'patient.read'
    outcome: text().notNull(), // '0' fine, '4' refused, '8' failed
    actorKind: text().notNull(), // 'staff' | 'service' | 'patient' | 'system'
    actorId: text().notNull(),
    actorName: text().notNull(),
    role: text(), // by which role it was allowed
    purpose: text().notNull(), // TREAT, HOPERAT, PATADMIN …
    organisationId: text(),
    objectType: text(),
    objectId: text(),
    detail: json().$type<Record<string, unknown>>(), // never answers or scores themselves
    requestId: text(),
    address: text(), // network address
  },
  (t) => [
    index('audit_events_at').on(t.at),
    index('audit_events_organisation').on(t.organisationId, t.at),
    // Patients' own acts are found by audit_subjects: each would touch another page of this index.
    index('audit_events_actor').on(t.actorId, t.at).where(notByPatient(t)),
  ],
)

/** Which patients an event was about. */
export const auditSubjects = table(
  'audit_subjects',
  {
    eventId: text()
      .notNull()
      .references(() => auditEvents.id),
    patientId: text().notNull(), // no reference: the log outlives the file
  },
  (t) => [
    uniqueIndex('audit_subjects_once').on(t.eventId, t.patientId),
    index('audit_subjects_patient').on(t.patientId),
  ],
)

/** The chain over the events, made in order within seconds of them. */
export const auditSeals = table('audit_seals', {
  number: count64().primaryKey(),
  eventId: text()
    .notNull()
    .unique()
    .references(() => auditEvents.id),
  previous: text().notNull(), // hash of the seal before
  hash: text().notNull(), // SHA-256 of previous and the canonical event
})

/** Signed positions of the chain, also written outside of the database. */
export const auditAnchors = table('audit_anchors', {
  number: count64().primaryKey(), // the seal it stands on
  hash: text().notNull(),
  signature: text().notNull(),
  at: text().notNull(),
})
