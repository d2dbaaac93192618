import { SAID_URGENT } from '../../core/alerts/alert-outcome.ts'
import { asksForChange, type Before, calledFor, type RaisedAlert } from '../../core/alerts/alerts.ts'
import { isProxy } from '../../core/patients/proxy.ts'
import { approximateDays } from '../../core/time/duration.ts'
import type { OfficeHours } from '../../core/time/office-hours.ts'
import type { Call } from '../alerts/store.ts'
import { readWatch } from '../alerts/watch.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { scoresBefore } from '../scores/store.ts'
import type { Submission } from './check-submission.ts'

/** A patient who says that something cannot wait is answered within an office day, whatever the outcome set says. */
const PATIENT_URGENT: Call = {
  rule: SAID_URGENT,
  severity: 'urgent',
  respondWithin: 'P1D',
  value: null,
}

/** What the team watches for is called; where the patient says that it cannot wait, none of it waits longer than that. */
function callsOf({ urgent }: Submission, watched: readonly RaisedAlert[]): Call[] {
  const calls = watched.map(({ rule: { id, severity, respondWithin }, value }): Call => {
    if (!urgent) return { rule: id, severity, respondWithin, value }
    const isSoon = approximateDays(respondWithin) <= approximateDays(PATIENT_URGENT.respondWithin)
    return { ...PATIENT_URGENT, rule: id, value, ...(isSoon ? { respondWithin } : {}) }
  })
  return urgent ? [...calls, PATIENT_URGENT] : calls
}

/** What rules about change compare with: asked for only where the outcome set has such a rule about what was answered. */
export async function readBefore(
  deps: Pick<Deps, 'db' | 'now'>,
  { set, instruments }: SetVersion,
  { enrolmentId }: { enrolmentId: string },
  { answers, respondent }: Submission,
): Promise<Before | undefined> {
  if (!asksForChange(set, answers)) return undefined
  const rows = await scoresBefore(deps.db, enrolmentId, deps.now())
  const scores = rows.map((row) => ({ ...row, byProxy: isProxy(row.respondent) }))
  return { instruments, scores, treatment: rows[0]?.treatment ?? undefined, byProxy: isProxy(respondent) }
}

export type Calling = { calls: readonly Call[]; hours: OfficeHours }

/**
 * What this submission calls for, and when somebody is there to answer; nothing is asked where nothing was raised.
 * Which rules are about safety, the version says that the patient was asked by: teams switch off those of the current.
 */
export async function callingOf(
  { db }: Pick<Deps, 'db'>,
  { instruments }: SetVersion,
  { teamId }: { teamId: string },
  given: Submission,
  raised: readonly RaisedAlert[],
): Promise<Calling | null> {
  if (raised.length === 0 && !given.urgent) return null
  const { duties, hours } = await readWatch(db, teamId)
  const watched = calledFor(raised, instruments, (rule) => duties.get(rule)?.isOff ?? false)
  return { calls: callsOf(given, watched), hours }
}
