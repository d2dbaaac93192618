import { Temporal } from 'temporal-polyfill'
import { instantOf, localDate, localMinute, moveDate } from './dates.ts'
import { weekdayOf } from './weekday.ts'

/** When a team answers what comes in: days of the week (1 is Monday) and local times 'HH:MM' of one day. */
export type OfficeHours = { days: readonly number[]; from: string; until: string }

export const usualHours: OfficeHours = { days: [1, 2, 3, 4, 5], from: '08:00', until: '17:00' }

/** Somebody is there on at least one day, and for at least an hour of it. */
export const areHours = ({ days, from, until }: OfficeHours): boolean =>
  days.length > 0 && minutesOf(until) - minutesOf(from) >= 60

type Office = { hours: OfficeHours; zone: string }

/**
 * The instant by which somebody has answered within a duration. What comes in outside office hours begins with the next
 * ones. Days are days of the calendar, and one on which nobody is there moves on to the next on which somebody is;
 * hours are hours of the office. What would end at the opening of a day ends at the close of the day before.
 */
export function officeDeadline(start: string, within: string, { hours, zone }: Office): string {
  const [dates = 'P', time] = within.split('T')
  const began = nextOffice(placeOf(start, zone), hours)
  const day = officeDay(dates === 'P' ? began.date : moveDate(began.date, dates), hours)
  return atPlace(passed({ date: day, minute: began.minute }, time ? minutesIn(time) : 0, hours), zone)
}

/** The instant halfway between two, by the time that somebody is there. */
export function officeMiddle(from: string, until: string, { hours, zone }: Office): string {
  const began = nextOffice(placeOf(from, zone), hours)
  const between = officeMinutes(began, placeOf(until, zone), hours)
  return atPlace(passed(began, Math.floor(between / 2), hours), zone)
}

/** A minute of a local day. */
type Place = { date: string; minute: number }

const placeOf = (instant: string, zone: string): Place => ({
  date: localDate(instant, zone),
  minute: localMinute(instant, zone),
})

/** Of the part of a duration behind its T: '4H' or '1H30M'. */
function minutesIn(time: string): number {
  const { hours, minutes } = Temporal.Duration.from(`PT${time}`)
  return hours * 60 + minutes
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

function officeDay(date: string, { days }: OfficeHours, step: 'P1D' | '-P1D' = 'P1D'): string {
  let day = date
  while (!days.includes(weekdayOf(day))) day = moveDate(day, step)
  return day
}

/** This minute, or the first one after it at which somebody is there. */
function nextOffice({ date, minute }: Place, hours: OfficeHours): Place {
  const [opens, closes] = [minutesOf(hours.from), minutesOf(hours.until)]
  const day = officeDay(minute >= closes ? moveDate(date, 'P1D') : date, hours)
  return { date: day, minute: day === date ? Math.max(minute, opens) : opens }
}

/** So many minutes of the office later. */
function passed({ date, minute }: Place, minutes: number, hours: OfficeHours): Place {
  const [opens, closes] = [minutesOf(hours.from), minutesOf(hours.until)]
  let place = { date, minute: minute + minutes }
  while (place.minute > closes)
    place = {
      date: officeDay(moveDate(place.date, 'P1D'), hours),
      minute: opens + place.minute - closes,
    }
  if (place.minute > opens) return place
  return { date: officeDay(moveDate(place.date, '-P1D'), hours, '-P1D'), minute: closes }
}

/** How many minutes somebody is there between two, the first of which is in office hours; 0 when they run backwards. */
function officeMinutes(from: Place, until: Place, hours: OfficeHours): number {
  const [opens, closes] = [minutesOf(hours.from), minutesOf(hours.until)]
  let total = 0
  for (let date = from.date; date <= until.date; date = officeDay(moveDate(date, 'P1D'), hours)) {
    const begins = date === from.date ? from.minute : opens
    const ends = date === until.date ? Math.min(until.minute, closes) : closes
    total += Math.max(0, ends - begins)
  }
  return total
}

const atPlace = ({ date, minute }: Place, zone: string): string =>
  instantOf(`${date}T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`, zone)

const twoDigits = (number: number) => String(number).padStart(2, '0')
