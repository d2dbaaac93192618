import { localDate, midnight, moveDate } from './dates.ts'

// A month is '2026-03'. Figures are counted over whole months, so that a period shifted by a day does not give away
// who came in on that day.

export type Months = { from: string; to: string }

export const monthOf = (date: string): string => date.slice(0, 7)
export const quarterOf = (date: string): string =>
  `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`

export const halfOf = (date: string): string => `${date.slice(0, 4)}-H${Number(date.slice(5, 7)) < 7 ? 1 : 2}`

export const moveMonth = (month: string, by: number): string =>
  monthOf(moveDate(`${month}-01`, asDuration(by)))

/** The last `count` months up to and including the one it is now. */
export function lastMonths(now: string, zone: string, count: number): Months {
  const to = monthOf(localDate(now, zone))
  return { from: moveMonth(to, 1 - count), to }
}

/** Every month of a period, oldest first; empty when it ends before it begins. */
export function monthsOf({ from, to }: Months): string[] {
  const months: string[] = []
  for (let month = from; month <= to; month = moveMonth(month, 1)) months.push(month)
  return months
}

/** As many months, ending right before these. */
export function before(months: Months): Months {
  const count = monthsOf(months).length
  return { from: moveMonth(months.from, -count), to: moveMonth(months.from, -1) }
}

/** First and last local date of a period. */
export const datesOf = ({ from, to }: Months): { from: string; to: string } => ({
  from: `${from}-01`,
  to: moveDate(`${moveMonth(to, 1)}-01`, '-P1D'),
})

/** First instant of a month in a time zone. */
export const startOfMonth = (month: string, zone: string): string => midnight(`${month}-01`, zone)

const asDuration = (months: number) => (months < 0 ? `-P${-months}M` : `P${months}M`)
