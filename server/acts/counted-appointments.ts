import { inArray } from 'drizzle-orm'
import { sameDayBy } from '../../core/feeds/feed-rules.ts'
import type { Facts } from '../../core/schedule/anchors.ts'
import { countedVisits, haveSameDay, type ToldVisit } from '../../core/schedule/same-day.ts'
import type { Tx } from '../db/database.ts'
import { feedRules } from '../db/schema/patients.ts'
import { doubtedAppointments } from './admit/same-day-questions.ts'

type Path = { id: string; organisationId: string; zone: string }
type Visits = Facts['appointments']

/**
 * The appointments that moments hang on, by enrolment: of two on one day as the organisation's feeds want it. That is
 * asked of the database only where there are two.
 */
export async function countedAppointments(
  tx: Tx,
  paths: readonly Path[],
  visits: ReadonlyMap<string | null, readonly ToldVisit[]>,
): Promise<ReadonlyMap<string | null, Visits>> {
  const doubled = paths.filter(({ id, zone }) => haveSameDay(visits.get(id) ?? [], zone))
  if (doubled.length === 0) return visits
  const organisations = [...new Set(doubled.map(({ organisationId }) => organisationId))]
  const rows = await tx.select().from(feedRules).where(inArray(feedRules.organisationId, organisations))
  const rules = new Map(rows.map(({ organisationId, content }) => [organisationId, content]))
  const asking = doubled.filter(({ organisationId }) =>
    Object.values(rules.get(organisationId)?.sameDay ?? {}).includes('ask'),
  )
  const doubted = await doubtedAppointments(
    tx,
    asking.flatMap(({ id }) => visits.get(id) ?? []),
  )
  const counted = new Map<string | null, Visits>(visits)
  for (const { id, organisationId, zone } of doubled) {
    const content = rules.get(organisationId)
    if (content)
      counted.set(
        id,
        countedVisits(visits.get(id) ?? [], zone, (source) => sameDayBy(content, source), doubted),
      )
  }
  return counted
}
