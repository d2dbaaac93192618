import { createHash } from 'node:crypto'
import { isNull } from 'drizzle-orm'
import { instantOf, localDate } from '../../core/time/dates.ts'
import { patientLanguage } from '../../core/words.ts'
import type { Tx } from '../db/database.ts'
import { mailExperiments } from '../db/schema/mailing.ts'
import type { PatientMail } from './write-mails.ts'

type Experiment = typeof mailExperiments.$inferSelect
/** Which way somebody is invited, as it is kept with the message, and not before when. */
export type Drawn = { arm: string; dueAt: string }

/** The experiments that run now, of all organisations. */
export const runningExperiments = async (db: Tx): Promise<Experiment[]> =>
  db.select().from(mailExperiments).where(isNull(mailExperiments.endedAt))

/**
 * Draws how this mail invites, where it is somebody's first about the outcome set of an experiment and in its language. Text messages take no part.
 * The draw hangs on the patient and the experiment alone, so that it is the same however often it is made.
 */
export function drawArm(experiments: readonly Experiment[], mail: PatientMail, now: string): Drawn | null {
  const { organisation, patientId, channel, due } = mail
  if (channel !== 'mail') return null
  const first = due.find(({ wish }) => wish.kind === 'invitation' && wish.ordinal === 1)
  const one = experiments.find(
    ({ organisationId, outcomeSet, arms }) =>
      organisationId === organisation.id &&
      outcomeSet === first?.outcomeSet &&
      arms.language === patientLanguage(first.language, organisation.language),
  )
  if (!one) return null
  const drawn = createHash('sha256').update(`${one.id} ${patientId}`).digest()[0] ?? 0
  const arm = drawn % 2 === 0 ? 'a' : 'b'
  const { at } = one.arms[arm]
  const from = at ? instantOf(`${localDate(now, organisation.timeZone)}T${at}`, organisation.timeZone) : now
  const closes = due.map(({ closesAt }) => closesAt).toSorted()[0] ?? now
  return { arm: `${one.id} ${arm}`, dueAt: from > now && from < closes ? from : now }
}
