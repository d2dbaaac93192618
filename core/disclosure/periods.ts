import { halfOf, quarterOf } from '../time/months.ts'
import { isTellable } from './small-groups.ts'

/** How many people each period holds, in order of time, by id. */
type PeopleBy = ReadonlyMap<string, number>
type Periods = { months: PeopleBy; quarters: PeopleBy; halves: PeopleBy }

/**
 * Which months, quarters and halves may be told, given how many people each holds; all that are given are over. A month is
 * decided by what came before it in its half year and never again. A longer period is told only where what its told parts
 * leave is nobody or no small group. So a figure that was shown stays, and when a history grows and is cut longer or
 * shorter, nothing small can be taken from what was shown before.
 */
export function tellablePeriods({ months, quarters, halves }: Periods): ReadonlySet<string> {
  const { told, restOf } = tellableMonths(months)
  const leftBy = new Map<string, number>()
  const addLeft = (half: string, people: number) => leftBy.set(half, (leftBy.get(half) ?? 0) + people)
  for (const [quarter, people] of quarters) {
    const rest = restOf.get(quarter) ?? 0
    if (isTellable(people) && isClear(rest)) told.add(quarter)
    else addLeft(halfOf(firstOf(quarter)), rest)
  }
  for (const [half, people] of halves)
    if (isTellable(people) && isClear(leftBy.get(half) ?? 0)) told.add(half)
  return told
}

/** The months that are told, and how many people the others leave in their quarter and half. */
function tellableMonths(months: PeopleBy) {
  const told = new Set<string>()
  const restOf = new Map<string, number>()
  for (const [month, people] of months) {
    const day = `${month}-01`
    if (isTellable(people) && isClear(restOf.get(halfOf(day)) ?? 0)) told.add(month)
    else for (const id of [quarterOf(day), halfOf(day)]) restOf.set(id, (restOf.get(id) ?? 0) + people)
  }
  return { told, restOf }
}

/** The first day of '2026-Q2'. */
const firstOf = (quarter: string) =>
  `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}-01`
const isClear = (people: number) => people === 0 || isTellable(people)
