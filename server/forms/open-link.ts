import { and, desc, eq, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { localDate } from '../../core/dates.ts'
import { once } from '../../core/memo.ts'
import { ageOn } from '../../core/norm.ts'
import { record } from '../audit/store.ts'
import type { Tx } from '../db/database.ts'
import { links, patientSessions } from '../db/schema/messages.ts'
import { organisations } from '../db/schema/organisations.ts'
import { responses } from '../db/schema/outcomes.ts'
import { patientProxies, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { markOpened } from '../links/opened.ts'
import { cleanToken, hashOf } from '../links/token.ts'
import { patientCtx } from './session.ts'

/** So many wrong birth dates lock a link; a new one can be asked for. */
export const MOST_CHECKS = 5

/** A link with what decides whether it opens, and whether the birth date is asked. */
export async function readLink(db: Tx, token: string) {
  const [link] = await reading(db).execute({ tokenHash: hashOf(cleanToken(token)) })
  return link ?? null
}

/** The same, by the code that was typed from a letter. */
export async function readTypedLink(db: Tx, codeKey: string) {
  const [link] = await readingTyped(db).execute({ codeKey })
  return link ?? null
}

const openable = (db: Tx, which: SQL) =>
  db
    .select({
      id: links.id,
      diesAt: links.diesAt,
      revokedAt: links.revokedAt,
      failedChecks: links.failedChecks,
      codeKey: links.codeKey,
      patientId: patients.id,
      language: patients.language,
      optedOutAt: patients.optedOutAt,
      deceasedOn: patients.deceasedOn,
      organisationId: organisations.id,
      organisationLanguage: organisations.language,
      confirmBirthDate: organisations.confirmBirthDate,
      birthDate: patients.birthDate,
      timeZone: organisations.timeZone,
      answersFrom: organisations.answersFrom,
      proxyReads: proxyReads(db),
      isShared: sharesAddress(db),
    })
    .from(links)
    .innerJoin(patients, eq(patients.id, links.patientId))
    .innerJoin(organisations, eq(organisations.id, patients.organisationId))
    .where(and(which, eq(links.kind, 'answer')))

const reading = once((db: Tx) =>
  openable(db, eq(links.tokenHash, sql.placeholder('tokenHash'))).prepare('patient_link'),
)
const readingTyped = once((db: Tx) =>
  openable(db, eq(links.codeKey, sql.placeholder('codeKey'))).prepare('patient_typed_link'),
)

export type OpenableLink = NonNullable<Awaited<ReturnType<typeof readLink>>>

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

/** Somebody answers for this patient and reads the mail. */
function proxyReads(db: Tx) {
  const { patientId, readsMail, endedAt } = patientProxies
  const found = db
    .select({ id: patientProxies.id })
    .from(patientProxies)
    .where(and(eq(patientId, patients.id), eq(readsMail, true), isNull(endedAt)))
  return sql<boolean>`exists ${found}`.mapWith(Boolean)
}

/** Who answers until somebody says otherwise: whoever was named and opened the mail, a parent of a young child, the patient. */
const firstOf = ({ proxyReads: isProxy, birthDate, timeZone, answersFrom }: OpenableLink, at: string) =>
  isProxy || ageOn(birthDate, localDate(at, timeZone)) < answersFrom ? 'proxy' : 'patient'

export const isAlive = (link: OpenableLink, now: Date): boolean =>
  !link.revokedAt &&
  link.diesAt > now.toISOString() &&
  !link.optedOutAt &&
  !link.deceasedOn &&
  link.failedChecks < MOST_CHECKS

/** Opens a link in a browser: harmless, repeatable, and nothing is started by it. True when the birth date is asked first. */
export async function openLink(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  link: OpenableLink,
  sessionId: string,
  request: { requestId: string; address: string | null },
): Promise<boolean> {
  const at = deps.now().toISOString()
  // A letter may have been opened by somebody else in the house, or next door.
  const asksBirthDate = link.confirmBirthDate || link.isShared || link.codeKey !== null
  await deps.db.transaction(async (tx) => {
    const confirmedAt = asksBirthDate ? null : at
    const about = { id: sessionId, patientId: link.patientId, linkId: link.id, confirmedAt, at }
    await start(tx).execute({ ...about, otherwise: firstOf(link, at) })
    await markOpened(tx, link.id, at)
    await record(tx, deps, patientCtx({ ...link, respondent: 'patient' }, request), {
      action: 'E',
      type: 'link.opened',
      patients: [link.patientId],
      object: { type: 'link', id: link.id },
    })
  })
  return asksBirthDate
}

const start = once((tx: Tx) =>
  tx
    .insert(patientSessions)
    .values({
      id: sql.placeholder('id'),
      patientId: sql.placeholder('patientId'),
      linkId: sql.placeholder('linkId'),
      confirmedAt: sql.placeholder('confirmedAt'),
      respondent: respondentOfDraft(tx),
      createdAt: sql.placeholder('at'),
      lastSeenAt: sql.placeholder('at'),
    })
    .prepare('patient_session_start'),
)

/** Who began to answer goes on answering on the next device, until this browser says otherwise. */
function respondentOfDraft(tx: Tx) {
  const draft = tx
    .select({ respondent: responses.respondent })
    .from(responses)
    .where(and(eq(responses.patientId, sql.placeholder('patientId')), isNull(responses.submittedAt)))
    .orderBy(desc(responses.startedAt))
    .limit(1)
  return sql<string>`coalesce((${draft}), ${sql.placeholder('otherwise')})`
}
