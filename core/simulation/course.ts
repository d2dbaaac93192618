import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import { instantOf, moveDate } from '../time/dates.ts'

export type Visit = { id: string; kind: string; at: string }
export type StageEntry = { stage: string; enteredOn: string }

/** After how long an appointment of a kind comes again, as a duration; a kind that is not named does not come again. */
export type Rhythms = Readonly<Record<string, string>>

/** How a patient goes through a care path: all of it is booked on the first day. */
export type Course = { stages: StageEntry[]; visits: Visit[] }

/** Who is made known to a clinic comes for the first time after this long. */
const UNTIL_FIRST_VISIT = 'P21D'
const CLOCK = '10:00'

/** `until` is the last date; who leaves a stage out goes from the one before it to the next. */
type Given = {
  startsOn: string
  until: string
  zone: string
  leftOut: readonly string[]
  rhythms: Rhythms
}

/**
 * The course that a care path itself describes, for somebody who is made known on this date: each stage takes as long as
 * it should at most, and the first appointment of a stage is on the day of its entry. A set does not say how often
 * appointments come: `rhythms` does, and a kind without one comes once in its stage. Dates after `until` are left out.
 */
export function usualCourse(
  set: Pick<OutcomeSet, 'carePath' | 'stageRules'>,
  { startsOn, until, zone, leftOut, rhythms }: Given,
): Course {
  let enteredOn = moveDate(startsOn, UNTIL_FIRST_VISIT)
  const passed = set.carePath.stages.filter(({ id }) => !leftOut.includes(id))
  const stages = passed.map(({ id, norm }) => {
    const entry = { stage: id, enteredOn }
    enteredOn = moveDate(enteredOn, norm)
    return entry
  })
  const within = stages.filter((entry) => entry.enteredOn <= until)
  const days = [
    ...within.flatMap((entry, place) => visitsIn(set, entry, within[place + 1]?.enteredOn ?? until, rhythms)),
    ...visitsOfNoStage(set, within[0]?.enteredOn ?? until, until, rhythms),
  ]
  const visits = days.map(({ id, kind, on }) => ({ id, kind, at: instantOf(`${on}T${CLOCK}`, zone) }))
  return { stages: within, visits }
}

type VisitDay = { id: string; kind: string; on: string }

/** Appointments of one stage lie apart, over the stage or its first year; what comes again does so until it is left. */
function visitsIn(
  { stageRules }: Pick<OutcomeSet, 'stageRules'>,
  { stage, enteredOn }: StageEntry,
  leftOn: string,
  rhythms: Rhythms,
): VisitDay[] {
  const own = stageRules.filter((rule) => rule.stage === stage)
  const year = moveDate(enteredOn, 'P1Y')
  const span = daysFrom(enteredOn, leftOn < year ? leftOn : year)
  return own.flatMap(({ appointmentKind }, place) => {
    const first = moveDate(enteredOn, `P${Math.floor((span * place) / own.length)}D`)
    return again(`${stage}-${appointmentKind}`, appointmentKind, first, leftOn, rhythms)
  })
}

/** A kind of appointment that begins no stage, but comes again and again: for the first time one rhythm after the first visit. */
function visitsOfNoStage(
  { stageRules }: Pick<OutcomeSet, 'stageRules'>,
  firstVisit: string,
  until: string,
  rhythms: Rhythms,
): VisitDay[] {
  return Object.entries(rhythms)
    .filter(([kind]) => !stageRules.some(({ appointmentKind }) => appointmentKind === kind))
    .flatMap(([kind, rhythm]) => again(kind, kind, moveDate(firstVisit, rhythm), until, rhythms))
    .filter(({ on }) => on < until)
}

function again(id: string, kind: string, first: string, before: string, rhythms: Rhythms): VisitDay[] {
  const visits = [{ id, kind, on: first }]
  const rhythm = rhythms[kind]
  if (rhythm === undefined) return visits
  for (let on = moveDate(first, rhythm); on < before; on = moveDate(on, rhythm))
    visits.push({ id: `${id}-${visits.length + 1}`, kind, on })
  return visits
}

const DAY_MS = 86_400_000
const daysFrom = (one: string, other: string) => (Date.parse(other) - Date.parse(one)) / DAY_MS
