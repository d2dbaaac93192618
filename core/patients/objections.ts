import { monthOf } from '../time/months.ts'

/**
 * What somebody can object to, in codes: that groups they belong to are learnt from, and that registers without a legal
 * duty get their data. Own care needs no consent, and nobody can object to what a law demands.
 */
export const objectionPurposes = ['learning', 'registers'] as const
export type ObjectionPurpose = (typeof objectionPurposes)[number]

/**
 * Months ('2026-11') in which somebody objects to the use of their data for anything but their own care; `until` is the
 * first in which they no longer do.
 */
export type Objection = { from: string; until: string | null }

/** By person; who is not there has not objected. */
export type Objections = ReadonlyMap<string, readonly Objection[]>

/**
 * Those that may be counted in figures about groups: a month in which somebody objects is counted without them. Months
 * before it stay as they were told: taken out of those, one person could be read from the difference.
 */
export const unobjected = <Row extends { person: string; on: string }>(
  rows: readonly Row[],
  objections: Objections,
): readonly Row[] => (objections.size === 0 ? rows : rows.filter((row) => !isObjected(row, objections)))

/** Whether this is of a month in which its person objects; `on` is an ISO date or a month. */
export function isObjected({ person, on }: { person: string; on: string }, objections: Objections): boolean {
  const month = monthOf(on)
  return (objections.get(person) ?? []).some(
    ({ from, until }) => from <= month && (until === null || month < until),
  )
}
