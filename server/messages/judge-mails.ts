import { and, inArray } from 'drizzle-orm'
import { type MailOfDay, mailOfTheDay } from '../../core/mail/mail-of-the-day.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { messages } from '../db/schema/messages.ts'
import { recipientOf } from './addressed.ts'
import { lastAsked } from './last-asked.ts'
import type { Due, PatientMail } from './write-mails.ts'

/** What of a patient's mail goes today, and under which key it is written; what waits, and for which day. */
export type Judged = MailOfDay<Due> & { mail: PatientMail; batch: string }

/** What goes of each of these mails by what the patients got before; nothing is written. */
export async function judgeMails(db: Tx, mails: readonly PatientMail[], now: string): Promise<Judged[]> {
  if (mails.length === 0) return []
  const gone = await batchesOf(db, mails, now)
  const timed = mails.filter(({ due }) => due.some(({ gapDays }) => gapDays !== null))
  const last = await lastAsked(
    db,
    timed.map(({ patientId }) => patientId),
  )
  return mails.map((mail) => {
    const { organisation } = mail
    const batches = { day: dayOf(mail, now), late: lateOf(mail, now) }
    const at = last.get(recipientOf(mail))
    const has = {
      day: gone.has(batches.day),
      late: gone.has(batches.late),
      lastOn: at ? localDate(at, organisation.timeZone) : null,
    }
    const judged = mailOfTheDay(mail.due, has, organisation, now)
    return { ...judged, mail, batch: judged.isLate ? batches.late : batches.day }
  })
}

const dayOf = (mail: PatientMail, now: string) =>
  `${recipientOf(mail)} ${localDate(now, mail.organisation.timeZone)}`
const lateOf = (mail: PatientMail, now: string) => `${dayOf(mail, now)} late`

async function batchesOf(db: Tx, mails: readonly PatientMail[], now: string): Promise<ReadonlySet<string>> {
  const rows = await readBatches(db, {
    organisationIds: [...new Set(mails.map(({ organisation }) => organisation.id))],
    batches: mails.flatMap((mail) => [dayOf(mail, now), lateOf(mail, now)]),
  })
  return new Set(rows.map(({ batch }) => batch))
}

const readBatches = listQuery('mail_batches', ['organisationIds', 'batches'], (db, places) =>
  db
    .select({ batch: messages.batch })
    .from(messages)
    .where(
      and(inArray(messages.organisationId, places.organisationIds), inArray(messages.batch, places.batches)),
    ),
)
