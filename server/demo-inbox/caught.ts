import { and, desc, eq, inArray, isNotNull, isNull, like, lt, ne, or, type SQL } from 'drizzle-orm'
import { fold } from '../../core/words/fold.ts'
import type { PatientLanguage } from '../../core/words.ts'
import { type Composed, composeMail, type LinkTokens, noLinks, readTokens } from '../acts/compose-mails.ts'
import { composeText } from '../acts/compose-texts.ts'
import { messages } from '../db/schema/messages.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { type MailFacts, type Message, readFacts } from '../outbox/facts.ts'
import { notAsked } from '../outbox/verdict.ts'

/** A mail or text message that a demo did not send. It is not stored twice: it is made again from its row, with the same link. */
export type CaughtMail = {
  id: string
  recipient: string
  /** Null for mail to staff. */
  patient: { id: string; organisationId: string } | null
  sentAt: string
  zone: string
  /** Its link leads to something that can be answered now. */
  answerable: boolean
  shown: Shown
}
/** A mail, or a text message with the number that it goes to. */
type Shown =
  | ({ channel: 'mail' } & Composed)
  | { channel: 'sms'; language: PatientLanguage; to: string; text: string }

export const ON_A_PAGE = 40

/** The content of a link for staff is forgotten once a mail server took it; such a mail cannot be shown. */
const isShown = and(
  isNotNull(messages.sentAt),
  ne(messages.channel, 'letter'),
  or(isNotNull(messages.patientId), isNotNull(messages.content)),
)

/** Whose mail is shown: that to patients, with which the door begins, or that to staff. */
export type Box = 'patients' | 'staff'

/** The newest mail, or what came before an instant; `name` finds part of a patient's name. */
export async function caughtMails(
  deps: Deps,
  box: Box,
  { name, before }: { name: string; before: string | null },
): Promise<CaughtMail[]> {
  const wanted: (SQL | undefined)[] = [
    isShown,
    box === 'patients' ? isNotNull(messages.patientId) : isNull(messages.patientId),
    before ? lt(messages.sentAt, before) : undefined,
    name ? inArray(messages.patientId, called(deps, name)) : undefined,
  ]
  const rows = await deps.db
    .select()
    .from(messages)
    .where(and(...wanted))
    .orderBy(desc(messages.sentAt), desc(messages.id))
    .limit(ON_A_PAGE)
  return compose(deps, rows)
}

const called = ({ db }: Deps, name: string) =>
  db
    .select({ id: patients.id })
    .from(patients)
    .where(like(patients.searchName, `%${fold(name).replace(/[%_\\]/g, '')}%`))

export async function caughtMail(deps: Deps, id: string): Promise<CaughtMail | null> {
  const rows = await deps.db
    .select()
    .from(messages)
    .where(and(eq(messages.id, id), isShown))
  const [mail] = await compose(deps, rows)
  return mail ?? null
}

async function compose(deps: Deps, rows: readonly Message[]): Promise<CaughtMail[]> {
  const now = deps.now().toISOString()
  const tokens = await readTokens(
    deps.db,
    deps,
    rows.map(({ id }) => id),
  )
  const facts = await readFacts(deps.db, rows, now)
  return Promise.all(
    facts.map(async (one) => {
      const { id, sentAt } = one.message
      const shown = await shownOf(deps, one, tokens.get(id) ?? noLinks)
      return {
        id,
        recipient: recipientOf(one) ?? (shown.channel === 'mail' ? shown.mail.to : shown.to),
        patient: one.patient && { id: one.patient.id, organisationId: one.organisation.id },
        sentAt: sentAt ?? '',
        zone: one.organisation.timeZone,
        answerable: one.asked.some((asked) => notAsked(asked, now) === null),
        shown,
      }
    }),
  )
}

async function shownOf(deps: Deps, facts: MailFacts, links: LinkTokens): Promise<Shown> {
  const composed = facts.message.channel === 'sms' ? composeText(deps, facts, links) : null
  if (!composed) return { channel: 'mail', ...(await composeMail(deps, facts, links)) }
  const { language, text } = composed
  return { channel: 'sms', language, to: text.to, text: text.text }
}

const recipientOf = ({ patient }: MailFacts) =>
  patient ? `${patient.givenName} ${patient.familyName}` : null
