import type { OfficeHours } from '../../core/time/office-hours.ts'
import { officeDeadline } from '../../core/time/office-hours.ts'
import type { Tx } from '../db/database.ts'
import { rowWriter } from '../db/row-writer.ts'
import { alerts } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'

type Of = { responseId: string; enrolmentId: string; teamId: string; raisedAt: string }
type Office = { hours: OfficeHours; zone: string }

/** What calls for action: a rule of the outcome set that was met, or `patient-urgent`, said by the patient. */
export type Call = {
  rule: string
  severity: 'attention' | 'urgent'
  respondWithin: string
  value: number | null
}

/**
 * The alerts of one response as one statement; each rule at most once. Nobody is told yet: that is the work of
 * server/acts/climb-alerts.ts, which finds what nobody was told of, whatever happened in between.
 */
export async function addAlerts(
  tx: Tx,
  { newId }: Pick<Deps, 'newId'>,
  of: Of,
  calls: readonly Call[],
  office: Office,
): Promise<void> {
  const rows = calls.map(({ rule, severity, respondWithin, value }) => ({
    id: newId('ale'),
    ...of,
    rule,
    severity,
    value,
    respondBy: officeDeadline(of.raisedAt, respondWithin, office),
  }))
  await writeAlerts(tx, rows)
}

const writeAlerts = rowWriter(alerts, (insert, size) => insert.prepare(`alerts_${size}`))
