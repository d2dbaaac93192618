import { RENEWED } from '../../core/alerts/alert-outcome.ts'
import { metBy } from '../../core/alerts/met-by.ts'
import type { AlertView } from '../../core/consult/one-pager.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import type { Localised } from '../../core/words.ts'
import type { Tx } from '../db/database.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { PathFacts } from './facts.ts'
import { readNames } from './patient.ts'

const saidByPatient: Localised = {
  nl: 'De patiënt zegt: dit kan niet wachten',
  en: 'The patient says: this cannot wait',
}

/** The name of an alert: of the outcome set's rule, or of what the patient said. */
export const alertTitle = (set: OutcomeSet, rule: string): Localised =>
  set.alerts.find(({ id }) => id === rule)?.title ??
  (rule === 'patient-urgent' ? saidByPatient : { nl: rule, en: rule })

/** Whose task an alert is, in the outcome set's own words. */
function alertRole(set: OutcomeSet, rule: string): Localised {
  const role = set.alerts.find(({ id }) => id === rule)?.role
  return set.roles.find(({ id }) => id === role)?.title ?? { nl: 'het team', en: 'the team' }
}

/** Alerts, open ones first, the newest of them first. */
export async function readAlerts(db: Tx, version: SetVersion, facts: PathFacts): Promise<AlertView[]> {
  const { set } = version
  const names = await readNames(
    db,
    facts.alerts.flatMap(({ acknowledgedBy, closedBy, holderId }) => [acknowledgedBy, closedBy, holderId]),
  )
  const name = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const newestFirst = facts.alerts.filter(({ outcomeCode }) => outcomeCode !== RENEWED).toReversed()
  return [
    ...newestFirst.filter(({ closedAt }) => !closedAt),
    ...newestFirst.filter(({ closedAt }) => closedAt),
  ].map((alert) => ({
    id: alert.id,
    title: alertTitle(set, alert.rule),
    severity: alert.severity,
    metBy: metBy(version, alert.rule, alert.value),
    role: alertRole(set, alert.rule),
    raisedAt: alert.raisedAt,
    respondBy: alert.respondBy,
    acknowledgedAt: alert.acknowledgedAt,
    acknowledgedBy: name(alert.acknowledgedBy),
    closedAt: alert.closedAt,
    closedBy: name(alert.closedBy),
    outcomeCode: alert.outcomeCode,
    outcome: alert.outcome,
    holder: name(alert.holderId),
    isWorse: alert.isWorse ?? false,
  }))
}
