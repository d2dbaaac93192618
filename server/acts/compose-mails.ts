import { inArray } from 'drizzle-orm'
import { mayBeAsked } from '../../core/instruments/licence.ts'
import { FINISH_MINUTES } from '../../core/schedule/asked.ts'
import { localDate } from '../../core/time/dates.ts'
import { languages, type PatientLanguage } from '../../core/words.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { links } from '../db/schema/messages.ts'
import type { Deps, Mail } from '../deps.ts'
import { tokenOf, typedCodeOf } from '../links/token.ts'
import { openAddress, openContent } from '../outbox/content.ts'
import type { Asked, MailFacts, Recipient } from '../outbox/facts.ts'
import { automatic, messageIdOf, senderHost, unsubscribing } from '../outbox/headers.ts'
import { isOneLine, type Letter, letterHtml, letterText, oneLine } from '../outbox/letter.ts'
import { languageOf, patientLetter, staffLetter } from '../outbox/letters.ts'
import { returnAddress } from '../outbox/return-address.ts'
import { notMailedAbout } from '../outbox/verdict.ts'
import { openEmail } from '../patients/contact.ts'
import { askedInstruments } from './asked.ts'
import { visitIsOf } from './visit-is.ts'

/** Where a patient signs in to read. */
const READING = '/mijn'
// One mailbox and no more: a comma or an angle bracket would let a stored address name several.
const MAILBOX = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/

export type Composed = { mail: Mail; letter: Letter; language: PatientLanguage }
/** `code` is the short way to the answer, on a letter and in a text message. */
export type LinkTokens = { answer: string | null; optOut: string | null; code: string | null }
export const noLinks: LinkTokens = { answer: null, optOut: null, code: null }

/** The tokens of the links of messages, derived from the stored rows. */
export async function readTokens(
  db: Tx,
  { secret }: Pick<Deps, 'secret'>,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, LinkTokens>> {
  const rows = Map.groupBy(await readLinks(db, { messageIds }), ({ messageId }) => messageId)
  return new Map(
    messageIds.map((id) => {
      const token = (kind: string) => {
        const row = rows.get(id)?.find((link) => link.kind === kind)
        return row ? tokenOf(secret, row) : null
      }
      const typed = rows.get(id)?.find(({ codeKey }) => codeKey !== null)
      const code = typed ? typedCodeOf(secret, typed) : null
      return [id, { answer: token('answer'), optOut: token('opt-out'), code }]
    }),
  )
}

const readLinks = listQuery('mail_links', ['messageIds'], (db, { messageIds }) =>
  db.select().from(links).where(inArray(links.messageId, messageIds)),
)

/** Whether the recipient's own name and address may stand in a mail. Where not, trying again changes nothing. */
export function isAddressable({ seal }: Pick<Deps, 'seal'>, { message, patient }: MailFacts): boolean {
  const to = patient ? addressOf(seal, patient) : openAddress(seal, message.id, message.address ?? '')
  return MAILBOX.test(to) && (!patient || isOneLine(`${patient.givenName} ${patient.familyName}`))
}

const addressOf = (seal: Deps['seal'], { id, email }: Recipient) => (email ? openEmail(seal, id, email) : '')

/**
 * The mail of a message, the same each time: on a retry, and in the demo's inbox. Throws where a field cannot stand
 * in a mail (a control character, an address that names two mailboxes).
 */
export async function composeMail(deps: Deps, facts: MailFacts, tokens: LinkTokens): Promise<Composed> {
  const { message, patient } = facts
  const about = patient ? await toPatient(deps, { ...facts, patient }, tokens) : toStaff(deps, facts)
  const { letter, to, headers, language } = about
  if (!MAILBOX.test(to)) throw new Error('Not an address of one mailbox')
  const { MAIL_FROM, RETURN_MAILBOX } = deps.config
  const host = senderHost(MAIL_FROM)
  return {
    letter,
    language,
    mail: {
      to,
      fromName: patient ? oneLine(facts.organisation.name) : 'Uitkomst',
      subject: oneLine(letter.subject),
      text: letterText(letter),
      html: letterHtml(letter, language),
      messageId: messageIdOf(deps.secret, message.id, host),
      returnTo: RETURN_MAILBOX ? returnAddress(deps.secret, message.id, RETURN_MAILBOX) : null,
      headers: { ...automatic, ...headers },
    },
  }
}

async function toPatient(deps: Deps, facts: MailFacts & { patient: Recipient }, tokens: LinkTokens) {
  const { PATIENT_URL, UNSUBSCRIBE_MAILBOX } = deps.config
  const { message, patient } = facts
  const at = message.sentAt ?? deps.now().toISOString()
  const asked = stillAsked(facts, at)
  const language = languageOf(facts)
  // A page that does not know yet who opens it begins in the language of the mail.
  const said = languages.some((ours) => ours === language) ? '' : `?in=${language}`
  const optOut = `${PATIENT_URL}/u/${tokens.optOut}${said}`
  const links = {
    answer: `${PATIENT_URL}/v/${tokens.answer}${said}`,
    reading: `${PATIENT_URL}${READING}`,
    optOut,
  }
  const minutes = await minutesOf(deps, facts, asked, at)
  return {
    letter: patientLetter(facts, asked, minutes, links, await visitIsOf(deps, facts, asked)),
    to: addressOf(deps.seal, patient),
    headers: unsubscribing(optOut, UNSUBSCRIBE_MAILBOX),
    language,
  }
}

function toStaff({ seal }: Deps, { message, organisation }: MailFacts) {
  const content = openContent(seal, message.id, message.content ?? '')
  return {
    letter: staffLetter(message.kind, content, organisation.name),
    to: openAddress(seal, message.id, message.address ?? ''),
    headers: {},
    language: content.language,
  }
}

/** What the mail asks for when it goes; a mail read again later shows what it asked for then. */
function stillAsked({ asked, message }: MailFacts, at: string): Asked[] {
  const still = asked.filter((one) => notMailedAbout(one, message.kind, at) === null)
  return still.length > 0 ? still : asked
}

/** How long answering takes on the day of an instant, with the last questions of every list. */
export async function minutesOf(
  { definitions }: Pick<Deps, 'definitions'>,
  { organisation }: Pick<MailFacts, 'organisation'>,
  asked: readonly Asked[],
  at: string,
): Promise<number> {
  const day = localDate(at, organisation.timeZone)
  const versions = await definitions.versions(asked.map(({ setVersionId }) => setVersionId))
  return asked
    .flatMap(({ setVersionId, moment }) => {
      const version = versions.get(setVersionId)
      return version ? askedInstruments(version, moment).instruments : []
    })
    .filter((one) => mayBeAsked(one, day))
    .reduce((sum, { minutes }) => sum + minutes, FINISH_MINUTES)
}
