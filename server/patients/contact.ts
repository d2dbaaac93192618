import { sql } from 'drizzle-orm'
import { inUtc } from '../../core/time/dates.ts'
import type { Tx } from '../db/database.ts'
import { patients } from '../db/schema/patients.ts'
import type { Seal } from '../db/seal.ts'
import type { Deps } from '../deps.ts'
import { keepingTraits } from './former-traits.ts'

type Row = typeof patients.$inferSelect
export type Contact = { email?: string | null | undefined; phone?: string | null | undefined }
/** With how old it is (instant, any offset); without, it counts as news. */
export type ToldContact = Contact & { changedAt?: string | undefined }

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
  return {
    ...row,
    ...address,
    ...(isOldPhone ? {} : { phone: sealed.phone, phoneDeadAt: null, textsStoppedAt: null }),
  }
}

/**
 * The same where a feed names them. Where nobody has said yet whose the addresses of somebody are who became old enough to
 * be alone, another one from the same source may be a parent's too: it waits as well.
 */
export function withFed(seal: Seal, row: Row, contact: Contact): Row | null {
  const changed = withContact(seal, row, contact)
  const isDoubted = (deadAt: string | null) => deadAt !== null && deadAt === row.ownAskedAt
  return (
    changed && {
      ...changed,
      emailDeadAt: isDoubted(row.emailDeadAt) ? row.emailDeadAt : changed.emailDeadAt,
      phoneDeadAt: isDoubted(row.phoneDeadAt) ? row.phoneDeadAt : changed.phoneDeadAt,
    }
  )
}

/**
 * A patient after what a feed says of their addresses. What is older than what we have changes nothing: a message that
 * came late would send mail to an address that somebody has left. Null when nothing is new.
 */
export function withTold(seal: Seal, row: Row, told: ToldContact, now: string): Row | null {
  if (isOutdated(row, told)) return null
  const changed = withFed(seal, row, told)
  const toldAt = contactToldAt(told, now)
  if (toldAt === null || toldAt === row.contactToldAt) return changed
  return { ...(changed ?? row), contactToldAt: toldAt }
}

/** Whether something newer was said of how somebody is reached. */
export const isOutdated = (
  { contactToldAt }: Pick<Row, 'contactToldAt'>,
  { changedAt }: Pick<ToldContact, 'changedAt'>,
) => changedAt !== undefined && contactToldAt !== null && inUtc(changedAt) < contactToldAt

/** How old addresses are, as it is stored; null where none are named. A clock that is ahead does not close the door. */
export function contactToldAt({ email, phone, changedAt }: ToldContact, now: string): string | null {
  if (changedAt === undefined || !(email || phone)) return null
  const told = inUtc(changedAt)
  return told < now ? told : now
}

/** Stores the addresses of patients who are there already, as one set of rows. */
export async function saveContacts(tx: Tx, deps: Pick<Deps, 'newId' | 'now'>, rows: Row[]): Promise<void> {
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  await keepingTraits(tx, deps, ids, async () => overwrite(tx, rows))
}

const overwrite = (tx: Tx, rows: Row[]) =>
  tx
    .insert(patients)
    .values(rows)
    .onConflictDoUpdate({
      target: patients.id,
      set: {
        email: sql`excluded.email`,
        emailKey: sql`excluded.email_key`,
        emailDeadAt: sql`excluded.email_dead_at`,
        phone: sql`excluded.phone`,
        phoneDeadAt: sql`excluded.phone_dead_at`,
        textsStoppedAt: sql`excluded.texts_stopped_at`,
        contactToldAt: sql`excluded.contact_told_at`,
      },
    })
