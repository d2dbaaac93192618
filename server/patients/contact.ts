import { sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { patients } from '../db/schema/patients.ts'
import type { Seal } from '../db/seal.ts'

type Row = typeof patients.$inferSelect
export type Contact = { email?: string | null | undefined; phone?: string | null | undefined }

/** Addresses as they are stored: encrypted, with a keyed hash of the mail address that finds shared ones. */
export const sealContact = (seal: Seal, patientId: string, { email, phone }: Contact) => ({
  email: email ? seal.close(email, `patient-email:${patientId}`) : null,
  emailKey: email ? emailKeyOf(seal, email) : null,
  phone: phone ? seal.close(phone, `patient-phone:${patientId}`) : null,
})

const emailKeyOf = (seal: Seal, email: string): string => seal.key(email.trim().toLowerCase())

export const openEmail = (seal: Seal, patientId: string, sealed: string): string =>
  seal.open(sealed, `patient-email:${patientId}`)

export const openPhone = (seal: Seal, patientId: string, sealed: string): string =>
  seal.open(sealed, `patient-phone:${patientId}`)

/**
 * A patient with the addresses that somebody named; what is not named stays. One that is named again unchanged keeps
 * its history of bounces. Null when nothing changes.
 */
export function withContact(seal: Seal, row: Row, { email, phone }: Contact): Row | null {
  const isOldAddress = !email || emailKeyOf(seal, email) === row.emailKey
  const isOldPhone = !phone || (row.phone !== null && openPhone(seal, row.id, row.phone) === phone)
  if (isOldAddress && isOldPhone) return null
  const sealed = sealContact(seal, row.id, { email, phone })
  const address = isOldAddress ? {} : { email: sealed.email, emailKey: sealed.emailKey, emailDeadAt: null }
  return { ...row, ...address, ...(isOldPhone ? {} : { phone: sealed.phone }) }
}

/** Stores the addresses of patients who are there already, as one set of rows. */
export async function saveContacts(tx: Tx, rows: Row[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(patients)
    .values(rows)
    .onConflictDoUpdate({
      target: patients.id,
      set: {
        email: sql`excluded.email`,
        emailKey: sql`excluded.email_key`,
        emailDeadAt: sql`excluded.email_dead_at`,
        phone: sql`excluded.phone`,
      },
    })
}
