/** What came of an alert, in codes; the first four are something that was done. */
export const alertOutcomes = ['contacted', 'seen', 'treatment', 'referred', 'expected', 'mistaken'] as const
export type AlertOutcome = (typeof alertOutcomes)[number]

export const actedUpon: readonly AlertOutcome[] = ['contacted', 'seen', 'treatment', 'referred']

/** What closes an alert when the same rule is met again before anybody closed it: its successor goes on with it. */
export const RENEWED = 'renewed'

/** The rule of what patients say themselves; it belongs to no outcome set, and every team has it. */
export const SAID_URGENT = 'patient-urgent'
