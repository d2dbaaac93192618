import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import { datesOn } from '../../core/outcome-sets/patient-dates.ts'
import { eventsOf } from '../care-events/store.ts'
import type { Tx } from '../db/database.ts'

/** The dates that an outcome set asks of its patients, as they were told on this care path. */
export async function readDates(
  db: Tx,
  { patientDates }: Pick<OutcomeSet, 'patientDates'>,
  { id, patientId }: { id: string; patientId: string },
) {
  if (patientDates.length === 0) return []
  const told = (await eventsOf(db, [patientId])).filter(({ withdrawnAt }) => !withdrawnAt)
  const dates = datesOn(id, told)
  return patientDates.map(({ id: name, title }) => ({
    id: name,
    title,
    on: dates.get(name)?.happenedOn ?? null,
    source: dates.get(name)?.source ?? null,
  }))
}
