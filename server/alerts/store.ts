import { Temporal } from 'temporal-polyfill'
import type { Tx } from '../db/database.ts'
import { rowWriter } from '../db/row-writer.ts'
import { alerts } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'

type Of = { responseId: string; enrolmentId: string; teamId: string; raisedAt: string; timeZone: string }

/** What calls for action: a rule of the outcome set that was met, or `patient-urgent`, said by the patient. */
export type Call = { rule: string; severity: 'attention' | 'urgent'; respondWithin: string }

/** The alerts of one response as one statement; each rule at most once. */
export async function addAlerts(
  tx: Tx,
  { newId }: Pick<Deps, 'newId'>,
  { timeZone, ...of }: Of,
  calls: readonly Call[],
): Promise<void> {
  const rows = calls.map(({ rule, severity, respondWithin }) => ({
    id: newId('ale'),
    ...of,
    rule,
    severity,
    respondBy: respondBy(of.raisedAt, respondWithin, timeZone),
  }))
  await writeAlerts(tx, rows)
}

const writeAlerts = rowWriter(alerts, (insert, size) => insert.prepare(`alerts_${size}`))

/** `raisedAt` plus an ISO-8601 duration; days are days of the clock on the organisation's wall. */
const respondBy = (raisedAt: string, within: string, timeZone: string): string =>
  Temporal.Instant.from(raisedAt)
    .toZonedDateTimeISO(timeZone)
    .add(within)
    .toInstant()
    .toString({ fractionalSecondDigits: 3 })
