import type { PatientLanguage } from '../../core/words.ts'
import type { Deps, Text } from '../deps.ts'
import { linkedCode } from '../links/token.ts'
import type { MailFacts } from '../outbox/facts.ts'
import { oneLine } from '../outbox/letter.ts'
import { languageOf } from '../outbox/letters.ts'
import { textMessage } from '../outbox/text-words.ts'
import { textNumber } from '../patients/texting.ts'
import type { LinkTokens } from './compose-mails.ts'

export type ComposedText = { text: Text; language: PatientLanguage }

/** The text message of a row, the same each time it is tried; null where its patient has no number for one. */
export function composeText(deps: Deps, facts: MailFacts, { code }: LinkTokens): ComposedText | null {
  const { message, organisation, patient } = facts
  const to = patient && textNumber(deps.seal, { ...patient, phoneDeadAt: null })
  if (!to || !code) return null
  const language = languageOf(facts)
  const text = textMessage({
    language,
    organisation: oneLine(organisation.name),
    link: `${deps.config.PATIENT_URL}/s/${linkedCode(code)}`,
    isReminder: message.kind === 'reminder',
  })
  return { text: { id: message.id, to, text }, language }
}
