/** The part of the axis that is looked at: two instants. */
export type Span = { from: string; until: string }

const DAY_MS = 86_400_000
const LEAST_DAYS = 28

const at = (iso: string) => Date.parse(iso)
const iso = (time: number) => new Date(time).toISOString()

/** A span no shorter than four weeks, moved so that it lies within the whole. */
function within(from: number, length: number, whole: Span): Span {
  const [first, last] = [at(whole.from), at(whole.until)]
  const long = Math.min(Math.max(length, LEAST_DAYS * DAY_MS), last - first)
  const start = Math.min(Math.max(from, first), last - long)
  return { from: iso(start), until: iso(start + long) }
}

/** The last so many days of the whole. */
export const lastDays = (whole: Span, days: number): Span =>
  within(at(whole.until) - days * DAY_MS, days * DAY_MS, whole)

/** Twice as close (2) or half as close (0.5), round the middle of what is seen. */
export function zoomed(span: Span, whole: Span, factor: number): Span {
  const length = at(span.until) - at(span.from)
  const middle = at(span.from) + length / 2
  const next = Math.max(length / factor, LEAST_DAYS * DAY_MS)
  return within(middle - next / 2, next, whole)
}

/** Half of what is seen to the left (−1) or to the right (1). */
export function moved(span: Span, whole: Span, direction: -1 | 1): Span {
  const length = at(span.until) - at(span.from)
  return within(at(span.from) + (direction * length) / 2, length, whole)
}

export const isIn = ({ from, until }: Span, day: string): boolean => {
  const time = at(day.length === 10 ? `${day}T12:00:00Z` : day)
  return time >= at(from) && time <= at(until)
}
