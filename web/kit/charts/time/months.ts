import { type Geometry, time } from './geometry.ts'

const MONTHS = [1, 3, 6, 12, 24]
const ROOM = 50

/** First days of months for the axis, as many as there is room for. ISO dates. */
export function monthTicks(geo: Geometry, from: string, until: string): string[] {
  const start = new Date(time(from))
  const months = (time(until) - time(from)) / (30.44 * 86_400_000)
  const every = MONTHS.find((step) => (geo.x1 - geo.x0) / (months / step) >= ROOM) ?? 24
  const first = start.getUTCFullYear() * 12 + start.getUTCMonth() + 1
  return Array.from({ length: Math.ceil(months) }, (_, place) => first + place)
    .filter((month) => month % every === 0)
    .map((month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`)
    .filter((day) => time(day) < time(until))
}
