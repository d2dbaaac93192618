import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import { isDate } from '../../core/outcome-sets/patient-dates.ts'
import { inTime, pathsOf } from '../../core/schedule/event-effects.ts'
import type { Localised } from '../../core/words.ts'
import { eventsOf } from '../care-events/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { type Enrolment, enrolmentsOf } from '../enrolments/store.ts'

/** Something that a feed or a colleague told, by its title in the outcome set. */
export type Happened = {
  id: string
  title: Localised
  turn: string | null
  on: string
  source: string
  stage: string | null
}

/** What was told of this care path and stands, oldest first. */
export async function readHappened(
  db: Tx,
  ctx: Ctx,
  { events, measures }: OutcomeSet,
  path: Enrolment,
): Promise<Happened[]> {
  const titles = new Map<string, Localised>([
    ...events.map(({ id, title }) => [`event:${id}`, title] as const),
    ...measures.map(({ id, title }) => [`measure:${id}`, title] as const),
  ])
  const told = (await eventsOf(db, [path.patientId])).filter(({ meaning }) => !isDate(meaning))
  // Beside the others of this patient: of a path for each side an event without a side belongs to neither.
  const paths = told.length > 0 ? await enrolmentsOf(db, ctx, [path.patientId]) : []
  const own = told.filter((one) => !one.withdrawnAt && pathsOf(one, paths).some(({ id }) => id === path.id))
  return inTime(own).map(({ id, meaning, turn, happenedOn: on, source, stage }) => {
    const name = meaning.split(':')[1] ?? meaning
    return { id, title: titles.get(meaning) ?? { nl: name, en: name }, turn, on, source, stage }
  })
}
