/**
 * What is done with two appointments of one patient, of one kind and on one day: each counts; the first of the day counts,
 * or the one that was told last, for the moments that hang on them; or the second
 * counts once a person says so.
 */
export const sameDayWays = ['each', 'first', 'latest', 'ask'] as const
export type SameDay = (typeof sameDayWays)[number]
