import { asc, inArray } from 'drizzle-orm'
import type { ArmName } from '../../core/mail/experiment.ts'
import type { MailText } from '../../core/mail/mail-text.ts'
import type { PatientLanguage } from '../../core/words.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { mailExperiments, mailTexts } from '../db/schema/mailing.ts'
import type { messages } from '../db/schema/messages.ts'

type Message = typeof messages.$inferSelect

/**
 * What organisations say in their own words in these messages: as it was when a message went, or is now. Null where
 * ours holds.
 */
export async function ownTexts(
  db: Tx,
  rows: readonly Message[],
  now: string,
): Promise<(message: Message, language: PatientLanguage) => MailText | null> {
  const ofPatients = rows.filter(({ patientId }) => patientId !== null)
  const texts = await readTexts(db, {
    organisationIds: [...new Set(ofPatients.map(({ organisationId }) => organisationId))],
  })
  const drawn = ofPatients.flatMap(({ arm }) => (arm ? [arm.slice(0, -2)] : []))
  const experiments = await readExperiments(db, { ids: [...new Set(drawn)] })
  return (message, language) => {
    const tried = experiments.find(({ id }) => message.arm?.startsWith(id))?.arms
    const arm = tried?.language === language ? tried[message.arm?.at(-1) as ArmName] : undefined
    if (arm?.text) return arm.text
    const at = message.sentAt ?? now
    const own = texts.findLast(
      (text) =>
        text.organisationId === message.organisationId &&
        text.kind === message.kind &&
        text.language === language &&
        text.changedAt <= at,
    )
    return own?.subject && own.opening ? { subject: own.subject, opening: own.opening } : null
  }
}

/** Oldest first. */
const readTexts = listQuery('mail_texts', ['organisationIds'], (db, { organisationIds }) =>
  db
    .select()
    .from(mailTexts)
    .where(inArray(mailTexts.organisationId, organisationIds))
    .orderBy(asc(mailTexts.changedAt), asc(mailTexts.id)),
)

const readExperiments = listQuery('mail_tried', ['ids'], (db, { ids }) =>
  db
    .select({ id: mailExperiments.id, arms: mailExperiments.arms })
    .from(mailExperiments)
    .where(inArray(mailExperiments.id, ids)),
)
