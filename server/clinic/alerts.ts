import { RENEWED } from '../../core/alerts/alert-outcome.ts'
import { metBy } from '../../core/alerts/met-by.ts'
import type { AlertView } from '../../core/consult/one-pager.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import type { Localised } from '../../core/words.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
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

/** By which version of the set each response with an alert was asked: the care path may have gone on with another since. */
function askedIn({ alerts, responses, assessments }: PathFacts): Map<string, string> {
  const raising = new Set(alerts.map(({ responseId }) => responseId))
  const versionOf = new Map(assessments.map(({ id, setVersionId }) => [id, setVersionId]))
  return new Map(
    responses.flatMap(({ id, assessmentId }) => {
      const version = raising.has(id) ? versionOf.get(assessmentId) : undefined
      return version === undefined ? [] : [[id, version]]
    }),
  )
}

/** Alerts, open ones first, the newest of them first. */
export async function readAlerts(
  { db, definitions }: Pick<Deps, 'db' | 'definitions'>,
  { set }: SetVersion,
  facts: PathFacts,
): Promise<AlertView[]> {
  const askedBy = askedIn(facts)
  const versions = await definitions.versions(askedBy.values())
  const names = await readNames(
    db,
    facts.alerts.flatMap(({ acknowledgedBy, closedBy, holderId }) => [acknowledgedBy, closedBy, holderId]),
  )
  const name = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const met = ({ responseId, rule, value }: PathFacts['alerts'][number]) => {
    const version = versions.get(askedBy.get(responseId) ?? '')
    return version ? metBy(version, rule, value) : null
  }
  const newestFirst = facts.alerts.filter(({ outcomeCode }) => outcomeCode !== RENEWED).toReversed()
  return [
    ...newestFirst.filter(({ closedAt }) => !closedAt),
    ...newestFirst.filter(({ closedAt }) => closedAt),
  ].map((alert) => ({
    id: alert.id,
    title: alertTitle(set, alert.rule),
    severity: alert.severity,
    metBy: met(alert),
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
