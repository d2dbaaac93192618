import { type AppointmentMessage, appointmentMessageShape } from '../../core/feeds/appointment-message.ts'
import { withoutBsn } from '../../core/patients/bsn.ts'
import type { Seal } from '../db/seal.ts'

// A message that was set aside is kept as it came, but for how somebody is reached and as whom they sign in: that is
// sealed, as it is beside a patient. A citizen service number is left out: it comes again with the next message. Once somebody has decided, only the number is left of it.

type Stored = Record<string, unknown>

const placeOf = (id: string) => `quarantine-contact:${id}`

export function closeMessage(seal: Seal, id: string, message: AppointmentMessage): Stored {
  const { email, phone, subject, ...patient } = withoutBsn(message.patient)
  return { ...message, patient, contact: seal.close(JSON.stringify({ email, phone, subject }), placeOf(id)) }
}

/** The message as it came; one that was stored before contact data was sealed has them in the clear. */
export function openMessage(seal: Seal, id: string, { contact, ...message }: Stored): AppointmentMessage {
  const sealed = typeof contact === 'string' ? (JSON.parse(seal.open(contact, placeOf(id))) as Stored) : {}
  return appointmentMessageShape.parse({ ...message, patient: { ...(message.patient as Stored), ...sealed } })
}

export const decidedMessage = ({ number, person }: Stored): Stored => ({
  number: number ?? (person as Stored | undefined)?.number,
})
