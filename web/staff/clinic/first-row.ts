import type { ClinicDay } from '../../../core/consult/clinic-day.ts'

type Listed = { next: ClinicDay['rows'][number]['next'] }

/** Something can be done for the patient now; where nobody was asked or reached, one can only look why. */
const isWork = ({ next }: Listed) => next !== 'none' && next !== 'look-why'

/** By row: what must be done about it, and until when. */
type Day = {
  now: string
  alerts: readonly { alerts: readonly { respondBy: string }[] }[]
  rows: readonly (Listed & { startsAt: string })[]
  late: readonly Listed[]
}

/**
 * The place among all rows (alerts, the day's, late ones) of the first with work: an overdue alert, the next patient of
 * the day, any other alert, another patient of the day, an answer without an appointment; else what one can look into.
 */
export function firstWithWork({ now, alerts, rows, late }: Day): number {
  const ofDay = (place: number) => (place < 0 ? -1 : alerts.length + place)
  const places = [
    alerts.findIndex((row) => row.alerts.some(({ respondBy }) => respondBy < now)),
    ofDay(rows.findIndex((row) => row.startsAt >= now && isWork(row))),
    alerts.length > 0 ? 0 : -1,
    ofDay(rows.findIndex(isWork)),
    late.length > 0 ? alerts.length + rows.length : -1,
    ofDay(rows.findIndex(({ next }) => next !== 'none')),
  ]
  return places.find((place) => place >= 0) ?? 0
}
