import { Temporal } from 'temporal-polyfill'

// Instants are ISO texts in UTC with milliseconds, as `Date.toISOString` writes them: they sort as texts.
// Dates are ISO texts without a time: what "the day" means depends on the organisation's time zone.

/** The date it is in a time zone at an instant. In every zone the day changes at a quarter of an hour. */
export const localDate = (instant: string, zone: string): string =>
  kept(`${quarterOf(instant)} on ${zone}`, () => zoned(instant, zone).toPlainDate().toString())

/** The minutes since midnight that the clock on the wall shows in a time zone; its offset is whole quarters of an hour. */
export const localMinute = (instant: string, zone: string): number =>
  Number(kept(`${quarterOf(instant)} at ${zone}`, () => quarterOnWall(zoned(instant, zone)))) +
  (Number(instant.slice(14, 16)) % 15)

const quarterOnWall = ({ hour, minute }: Temporal.ZonedDateTime) => String(hour * 60 + minute - (minute % 15))

const quarterOf = (instant: string) =>
  `${instant.slice(0, 14)}${Math.floor(Number(instant.slice(14, 16)) / 15)}`

/** The first instant of a local date: midnight, or the first moment after it where the clock skips midnight. */
export const midnight = (date: string, zone: string): string =>
  kept(`${date} ${zone}`, () => text(Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant()))

/** A local date and time ('2026-03-29T02:30') as an instant; a time that the clock skips is read as the one after the gap. */
export const instantOf = (local: string, zone: string): string =>
  kept(`${local} in ${zone}`, () =>
    text(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant()),
  )

/** An instant in any offset ('2026-03-02T09:00:00+01:00') in the form in which instants are stored. */
export const inUtc = (instant: string): string => text(Temporal.Instant.from(instant))

/** A date moved by an ISO-8601 duration in calendar units; 31 January and a month is the last day of February. */
export function moveDate(date: string, duration: string): string {
  const [, sign, number, unit] = WHOLE_DAYS.exec(duration) ?? []
  if (number === undefined)
    return kept(`${date} and ${duration}`, () =>
      Temporal.PlainDate.from(date).add(Temporal.Duration.from(duration)).toString(),
    )
  // Nearly all are whole days or weeks: counted in UTC, where a day is as long as the next.
  const days = Number(`${sign}${number}`) * (unit === 'W' ? 7 : 1)
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
}

const WHOLE_DAYS = /^(-?)P(\d{1,5})([DW])$/
const DAY_MS = 86_400_000

/**
 * An instant moved by an ISO-8601 duration. Whole days give midnight of the local day arrived at ("14 days before" is
 * a day, not an hour); a duration with hours or minutes keeps the clock time, over changes to summer time too. Nothing
 * ('P0D') is the instant itself: "until the appointment".
 */
export function moveInstant(instant: string, duration: string, zone: string): string {
  if (/^-?P0[YMWD]$/.test(duration)) return instant
  if (!duration.includes('T')) return midnight(moveDate(localDate(instant, zone), duration), zone)
  return text(zoned(instant, zone).add(Temporal.Duration.from(duration)).toInstant())
}

/** Completed years from one date to a later one: somebody's age. Who was born on 29 February ages on 1 March. */
export const yearsBetween = (from: string, until: string): number =>
  Number(until.slice(0, 4)) - Number(from.slice(0, 4)) - (until.slice(5) < from.slice(5) ? 1 : 0)

const zoned = (instant: string, zone: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
const text = (instant: Temporal.Instant) => instant.toString({ fractionalSecondDigits: 3 })

/** Time zones are slow to ask, and a plan for thousands asks for the same few hundred days again and again. */
const MOST_KEPT = 60_000
const known = new Map<string, string>()

function kept(key: string, work: () => string): string {
  const before = known.get(key)
  if (before !== undefined) return before
  const found = work()
  if (known.size >= MOST_KEPT) known.clear()
  known.set(key, found)
  return found
}
