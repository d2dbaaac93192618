// What was told of a month stays as it was told: whoever is counted in it is counted as they were known when it ended. A birth
// date that is corrected later, or a stage that is told late, would else take one person out of a group that was told.

/** What something was before it was changed, first to last; `until` is the month ('2026-03') in which it was changed. */
export type Former = readonly { value: string; until: string }[]

/** What something is in a month: what it was before the first change after that month, or as it is. */
export const asKnownIn = (month: string, former: Former | undefined, current: string): string =>
  former?.find(({ until }) => until > month)?.value ?? current

/** A fact with the month in which it came to be known, and that in which it was taken back. */
export type Dated = { from: string; until: string | null }

/** Whether a fact was known when a month ended. */
export const isKnownIn = (month: string, { from, until }: Dated): boolean =>
  from <= month && (until === null || until > month)
