import { hiddenGroups, isTellable } from '../disclosure/small-groups.ts'
import type { Stage } from '../outcome-sets/care-path.ts'
import {
  differenceOfMeans,
  differenceOfShares,
  type Estimate,
  meanWithInterval,
  shareWithInterval,
} from '../statistics/intervals.ts'
import { moveDate } from '../time/dates.ts'
import { halfOf, type Months } from '../time/months.ts'

/**
 * What care costs, calculated from the care path: everybody who entered a stage had its required activities, each at
 * the organisation's price. Counted over the first half year, so that those who began later do not seem cheaper.
 */
const COST_WINDOW = 'P6M'

/** An activity with its price: of the organisation, or the example in the outcome set; null where nobody has set one. */
export type PricedActivity = Stage['activities'][number] & {
  stage: string
  cents: number | null
  source: string | null
}

/** One person on the care path. `better`: clearly better later than at first; null where that cannot be said. */
export type Course = {
  person: string
  startedOn: string
  treatment: string | null
  stages: readonly { stage: string; enteredOn: string }[]
  /** Days of appointments. */
  visits: readonly string[]
  asked: boolean
  better: boolean | null
  /** The day on which that was known. */
  betterOn: string | null
}

/** What a group cost, what the team put into it and what it brought: the same people, the same half year. */
export type GroupCosts = {
  id: string
  people: number
  /** Euros in a person's first half year, and how they divide over the stages; null where what they had has no price. */
  euros: Estimate | null
  perStage: { stage: string; euros: number | null }[]
  /** Minutes of the team, and visits, per person. */
  minutes: number
  visits: number
  /** Share clearly better of the `n` of whom it is known; `asked` were asked. */
  better: Estimate | null
  n: number
  asked: number
}

/** A row that may be shown, or null where too few people stand behind it. */
export type CostRow = { id: string; costs: GroupCosts | null }

type Counted = {
  /** Null where something that they had has no price: nought would make it seem cheap. */
  cents: number | null
  minutes: number
  visits: number
  perStage: Map<string, number | null>
}

/** The month in which the half year begins in which somebody did. */
export const firstMonthOf = ({ startedOn }: Pick<Course, 'startedOn'>): string =>
  `${startedOn.slice(0, 4)}-${halfOf(startedOn).endsWith('1') ? '01' : '07'}`

/** The first month of the last half year of which everybody's own first half year is over on `today`. */
export const lastComplete = (today: string): string => firstMonthOf({ startedOn: moveDate(today, '-P1Y') })

/** What a group of whole half years is called, by the first months of its first and last: '2026-H1', '2025-H2/2026-H1'. */
export const cohortId = ({ from, to }: Months): string =>
  [...new Set([halfOf(`${from}-01`), halfOf(`${to}-01`)])].join('/')

/** Rows per group, in the order of their names; small groups are hidden so that they cannot be worked out. */
export function costsBy(
  courses: readonly Course[],
  activities: readonly PricedActivity[],
  groupOf: (course: Course) => string,
): CostRow[] {
  const groups = [...Map.groupBy(courses, groupOf)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const hidden = hiddenGroups(groups.map(([, group]) => whoIsIn(group)))
  return groups.map(([id, group], place) => ({
    id,
    costs: hidden[place] ? null : sumUp(id, group, activities),
  }))
}

function sumUp(id: string, group: readonly Course[], activities: readonly PricedActivity[]): GroupCosts {
  const counted = group.map((course) => count(course, activities))
  const stages = [...new Set(activities.map(({ stage }) => stage))]
  const known = group.filter(({ better }) => better !== null)
  const told = isTellable(peopleOf(known))
  const mean = (of: (one: Counted) => number) => meanOf(counted.map(of))
  return {
    id,
    people: peopleOf(group),
    euros: meanWithInterval(eurosOf(counted) ?? []),
    perStage: stages.map((stage) => {
      const cents = counted.map(({ perStage }) => (perStage.has(stage) ? (perStage.get(stage) ?? null) : 0))
      return { stage, euros: isPriced(cents) ? meanOf(cents) / 100 : null }
    }),
    minutes: mean(({ minutes }) => minutes),
    visits: mean(({ visits }) => visits),
    better: told ? shareWithInterval(known.filter(({ better }) => better).length, known.length) : null,
    n: told ? known.length : 0,
    asked: group.filter(({ asked }) => asked).length,
  }
}

function count(course: Course, activities: readonly PricedActivity[]): Counted {
  const until = moveDate(course.startedOn, COST_WINDOW)
  const entered = new Set(
    course.stages.filter(({ enteredOn }) => enteredOn < until).map(({ stage }) => stage),
  )
  const had = activities.filter(({ stage, required }) => required && entered.has(stage))
  const perStage = new Map(
    [...Map.groupBy(had, ({ stage }) => stage)].map(([stage, acts]) => [
      stage,
      sumOf(acts.map(({ cents }) => cents)),
    ]),
  )
  return {
    perStage,
    cents: sumOf(had.map(({ cents }) => cents)),
    minutes: had.reduce((sum, { minutes }) => sum + minutes, 0),
    visits: course.visits.filter((on) => on < until).length,
  }
}

const isPriced = (cents: readonly (number | null)[]): cents is number[] => cents.every((one) => one !== null)
const sumOf = (cents: readonly (number | null)[]): number | null =>
  isPriced(cents) ? cents.reduce((sum, one) => sum + one, 0) : null
const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length

/** What each of them cost, or null where that is not known of all. */
function eurosOf(counted: readonly Counted[]): number[] | null {
  const cents = counted.map((one) => one.cents)
  return isPriced(cents) ? cents.map((one) => one / 100) : null
}

const whoIsIn = (courses: readonly Course[]) => new Set(courses.map(({ person }) => person))
const peopleOf = (courses: readonly Course[]) => whoIsIn(courses).size

/** Never what it costs without whether it got worse: both at once, each only beyond chance (95 %). */
export type Weighing = {
  from: string
  to: string
  cost: 'lower' | 'higher' | 'no-signal'
  outcome: 'better' | 'worse' | 'no-signal' | 'unknown'
}

/** The last two groups that can be told, one against the other; null while there are no two whose costs are known. */
export function weigh(
  rows: readonly CostRow[],
  courses: readonly Course[],
  activities: readonly PricedActivity[],
  groupOf: (course: Course) => string,
) {
  const [before, after] = rows.flatMap(({ costs }) => (costs ? [costs] : [])).slice(-2)
  if (!before || !after) return null
  const of = (id: string) =>
    eurosOf(courses.filter((one) => groupOf(one) === id).map((one) => count(one, activities)))
  const [then, now] = [of(before.id), of(after.id)]
  if (!then || !now) return null
  const difference = differenceOfMeans(now, then)
  const gained = before.better && after.better ? differenceOfShares(after.better, before.better) : null
  return {
    from: before.id,
    to: after.id,
    cost: sideOf(difference, 'lower', 'higher'),
    outcome: gained ? sideOf(gained, 'worse', 'better') : 'unknown',
  } satisfies Weighing
}

function sideOf<Low extends string, High extends string>(difference: Estimate | null, low: Low, high: High) {
  if (difference && difference.high < 0) return low
  return difference && difference.low > 0 ? high : ('no-signal' as const)
}
