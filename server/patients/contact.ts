import type { Seal } from '../db/seal.ts'

type Contact = { email?: string | null | undefined; phone?: string | null | undefined }

/** Addresses as they are stored: encrypted, with a keyed hash of the mail address that finds shared ones. */
export const sealContact = (seal: Seal, patientId: string, { email, phone }: Contact) => ({
  email: email ? seal.close(email, `patient-email:${patientId}`) : null,
  emailKey: email ? seal.key(email.trim().toLowerCase()) : null,
  phone: phone ? seal.close(phone, `patient-phone:${patientId}`) : null,
})

export const openEmail = (seal: Seal, patientId: string, sealed: string): string =>
  seal.open(sealed, `patient-email:${patientId}`)

export const openPhone = (seal: Seal, patientId: string, sealed: string): string =>
  seal.open(sealed, `patient-phone:${patientId}`)
