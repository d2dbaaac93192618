import { and, eq, gt, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import { ourLanguage, type PatientLanguage, patientLanguage } from '../../core/words.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { links, messages, patientSessions } from '../db/schema/messages.ts'
import { organisations } from '../db/schema/organisations.ts'
import { patients } from '../db/schema/patients.ts'
import { Problem } from '../http/problem.ts'

/** A browser that nobody used for this long asks for the link again; the answers stay. */
const IDLE_MINUTES = 30
/** A tablet in the clinic lies about: it forgets sooner. */
const IDLE_MINUTES_ON_TABLET = 15
/** However busy it is: somebody who needs longer is handed it again. */
const LONGEST_MINUTES_ON_TABLET = 120
/** Being seen is written down this often at most: not every answer needs a second write. */
const SEEN_MINUTES = 5

const minutesBefore = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString()

/** The columns of a session that every saved answer needs: a phone sends many of those. */
export const answeringColumns = {
  id: patientSessions.id,
  confirmedAt: patientSessions.confirmedAt,
  respondent: patientSessions.respondent,
  lastSeenAt: patientSessions.lastSeenAt,
  handedBy: patientSessions.handedBy,
  proxyId: messages.proxyId, // the link went to the own address of who answers: it is theirs alone
  patientId: patients.id,
  language: patients.language,
  organisationId: organisations.id,
  organisationLanguage: organisations.language,
  timeZone: organisations.timeZone,
  birthDate: patients.birthDate,
  answersFrom: organisations.answersFrom,
}

/** The columns of a session that was opened by a link, with whose it is: what a page shows. */
const sessionColumns = {
  ...answeringColumns,
  linkId: patientSessions.linkId,
  createdAt: patientSessions.createdAt,
  failedChecks: sql`coalesce(${links.failedChecks}, 0)`.mapWith(Number),
  givenName: patients.givenName,
  organisation: organisations.name,
  urgentPhone: organisations.urgentPhone,
  sendFrom: organisations.sendFrom,
  aloneFrom: organisations.aloneFrom,
  sendUntil: organisations.sendUntil,
  quietDays: organisations.quietDays,
  email: patients.email,
  emailDeadAt: patients.emailDeadAt,
  phone: patients.phone,
  phoneDeadAt: patients.phoneDeadAt,
  textsStoppedAt: patients.textsStoppedAt,
  prefersTexts: patients.prefersTexts,
}

const given = sql.placeholder

/** Opened by a link that still lives, of somebody who wants our mail. */
const byLink = and(isNull(links.revokedAt), gt(links.diesAt, given('now')), isNull(patients.optedOutAt))

/** Handed over in the clinic, and begun: nobody is asked for a link or for mail. */
const onTablet = and(
  isNotNull(patientSessions.handedBy),
  gt(patientSessions.confirmedAt, given('tabletBegunSince')),
  gt(patientSessions.lastSeenAt, given('tabletAwakeSince')),
)

/**
 * The session counts only while its link lives, or in the clinic on a tablet, and while the patient can answer. Who
 * signed in to read has neither. Asks for `liveNow`.
 */
export const isLive: SQL = and(
  eq(patientSessions.id, given('sessionId')),
  isNull(patientSessions.endedAt),
  gt(patientSessions.lastSeenAt, given('awakeSince')),
  or(byLink, onTablet),
  isNull(patients.deceasedOn),
) as SQL

/** What `isLive` asks for. */
export const liveNow = (sessionId: string, now: Date) => ({
  sessionId,
  now: now.toISOString(),
  awakeSince: minutesBefore(now, IDLE_MINUTES),
  tabletAwakeSince: minutesBefore(now, IDLE_MINUTES_ON_TABLET),
  tabletBegunSince: minutesBefore(now, LONGEST_MINUTES_ON_TABLET),
})

const readSession = once((db: Tx) =>
  db
    .select(sessionColumns)
    .from(patientSessions)
    .leftJoin(links, eq(links.id, patientSessions.linkId))
    .leftJoin(messages, eq(messages.id, links.messageId))
    .innerJoin(patients, eq(patients.id, patientSessions.patientId))
    .innerJoin(organisations, eq(organisations.id, patients.organisationId))
    .where(isLive)
    .prepare('patient_session'),
)

export const findSession = async (db: Tx, id: string, now: Date) => {
  const [session] = await readSession(db).execute(liveNow(id, now))
  return session ?? null
}

export type PatientSession = NonNullable<Awaited<ReturnType<typeof findSession>>>

const openLinkAgain = () =>
  new Problem(401, 'open_link_again', 'Open the link in your mail again; your answers are kept')

/** The id that the cookie of this browser stands for, or 401. */
export function requireCookie(sessionId: string | null): string {
  if (!sessionId) throw openLinkAgain()
  return sessionId
}

/** The session, or 401 and 403 with what the page does about it. */
export function requireSession<Found extends Pick<PatientSession, 'confirmedAt'>>(
  session: Found | null,
): Found {
  if (!session) throw openLinkAgain()
  if (!session.confirmedAt) throw new Problem(403, 'confirm_birth_date', 'Fill in the date of birth first')
  return session
}

/** Keeps a session in use from falling asleep. */
export async function keepAwake(
  db: Tx,
  { id, lastSeenAt }: Pick<PatientSession, 'id' | 'lastSeenAt'>,
  now: Date,
): Promise<void> {
  if (lastSeenAt > minutesBefore(now, SEEN_MINUTES)) return
  await db.update(patientSessions).set({ lastSeenAt: now.toISOString() }).where(eq(patientSessions.id, id))
}

/** The language we write to a patient in, on pages as in mail: the organisation's where theirs is none of ours. */
export const spoken = ({
  language,
  organisationLanguage,
}: Pick<PatientSession, 'language' | 'organisationLanguage'>): PatientLanguage =>
  patientLanguage(language, organisationLanguage)

/** How these answers come in: from the patient's own hand, at home or in the clinic. */
export const modeOf = ({ handedBy }: Pick<PatientSession, 'handedBy'>): 'web' | 'tablet' =>
  handedBy ? 'tablet' : 'web'

type Request = { requestId: string; address: string | null }

/** The patient, or who answers for them, as the one who acts. */
export const patientCtx = (
  {
    patientId,
    organisationId,
    respondent,
    language,
    organisationLanguage,
  }: Pick<
    PatientSession,
    'patientId' | 'organisationId' | 'language' | 'organisationLanguage' | 'respondent'
  >,
  { requestId, address }: Request,
): Ctx => ({
  actor: { kind: 'patient', id: patientId, name: respondent },
  organisationId,
  roles: [],
  teamIds: [],
  role: null,
  purpose: 'PATRQT',
  language: ourLanguage(language, organisationLanguage),
  requestId,
  address,
})
