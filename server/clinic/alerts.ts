import type { OutcomeSet } from '../../core/outcome-set.ts'
import type { Localised } from '../../core/words.ts'

const saidByPatient: Localised = {
  nl: 'De patiënt zegt: dit kan niet wachten',
  en: 'The patient says: this cannot wait',
}

/** The name of an alert: of the outcome set's rule, or of what the patient said. */
export const alertTitle = (set: OutcomeSet, rule: string): Localised =>
  set.alerts.find(({ id }) => id === rule)?.title ??
  (rule === 'patient-urgent' ? saidByPatient : { nl: rule, en: rule })

/** Whose task an alert is, in the outcome set's own words. */
export function alertRole(set: OutcomeSet, rule: string): Localised {
  const role = set.alerts.find(({ id }) => id === rule)?.role
  return set.roles.find(({ id }) => id === role)?.title ?? { nl: 'het team', en: 'the team' }
}
