import { mobileNumber } from '../../core/patients/phone-number.ts'
import type { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { openPhone } from './contact.ts'

/** By which channel something goes to a patient by itself. */
export const channels = ['mail', 'sms'] as const
export type Channel = (typeof channels)[number]

type Row = typeof patients.$inferSelect
type Reached = Pick<Row, 'id' | 'phone' | 'phoneDeadAt' | 'textsStoppedAt'>

/** Whether text messages go anywhere: to a gateway, or in a demo to its inbox page. */
export const canSendTexts = ({ SMS_URL, DEMO }: Pick<Deps['config'], 'SMS_URL' | 'DEMO'>): boolean =>
  DEMO || SMS_URL !== undefined

/** The number that takes a patient's text messages, as a gateway takes it; null where none does. */
export function textNumber(
  seal: Deps['seal'],
  { id, phone, phoneDeadAt, textsStoppedAt }: Reached,
): string | null {
  return phone && !phoneDeadAt && !textsStoppedAt ? mobileNumber(openPhone(seal, id, phone)) : null
}

/** By which a number is found again without being kept; the number as a gateway takes it. */
export const numberKeyOf = (seal: Deps['seal'], number: string): string => seal.key(`text ${number}`)

type Tools = Pick<Deps, 'seal' | 'config'>

export const canText = ({ seal, config }: Tools, patient: Reached): boolean =>
  canSendTexts(config) && textNumber(seal, patient) !== null

/**
 * How somebody is written to: as they prefer it, and otherwise as they can be; null where neither mail nor a text
 * message reaches them. `texts`: whether text messages may be the first that they get.
 */
export function channelOf(
  tools: Tools,
  patient: Reached & Pick<Row, 'email' | 'emailDeadAt' | 'prefersTexts'>,
  texts = true,
): Channel | null {
  const hasMail = patient.email !== null && patient.emailDeadAt === null
  if (hasMail && !(texts && patient.prefersTexts)) return 'mail'
  if (texts && canText(tools, patient)) return 'sms'
  return hasMail ? 'mail' : null
}
