import { type AppointmentMessage, appointmentMessageShape } from '../../core/feeds/appointment-message.ts'
import type { Seal } from '../db/seal.ts'
import type { BsnKeeper } from '../patients/bsn-keeper.ts'
import { apartBsn, openBsn } from './aside-bsn.ts'

// A message that was set aside is kept as it came, but for how somebody is reached and as whom they sign in: that is
// sealed, as it is beside a patient. A citizen service number is sealed with the organisation's own key (aside-bsn.ts). Once somebody has decided, only the number is left of it.

type Stored = Record<string, unknown>

/** `seal` for how somebody is reached, `bsn` for their citizen service number. */
export type Sealing = { seal: Seal; bsn: BsnKeeper | null }

const placeOf = (id: string) => `quarantine-contact:${id}`

export function closeMessage({ seal, bsn }: Sealing, id: string, message: AppointmentMessage): Stored {
  const { told, kept } = apartBsn(bsn, id, message.patient)
  const { email, phone, subject, ...patient } = told
  return {
    ...message,
    ...kept,
    patient,
    contact: seal.close(JSON.stringify({ email, phone, subject }), placeOf(id)),
  }
}

/** The message as it came; one that was stored before contact data was sealed has them in the clear. */
export function openMessage({ seal, bsn: keeper }: Sealing, id: string, stored: Stored): AppointmentMessage {
  const { contact, bsn: _, ...message } = stored
  const sealed = typeof contact === 'string' ? (JSON.parse(seal.open(contact, placeOf(id))) as Stored) : {}
  const patient = { ...(message.patient as Stored), ...sealed, ...openBsn(keeper, id, stored) }
  return appointmentMessageShape.parse({ ...message, patient })
}

export const decidedMessage = ({ number, person }: Stored): Stored => ({
  number: number ?? (person as Stored | undefined)?.number,
})
