import { halfOf, quarterOf } from '../time/months.ts'
import { isTellable } from './small-groups.ts'

/** How many people each period holds, in order of time, by id. */
type PeopleBy = ReadonlyMap<string, number>
type Periods = { months: PeopleBy; quarters: PeopleBy; halves: PeopleBy; peopleIn: PeopleIn }
/** Of how many different people some months are, at least: who is in two of them counts once. */
export type PeopleIn = (months: readonly string[]) => number

/**
 * Which months, quarters and halves may be told, given how many people each holds; all that are given are over. A month is
 * decided by what came before it in its half year and never again. A longer period is told only where what its told parts
 * leave is nobody or no small group. So a figure that was shown stays, and when a history grows and is cut longer or
 * shorter, nothing small can be taken from what was shown before.
 */
export function tellablePeriods({ months, quarters, halves, peopleIn }: Periods): ReadonlySet<string> {
  const isClear = (rest: readonly string[] = []) => isNobodyOrTellable(peopleIn(rest))
  const { told, restOf } = tellableMonths(months, isClear)
  const leftBy = new Map<string, string[]>()
  for (const [quarter, people] of quarters) {
    const rest = restOf.get(quarter)
    if (isTellable(people) && isClear(rest)) told.add(quarter)
    else addTo(leftBy, halfOf(firstOf(quarter)), rest)
  }
  for (const [half, people] of halves) if (isTellable(people) && isClear(leftBy.get(half))) told.add(half)
  return told
}

/** The months that are told, and which others are left in their quarter and half. */
function tellableMonths(months: PeopleBy, isClear: (rest?: readonly string[]) => boolean) {
  const told = new Set<string>()
  const restOf = new Map<string, string[]>()
  for (const [month, people] of months) {
    const day = `${month}-01`
    if (isTellable(people) && isClear(restOf.get(halfOf(day)))) told.add(month)
    else for (const id of [quarterOf(day), halfOf(day)]) addTo(restOf, id, [month])
  }
  return { told, restOf }
}

const addTo = (lists: Map<string, string[]>, id: string, more: readonly string[] = []) =>
  lists.set(id, [...(lists.get(id) ?? []), ...more])

/** The first day of '2026-Q2'. */
const firstOf = (quarter: string) =>
  `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}-01`
const isNobodyOrTellable = (people: number) => people === 0 || isTellable(people)
