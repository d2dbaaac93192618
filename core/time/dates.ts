import { Temporal } from 'temporal-polyfill'

// Instants are ISO texts in UTC with milliseconds, as `Date.toISOString` writes them: they sort as texts.
// Dates are ISO texts without a time: what "the day" means depends on the organisation's time zone.

/** The date it is in a time zone at an instant. In every zone the day changes at a quarter of an hour. */
export const localDate = (instant: string, zone: string): string => dateOnWall(zone, quarterOf(instant))

const dateOnWall = kept((zone, quarter) => zoned(quarter, zone).toPlainDate().toString())

/** The minutes since midnight that the clock on the wall shows in a time zone; its offset is whole quarters of an hour. */
export const localMinute = (instant: string, zone: string): number =>
  minuteOnWall(zone, quarterOf(instant)) + (Number(instant.slice(14, 16)) % 15)

const minuteOnWall = kept((zone, quarter) => {
  const { hour, minute } = zoned(quarter, zone)
  return hour * 60 + minute
})

/** The instant at which the quarter of an hour began. */
const quarterOf = (instant: string) =>
  `${instant.slice(0, 14)}${QUARTERS[Math.floor(Number(instant.slice(14, 16)) / 15)]}`
const QUARTERS = ['00Z', '15Z', '30Z', '45Z']

/** The first instant of a local date: midnight, or the first moment after it where the clock skips midnight. */
export const midnight = (date: string, zone: string): string => firstInstant(zone, date)

const firstInstant = kept((zone, date) =>
  text(Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant()),
)

/** A local date and time ('2026-03-29T02:30') as an instant; a time that the clock skips is read as the one after the gap. */
export const instantOf = (local: string, zone: string): string => instantOnWall(zone, local)

const instantOnWall = kept((zone, local) =>
  text(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant()),
)

/** An instant in any offset ('2026-03-02T09:00:00+01:00') in the form in which instants are stored. */
export const inUtc = (instant: string): string => text(Temporal.Instant.from(instant))

/** A date moved by an ISO-8601 duration in calendar units; 31 January and a month is the last day of February. */
export function moveDate(date: string, duration: string): string {
  const [, sign, number, unit] = WHOLE_DAYS.exec(duration) ?? []
  if (number === undefined) return movedInCalendar(duration, date)
  // Nearly all are whole days or weeks: counted in UTC, where a day is as long as the next.
  const days = Number(`${sign}${number}`) * (unit === 'W' ? 7 : 1)
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
}

const movedInCalendar = kept((duration, date) =>
  Temporal.PlainDate.from(date).add(Temporal.Duration.from(duration)).toString(),
)

const WHOLE_DAYS = /^(-?)P(\d{1,5})([DW])$/
const DAY_MS = 86_400_000

/**
 * An instant moved by an ISO-8601 duration. Whole days give midnight of the local day arrived at ("14 days before" is
 * a day, not an hour); a duration with hours or minutes keeps the clock time, over changes to summer time too. Nothing
 * ('P0D') is the instant itself: "until the appointment".
 */
export function moveInstant(instant: string, duration: string, zone: string): string {
  if (/^-?P0[YMWD]$/.test(duration)) return instant
  if (!duration.includes('T')) return midnightMoved(zone, `${localDate(instant, zone)}${duration}`)
  return text(zoned(instant, zone).add(Temporal.Duration.from(duration)).toInstant())
}

const midnightMoved = kept((zone, words) => midnight(moveDate(words.slice(0, 10), words.slice(10)), zone))

/** Completed years from one date to a later one: somebody's age. Who was born on 29 February ages on 1 March. */
export const yearsBetween = (from: string, until: string): number =>
  Number(until.slice(0, 4)) - Number(from.slice(0, 4)) - (until.slice(5) < from.slice(5) ? 1 : 0)

const zoned = (instant: string, zone: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
const text = (instant: Temporal.Instant) => instant.toString({ fractionalSecondDigits: 3 })

const MOST_KEPT = 60_000

/** Time zones are slow to ask, and a plan for thousands asks for the same few hundred days again and again. */
function kept<A>(work: (among: string, words: string) => A): (among: string, words: string) => A {
  const known = new Map<string, Map<string, A>>()
  let size = 0
  const forget = () => {
    known.clear()
    size = 0
  }
  return (among, words) => {
    const before = known.get(among)?.get(words)
    if (before !== undefined) return before
    if (size >= MOST_KEPT) forget()
    const found = work(among, words)
    size++
    known.set(among, (known.get(among) ?? new Map<string, A>()).set(words, found))
    return found
  }
}
