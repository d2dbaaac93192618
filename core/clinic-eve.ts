import { moveDate } from './dates.ts'
import { weekdayOf } from './weekday.ts'

// What a clinician is mailed on the working day before a clinic: numbers, and nothing about anybody.

/** How many patients are expected, how many of them answered, and how many still can. */
export type EveTally = { patients: number; answered: number; open: number }

/** One expected patient: whether the answers for the visit are in, and whether they still can be given. */
export type Expected = { isAnswered: boolean; isOpen: boolean }

export const tallyOf = (expected: readonly Expected[]): EveTally => ({
  patients: expected.length,
  answered: expected.filter(({ isAnswered }) => isAnswered).length,
  open: expected.filter(({ isAnswered, isOpen }) => isOpen && !isAnswered).length,
})

/** A clinic of which nobody was asked anything, and can be asked nothing, is no news. */
export const isWorthTelling = ({ answered, open }: EveTally): boolean => answered + open > 0

/** The days that a working day is the eve of: tomorrow, and the weekend with the Monday after it. ISO dates, both included. */
export function daysAhead(today: string): { from: string; to: string } {
  const from = moveDate(today, 'P1D')
  let to = from
  while (weekdayOf(to) > 5) to = moveDate(to, 'P1D')
  return { from, to }
}
