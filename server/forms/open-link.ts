import { and, eq, type SQL, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import { localDate } from '../../core/time/dates.ts'
import { record } from '../audit/store.ts'
import type { Tx } from '../db/database.ts'
import { links, messages, patientSessions } from '../db/schema/messages.ts'
import { organisations } from '../db/schema/organisations.ts'
import { patientProxies, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { markOpened } from '../links/opened.ts'
import { cleanToken, hashOf } from '../links/token.ts'
import { beginColumns, firstOf } from './link-begin.ts'
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
      proxyId: messages.proxyId,
      proxyUntil: patientProxies.untilOn,
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
      aloneFrom: organisations.aloneFrom,
      ...beginColumns(db),
    })
    .from(links)
    .innerJoin(messages, eq(messages.id, links.messageId))
    .leftJoin(patientProxies, eq(patientProxies.id, messages.proxyId))
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

export const isAlive = (link: OpenableLink, now: Date): boolean =>
  !link.revokedAt &&
  link.diesAt > now.toISOString() &&
  !link.optedOutAt &&
  !link.deceasedOn &&
  (link.proxyUntil === null || link.proxyUntil >= localDate(now.toISOString(), link.timeZone)) &&
  link.failedChecks < MOST_CHECKS

/**
 * Opens a link in a browser: harmless, repeatable, and nothing is started by it. True when the birth date is asked
 * first. `respondent`: who answers, where somebody said so. `arrived`: false where nobody came by this link (a device
 * was handed over, another child was chosen), so that it does not count as opened.
 */
export async function openLink(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  link: OpenableLink,
  sessionId: string,
  request: { requestId: string; address: string | null },
  {
    respondent = firstOf(link, deps.now().toISOString()),
    arrived = true,
  }: { respondent?: string; arrived?: boolean } = {},
): Promise<boolean> {
  const at = deps.now().toISOString()
  // A letter may have been opened by somebody else in the house, or next door.
  const asksBirthDate =
    link.confirmBirthDate || link.isShared || link.codeKey !== null || link.proxyId !== null
  await deps.db.transaction(async (tx) => {
    const confirmedAt = asksBirthDate ? null : at
    const about = { id: sessionId, patientId: link.patientId, linkId: link.id, confirmedAt, at }
    await start(tx).execute({ ...about, respondent })
    if (arrived) await markOpened(tx, link.id, at)
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
      respondent: sql.placeholder('respondent'),
      createdAt: sql.placeholder('at'),
      lastSeenAt: sql.placeholder('at'),
    })
    .prepare('patient_session_start'),
)
