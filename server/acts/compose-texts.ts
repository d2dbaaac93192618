import type { PatientLanguage } from '../../core/words.ts'
import type { Deps, Text } from '../deps.ts'
import { linkedCode } from '../links/token.ts'
import type { MailFacts } from '../outbox/facts.ts'
import { oneLine } from '../outbox/letter.ts'
import { languageOf } from '../outbox/letters.ts'
import { elsewhereMessage, textMessage } from '../outbox/text-words.ts'
import { textNumber } from '../patients/texting.ts'
import type { LinkTokens } from './compose-mails.ts'

/** Whether STOP as an answer arrives: a sender that is a name cannot be answered. */
const hearsReplies = ({ SMS_REPLY_TOKEN, SMS_FROM }: Deps['config']) =>
  SMS_REPLY_TOKEN !== undefined && SMS_FROM.startsWith('+')

export type ComposedText = { text: Text; language: PatientLanguage }

/** The text message of a row, the same each time it is tried; null where its patient has no number for one. */
export function composeText(deps: Deps, facts: MailFacts, { code }: LinkTokens): ComposedText | null {
  const { message, organisation, patient } = facts
  const to = patient && textNumber(deps.seal, { ...patient, phoneDeadAt: null })
  if (!to) return null
  const language = languageOf(facts)
  const from = { language, organisation: oneLine(organisation.name) }
  if (message.kind === 'elsewhere') {
    const text = elsewhereMessage({ ...from, phone: oneLine(organisation.urgentPhone) })
    return { text: { id: message.id, to, text }, language }
  }
  if (!code) return null
  const text = textMessage({
    ...from,
    link: `${deps.config.PATIENT_URL}/s/${linkedCode(code)}`,
    isReminder: message.kind === 'reminder',
    endsByReply: hearsReplies(deps.config),
  })
  return { text: { id: message.id, to, text }, language }
}
