import { printedCode } from '../../core/mail/typed-code.ts'
import { dirOf, type PatientLanguage } from '../../core/words.ts'
import { minutesOf } from '../acts/compose-mails.ts'
import type { Deps } from '../deps.ts'
import { type QrCode, qrOf } from '../http/qr.ts'
import { askedLines } from '../outbox/asked-visit.ts'
import type { MailFacts, Recipient } from '../outbox/facts.ts'
import { addressee } from '../outbox/greeting.ts'
import { languageOf } from '../outbox/letters.ts'
import { paperWords } from '../outbox/paper-words.ts'
import { words } from '../outbox/words.ts'

/** A letter as it is printed: what it says, the square that opens the questions, and the code for who cannot scan it. */
export type Paper = {
  id: string
  language: PatientLanguage
  dir: 'ltr' | 'rtl'
  organisation: string
  /** Who it is for, as it stands in the window of the envelope. */
  name: string
  number: string
  subject: string
  opening: string[]
  scan: string
  orType: string
  codeLabel: string
  code: string
  closing: string[]
  qr: QrCode
}

type Sent = { facts: MailFacts & { patient: Recipient }; number: string; token: string; code: string }

/** Writes a letter in the patient's own language. No word in it tells what their care is about. */
export async function paperOf(deps: Deps, { facts, number, token, code }: Sent): Promise<Paper> {
  const { patient, organisation, asked, message } = facts
  const language = languageOf(facts)
  const [say, paper] = [words[language], paperWords[language]]
  const { PATIENT_URL } = deps.config
  const phone = asked[0]?.teamPhone ?? organisation.urgentPhone
  const { visit, until } = askedLines(facts, asked, language)
  const minutes = await minutesOf(deps, facts, asked, deps.now().toISOString())
  return {
    id: message.id,
    language,
    dir: dirOf(language),
    organisation: organisation.name,
    name: `${patient.givenName} ${patient.familyName}`,
    number,
    subject: paper.subject(organisation.name),
    opening: [
      say.dear(addressee(patient, language)),
      say.ask(organisation.name),
      ...visit,
      say.minutes(Math.max(1, Math.ceil(minutes))),
    ],
    scan: paper.scan,
    orType: paper.orType(`${PATIENT_URL.replace(/^https?:\/\//, '')}/code`),
    codeLabel: paper.code,
    code: printedCode(code),
    closing: [
      paper.birthDate,
      ...until,
      say.whoReads(organisation.name),
      say.free,
      paper.otherwise(phone),
      say.urgent(organisation.urgentPhone),
      paper.closing(organisation.name),
    ],
    qr: qrOf(`${PATIENT_URL}/v/${token}`),
  }
}
