import { isDoneWithout } from '../../core/mail/mail-topics.ts'
import { noMailTo } from '../patients/own-address.ts'
import type { Asked, MailFacts, Recipient } from './facts.ts'
import { asking } from './kinds.ts'

/** Why a mail was not sent; what is 'paused' may still go. */
export type Why =
  | 'paused'
  | 'deceased'
  | 'opted-out'
  | 'no-address'
  | 'address-dead'
  | 'address-unsure'
  | 'does-without'
  | 'turned'
  | 'no-number'
  | 'number-dead'
  | 'texts-stopped'
  | 'no-gateway'
  | 'completed'
  | 'enrolment-ended'
  | 'appointment-cancelled'
  | 'withdrawn'
  | 'declined'
  | 'closed'
  | 'not-open'
  | 'nothing-open'

type Reached = Pick<
  Recipient,
  | 'deceasedOn'
  | 'optedOutAt'
  | 'email'
  | 'emailDeadAt'
  | 'phone'
  | 'phoneDeadAt'
  | 'textsStoppedAt'
  | 'ownAskedAt'
>

/** Why nothing may go to this patient by a channel, or null. */
export function unreachable(patient: Reached, channel: string): Why | null {
  if (patient.deceasedOn) return 'deceased'
  if (patient.optedOutAt) return 'opted-out'
  return channel === 'sms' ? untextable(patient) : noMailTo(patient)
}

function untextable({ phone, phoneDeadAt, textsStoppedAt }: Reached): Why | null {
  if (!phone) return 'no-number'
  if (textsStoppedAt) return 'texts-stopped'
  return phoneDeadAt ? 'number-dead' : null
}

/** Why this assessment is not to be asked for at an instant, or null. */
export function notAsked(asked: Omit<Asked, 'messageId'>, at: string): Why | null {
  if (asked.submittedAt && asked.submittedAt <= at) return 'completed'
  if (asked.enrolmentEndedOn) return 'enrolment-ended'
  if (asked.appointmentStatus === 'cancelled') return 'appointment-cancelled'
  if (asked.withdrawnAt && asked.withdrawnAt <= at) return 'withdrawn'
  if (asked.closesAt <= at) return 'closed'
  return asked.opensAt > at ? 'not-open' : null
}

/**
 * The same for a mail: what somebody would rather not answer, or wants no mail about, is mailed about only when they ask
 * for it themselves.
 */
export function notMailedAbout(asked: Omit<Asked, 'messageId'>, kind: string, at: string): Why | null {
  const reason = notAsked(asked, at)
  if (reason || kind === 'new-link') return reason
  if (asked.declinedAt && asked.declinedAt <= at) return 'declined'
  return asked.mailOffAt && kind !== 'wanted-reminder' ? 'opted-out' : null
}

/** Why this mail must not go, or null when it may. Asked in the transaction that takes the mail in hand. */
export function verdict({ message, patient, asked, turned }: MailFacts, now: string): Why | null {
  if (!message.patientId) return null
  const barrier = patient ? unreachable(patient, message.channel) : 'no-address'
  if (barrier) return barrier
  if (patient && isDoneWithout(patient.mailOff, message.kind)) return 'does-without'
  // Nobody is thanked as if nothing had happened.
  if (turned && message.kind === 'thanks') return 'turned'
  if (!(asking as readonly string[]).includes(message.kind)) return null
  const reasons = asked.map((one) => notMailedAbout(one, message.kind, now))
  return reasons.includes(null) ? null : (reasons[0] ?? 'nothing-open')
}
