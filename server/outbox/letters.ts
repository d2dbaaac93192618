import { linesOf, withName } from '../../core/mail/mail-text.ts'
import { isUnchecked } from '../../core/words/translations.ts'
import { type PatientLanguage, patientLanguage } from '../../core/words.ts'
import { INVITATION_DAYS } from '../staff/links.ts'
import { closingDay, type Visit, visitOf } from './asked-visit.ts'
import type { StaffContent } from './content.ts'
import { eveLetter } from './eve-letter.ts'
import type { Asked, MailFacts, Recipient } from './facts.ts'
import { addressee } from './greeting.ts'
import type { Letter, Paragraph } from './letter.ts'
import { meetingLetter } from './meeting-letter.ts'
import { proxyEndedLetter } from './proxy-letter.ts'
import { recordNumberLetter } from './record-number-letter.ts'
import { staffWords, words } from './words.ts'

/** `answer` opens the questions, `reading` is where a patient signs in, `optOut` ends these mails. */
export type PatientLinks = { answer: string; reading: string; optOut: string }

/** What is neutral to say of the visit besides when it is: that nobody needs to come in, that there is something to do before. */
export type VisitIs = { fromHome: boolean; hasPreparation: boolean }

export const languageOf = ({
  patient,
  organisation,
}: Pick<MailFacts, 'patient' | 'organisation'>): PatientLanguage =>
  patientLanguage(patient?.language, organisation.language)

/**
 * The letter to a patient. `asked` are the assessments that still count and `minutes` how long they take. Where an
 * address is shared it names nobody and no visit.
 */
export function patientLetter(
  facts: MailFacts & { patient: Recipient },
  asked: readonly Asked[],
  minutes: number,
  links: PatientLinks,
  visitIs: VisitIs | null = null,
): Letter {
  const { organisation, patient, shared } = facts
  const language = languageOf(facts)
  const say = words[language]
  const opening = [
    shared ? say.dearNobody : say.dear(addressee(patient, language)),
    ...(shared ? [facts.message.proxyId ? say.forAnother : say.shared] : []),
  ]
  const closing = [
    say.urgent(organisation.urgentPhone),
    say.noReply(phoneOf(asked) ?? organisation.urgentPhone),
    say.noMore,
    { link: links.optOut, label: say.optOut },
    ...(isUnchecked(language) ? [say.unchecked] : []),
  ]
  const news = newsOf(facts, links)
  if (news) return { subject: news.subject, paragraphs: [...opening, ...news.paragraphs, ...closing] }
  const visit = shared ? null : visitOf(facts, asked, language)
  const before = visit && visitIs ? aboutVisit(visitIs, language, links) : []
  return {
    subject: subjectOf(facts, visit, language),
    paragraphs: [...opening, ...questions(facts, asked, visit, minutes, links.answer), ...before, ...closing],
  }
}

/** A letter that asks nothing; null for one that does. */
function newsOf(facts: MailFacts, links: PatientLinks): Letter | null {
  const { name } = facts.organisation
  const say = words[languageOf(facts)]
  if (facts.message.kind === 'agreement') {
    const button = { link: links.reading, label: say.toReading, button: true }
    const said = inOwnWords(facts, say.agreementSubject(name), say.agreement(name))
    return { ...said, paragraphs: [...said.paragraphs, button] }
  }
  if (facts.message.kind === 'thanks') return inOwnWords(facts, say.thanksSubject(name), say.thanks(name))
  return facts.message.kind === 'elsewhere'
    ? { subject: say.elsewhereSubject(name), paragraphs: [say.elsewhere(name)] }
    : null
}

/** Never what somebody is to do: that could tell what the visit is for. */
const aboutVisit = (
  { fromHome, hasPreparation }: VisitIs,
  language: PatientLanguage,
  links: PatientLinks,
) => [
  ...(fromHome ? [words[language].fromHome] : []),
  ...(hasPreparation
    ? [words[language].prepare, { link: links.reading, label: words[language].toReading }]
    : []),
]

/** The organisation's own subject and first lines, or ours. */
function inOwnWords({ text, organisation: { name } }: MailFacts, subject: string, first: string | undefined) {
  const lines = text ? linesOf(withName(text.opening, name)) : [first ?? '']
  return { subject: text ? withName(text.subject, name) : subject, paragraphs: lines }
}

function questions(
  facts: MailFacts,
  asked: readonly Asked[],
  visit: Visit | null,
  minutes: number,
  link: string,
): Paragraph[] {
  const { message, organisation } = facts
  const language = languageOf(facts)
  const say = words[language]
  const first = {
    invitation: message.proxyId ? say.askForAnother(organisation.name) : say.ask(organisation.name),
    reminder: say.remind(organisation.name),
    'wanted-reminder': say.wanted,
    'new-link': say.newLink,
    'sent-link': say.remind(organisation.name),
    'new-address': say.newAddress(organisation.name),
  }
  return [
    ...inOwnWords(facts, '', first[message.kind as keyof typeof first]).paragraphs,
    ...(visit ? [say.visit(visit.day, visit.time)] : []),
    say.minutes(Math.max(1, Math.ceil(minutes))),
    { link, label: say.toQuestions, button: true },
    ...closingDay(asked, organisation.timeZone, language),
    say.whoReads(organisation.name),
    message.proxyId ? say.freeForAnother : say.free,
  ]
}

function subjectOf(
  { message, organisation, text }: MailFacts,
  visit: Visit | null,
  language: PatientLanguage,
): string {
  if (text) return withName(text.subject, organisation.name)
  const say = words[language]
  if (message.kind === 'new-link' || message.kind === 'new-address')
    return say.newLinkSubject(organisation.name)
  if (['reminder', 'wanted-reminder', 'sent-link'].includes(message.kind))
    return say.reminderSubject(organisation.name)
  return visit ? say.visitSubject(organisation.name) : say.askSubject(organisation.name)
}

/** The team's own number, when only one team asks. */
function phoneOf(asked: readonly Asked[]): string | null {
  const phones = new Set(asked.map(({ teamPhone }) => teamPhone))
  return phones.size === 1 ? ([...phones][0] ?? null) : null
}

/** The letter to a member of staff: it never says anything about a patient. */
export function staffLetter(kind: string, content: StaffContent, organisation: string): Letter {
  const { language, link, purpose, about, invited, numbered, eve, note } = content
  if (eve) return eveLetter(eve, { language, link })
  if (numbered) return recordNumberLetter(numbered, { language, link })
  if (note) return meetingLetter(note, { language, link, organisation })
  if (kind === 'proxy-ended') return proxyEndedLetter(language, organisation)
  const say = staffWords[language]
  const words =
    kind === 'alert'
      ? say[about ?? 'alert']
      : say[
          kind === 'test' || kind === 'emergency' || kind === 'elsewhere' ? kind : (purpose ?? 'invitation')
        ]
  const { subject, says, label, after } = words
  const button = { link, label, button: true }
  if (!invited) return { subject, paragraphs: [say.hello, says, button, after] }
  const { invitedBy } = say
  return {
    subject: invitedBy.subject(organisation),
    paragraphs: [
      invitedBy.hello(invited.name),
      invitedBy.says(invited.by, organisation),
      says,
      button,
      invitedBy.after(INVITATION_DAYS, invited.by),
    ],
  }
}
