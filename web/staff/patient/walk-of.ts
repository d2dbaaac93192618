import type { ClinicDay } from '../../../core/consult/clinic-day.ts'

/**
 * Every care path of a clinic's page once, in the page's order, and where this one stands (-1 for nowhere). The number
 * of an appointment is its place among the day's appointments: alerts and results without one count for nothing there.
 */
export function walkOf(day: Pick<ClinicDay, 'alerts' | 'rows' | 'late'> | undefined, enrolmentId: string) {
  const rows = day ? [...day.alerts, ...day.rows, ...day.late] : []
  const paths = [...new Map(rows.map((row) => [row.enrolmentId, row])).values()]
  return {
    paths,
    at: paths.findIndex((path) => path.enrolmentId === enrolmentId),
    appointments: [...new Set(day?.rows.map((row) => row.enrolmentId))],
  }
}
