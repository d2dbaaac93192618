import { localDate } from '../time/dates.ts'
import type { Facts } from './anchors.ts'
import type { SameDay } from './same-day-ways.ts'

type Visit = Facts['appointments'][number]
/** An appointment with the feed it came by ('csv', 'fhir' …) and the instant of what was last told of it. */
export type ToldVisit = Visit & { source: string; changedAt: string }
/** What a feed wants done with two appointments of one kind on one day. */
export type SameDayOf = (source: string) => SameDay

/** Whether some of one care path are of one kind and on one day, so that it matters what their feed wants. */
export function haveSameDay(visits: readonly Visit[], zone: string): boolean {
  const inTurn = visits.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  return inTurn.some((one, at) => {
    const next = inTurn[at + 1]
    return next !== undefined && isNear(one, next) && dayOf(one, zone) === dayOf(next, zone)
  })
}

/** What local day it is costs more than to see that two are days apart. */
const isNear = (a: Visit, b: Visit) =>
  a.kind === b.kind && Date.parse(b.startsAt) - Date.parse(a.startsAt) < 25 * 3_600_000
const placeOf = ({ kind, startsAt }: Visit) => `${kind} ${startsAt}`

/**
 * The appointments of one care path that moments hang on. Where two are of one kind on one day and their feed wants one of
 * them, that is the first of the day or the one that was told last; it goes on with what hung on whichever of them was
 * known first, also when that is cancelled since, so that nothing is asked twice. Which of two feeds decides is told by who
 * spoke last. What a person entered is no double of anything, and always counts. The order of the list never matters.
 * Where the feed wants a person asked, those in `doubted` (ids) count once somebody says so, or where no other does.
 */
export function countedVisits(
  visits: readonly ToldVisit[],
  zone: string,
  of: SameDayOf,
  doubted: ReadonlySet<string> = new Set(),
): Visit[] {
  const days = Map.groupBy(visits, (one) => dayOf(one, zone))
  return [...days.values()].flatMap((day) => {
    const entered = day.filter((one) => isBooked(one) && one.source === BY_HAND)
    const told = day.filter((one) => !entered.includes(one))
    const booked = told.filter(isBooked)
    const [some] = booked
    if (!some || told.length < 2) return day
    const last = booked.reduce((a, b) => (isTold(a, b) ? b : a), some)
    const wanted = of(last.source)
    if (wanted !== 'first' && wanted !== 'latest') {
      const sure = booked.filter(({ id, source }) => of(source) !== 'ask' || !doubted.has(id))
      return withoutDoubted(day, booked, sure)
    }
    const one = wanted === 'latest' ? last : booked.reduce((a, b) => (isSooner(b, a) ? b : a), some)
    const knownAs = told.map(({ id }) => id).toSorted()[0] ?? one.id // ids sort by when they were made
    const among = { knownAs, ...(booked.length > 1 ? { wanted } : {}) }
    return [...entered, ...told.filter((each) => !isBooked(each)), { ...one, among }]
  })
}

/** What nobody asks about counts as it is; of what is all asked about, the one known first. */
function withoutDoubted(day: ToldVisit[], booked: ToldVisit[], sure: ToldVisit[]): Visit[] {
  const [first] = booked.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const counting = sure.length > 0 ? sure : [first]
  return day.filter((one) => !booked.includes(one) || counting.includes(one))
}

const BY_HAND = 'staff'
const isBooked = ({ status }: Visit) => status === 'booked'
const dayOf = ({ kind, startsAt }: Visit, zone: string) => `${kind} ${localDate(startsAt, zone)}`
const isTold = (a: ToldVisit, b: ToldVisit) => keyOf(a.changedAt, a) < keyOf(b.changedAt, b)
const isSooner = (a: ToldVisit, b: ToldVisit) => keyOf(a.startsAt, a) < keyOf(b.startsAt, b)
const keyOf = (instant: string, { id }: Visit) => `${instant} ${id}`
