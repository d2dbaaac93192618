import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { ageOn } from '../../core/instruments/norm.ts'
import { type Ages, respondentsAt } from '../../core/patients/proxy.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Tx } from '../db/database.ts'
import { responses } from '../db/schema/outcomes.ts'
import { patientProxies, patients } from '../db/schema/patients.ts'

/** What of a patient decides who begins to answer behind a link, and whether the birth date is asked; columns of a query. */
export const beginColumns = (db: Tx) => ({
  isShared: sharesAddress(db),
  proxyReads: proxyHolds(db, true),
  hasProxy: proxyHolds(db),
  draftBy: respondentOfDraft(db),
})

/** Two patients with one address: whoever opens the mail may be the other one. */
function sharesAddress(db: Tx) {
  const other = alias(patients, 'other')
  const others = db
    .select({ id: other.id })
    .from(other)
    .where(
      and(
        eq(other.organisationId, patients.organisationId),
        eq(other.emailKey, patients.emailKey),
        ne(other.id, patients.id),
      ),
    )
  return sql<boolean>`exists ${others}`.mapWith(Boolean)
}

/** Somebody answers for this patient, or also reads the mail. */
function proxyHolds(db: Tx, reads?: true) {
  const { patientId, readsMail, endedAt } = patientProxies
  const found = db
    .select({ id: patientProxies.id })
    .from(patientProxies)
    .where(and(eq(patientId, patients.id), isNull(endedAt), reads && eq(readsMail, true)))
  return sql<boolean>`exists ${found}`.mapWith(Boolean)
}

/** Who began to answer what is not sent yet. */
function respondentOfDraft(db: Tx) {
  const draft = db
    .select({ respondent: responses.respondent })
    .from(responses)
    .where(and(eq(responses.patientId, patients.id), isNull(responses.submittedAt)))
    .orderBy(desc(responses.startedAt))
    .limit(1)
  return sql<string | null>`(${draft})`
}

type Begins = Ages & {
  proxyId: string | null
  birthDate: string
  timeZone: string
  proxyReads: boolean
  hasProxy: boolean
  draftBy: string | null
}

/**
 * Who answers until somebody says otherwise: who began goes on, on the next device too, for as long as they may; else
 * whoever was named and opened the mail, a parent of a young child, the patient.
 */
export function firstOf(link: Begins, at: string): string {
  if (link.proxyId !== null) return 'proxy' // it went to nobody else
  const kinds = respondentsAt(ageOn(link.birthDate, localDate(at, link.timeZone)), link, link.hasProxy)
  const began = kinds.find((kind) => kind === link.draftBy)
  return began ?? (link.proxyReads ? 'proxy' : (kinds[0] ?? 'patient'))
}
