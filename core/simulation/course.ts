import { instantOf, moveDate } from '../dates.ts'
import type { OutcomeSet } from '../outcome-set.ts'

export type Visit = { id: string; kind: string; at: string }
export type StageEntry = { stage: string; enteredOn: string }

/** How a patient goes through a care path: all of it is booked on the first day. */
export type Course = { stages: StageEntry[]; visits: Visit[] }

/** Who is made known to a clinic comes for the first time after this long. */
const UNTIL_FIRST_VISIT = 'P21D'
const CLOCK = '10:00'

/** `until` is the last date; who leaves a stage out goes from the one before it to the next. */
type Given = { startsOn: string; until: string; zone: string; leftOut: readonly string[] }

/**
 * The course that a care path itself describes, for somebody who is made known on this date: each stage takes as long as
 * it should at most, and an appointment that begins a stage is on the day of its entry. Dates after `until` are left out.
 */
export function usualCourse(
  set: Pick<OutcomeSet, 'carePath' | 'stageRules'>,
  { startsOn, until, zone, leftOut }: Given,
): Course {
  let enteredOn = moveDate(startsOn, UNTIL_FIRST_VISIT)
  const passed = set.carePath.stages.filter(({ id }) => !leftOut.includes(id))
  const stages = passed.map(({ id, norm }) => {
    const entry = { stage: id, enteredOn }
    enteredOn = moveDate(enteredOn, norm)
    return entry
  })
  const within = stages.filter((entry) => entry.enteredOn <= until)
  const visits = within.flatMap((entry) =>
    set.stageRules
      .filter(({ stage }) => stage === entry.stage)
      .map(({ appointmentKind }, place) => ({
        id: `${entry.stage}-${appointmentKind}`,
        kind: appointmentKind,
        at: instantOf(`${moveDate(entry.enteredOn, `P${place}D`)}T${CLOCK}`, zone),
      })),
  )
  return { stages: within, visits }
}
