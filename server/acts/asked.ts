import { eq, sql } from 'drizzle-orm'
import type { Instrument } from '../../core/instruments/instrument.ts'
import { mayBeAsked } from '../../core/instruments/licence.ts'
import { once } from '../../core/memo.ts'
import { type Asked, askedAt, asksUnderLicence, toAsk } from '../../core/schedule/asked.ts'
import type { Tx } from '../db/database.ts'
import { assessments, enrolments } from '../db/schema/care.ts'
import { organisations } from '../db/schema/organisations.ts'
import type { SetVersion } from '../definitions/reader.ts'
import { answeredBy } from '../scores/store.ts'

export function askedInstruments(version: SetVersion, momentId: string): Asked {
  const asked = askedByMoment(version).get(momentId)
  if (!asked) throw new Error(`Outcome set version ${version.id} has no moment ${momentId}`)
  return asked
}

/** Whether a licence allows anything of a moment to be asked on a day: otherwise nobody is invited, called or written to. */
export const hasSomethingToAsk = (version: SetVersion, momentId: string, day: string): boolean =>
  askedInstruments(version, momentId).instruments.some((one) => mayBeAsked(one, day))

const askedByMoment = once(
  (version: SetVersion): ReadonlyMap<string, Asked> =>
    new Map(version.set.moments.map((moment) => [moment.id, askedAt(moment, version.instruments)])),
)

/** What one assessment of a patient still requires; asks the database only where something may be left out. */
export async function stillRequired(
  db: Tx,
  version: SetVersion,
  { assessmentId, patientId, moment }: { assessmentId: string; patientId: string; moment: string },
  now: Date,
): Promise<readonly Instrument[]> {
  const asked = askedInstruments(version, moment)
  if (!asked.maySkip && !asksUnderLicence(asked)) return asked.instruments
  const [window] = await windowOf(db).execute({ assessmentId })
  if (!window) return asked.instruments
  return toAsk(asked, window, asked.maySkip ? await answeredBy(db, patientId) : [], now.toISOString())
}

const windowOf = once((db: Tx) =>
  db
    .select({
      side: enrolments.side,
      opensAt: assessments.opensAt,
      closesAt: assessments.closesAt,
      zone: organisations.timeZone,
    })
    .from(assessments)
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .innerJoin(organisations, eq(organisations.id, enrolments.organisationId))
    .where(eq(assessments.id, sql.placeholder('assessmentId')))
    .prepare('assessment_window'),
)
