import { isTellable } from '../disclosure/small-groups.ts'
import type { ClinicalMeasure } from '../outcome-sets/measure.ts'
import { type Estimate, meanWithInterval, shareWithInterval } from '../statistics/intervals.ts'
import { moveDate } from '../time/dates.ts'
import type { Counted } from './series.ts'

/** An enrolment as a clinical measure sees it; `value` is what was recorded, null when nothing was. */
export type Recorded = {
  person: string
  stages: readonly { stage: string; enteredOn: string }[]
  value: number | null
}

/**
 * The day on which an enrolment counts: on which it entered the measure's stage; of a time until another stage the day on
 * which that ended, or in the last months only those who waited shortly would count. Null while its window is not over on
 * `today`; what is booked for later does not count.
 */
export function countedOn(
  { window }: Pick<ClinicalMeasure, 'window'>,
  stages: Recorded['stages'],
  today: string,
) {
  const past = stages.filter(({ enteredOn }) => enteredOn <= today)
  const entered = firstEntry(past, window.stage)
  if (entered === null || (window.within && moveDate(entered, window.within) > today)) return null
  if (!window.until) return entered
  return firstEntry(
    past.filter(({ enteredOn }) => enteredOn >= entered),
    window.until,
  )
}

/** The day from which on it is known that an enrolment counts: where its window is counted, the day on which that closed. */
export function knownOn(
  measure: Pick<ClinicalMeasure, 'window'>,
  stages: Recorded['stages'],
  today: string,
): string | null {
  const { stage, within } = measure.window
  const counted = countedOn(measure, stages, today)
  const entered = firstEntry(stages, stage)
  const closed = within && entered ? moveDate(entered, within) : null
  return counted && closed && closed > counted ? closed : counted
}

/**
 * An event as a share, a value as a mean, of those who have one recorded. The group is what is kept from being small;
 * how often a rare event happened in a group that is large enough is told, as quality registers do.
 */
export function summariseMeasure(
  measure: Pick<ClinicalMeasure, 'kind'>,
  eligible: readonly Recorded[],
): { eligible: number | null; n: number | null; estimate: Estimate | null } {
  const recorded = eligible.filter(isRecorded)
  const told = isTellable(people(recorded))
  const values = recorded.map(({ value }) => value)
  return {
    eligible: isTellable(people(eligible)) ? eligible.length : null,
    n: told ? recorded.length : null,
    estimate: told ? estimate(measure.kind, values) : null,
  }
}

/** Those of a denominator who have a value, each on its day. */
export const countedOf = (
  measure: Pick<ClinicalMeasure, 'window'>,
  recorded: readonly Recorded[],
  period: { from: string; to: string },
  today: string,
): Counted[] =>
  recorded.filter(isRecorded).flatMap(({ person, stages, value }) => {
    const on = countedOn(measure, stages, today)
    return on !== null && on >= period.from && on <= period.to ? [{ on, person, value }] : []
  })

const estimate = (kind: ClinicalMeasure['kind'], values: readonly number[]) =>
  kind === 'event'
    ? shareWithInterval(values.filter((value) => value === 1).length, values.length)
    : meanWithInterval(values)

const isRecorded = (one: Recorded): one is Recorded & { value: number } => one.value !== null
const people = (rows: readonly Recorded[]) => new Set(rows.map(({ person }) => person)).size

function firstEntry(stages: Recorded['stages'], wanted: string): string | null {
  const dates = stages.filter(({ stage }) => stage === wanted).map(({ enteredOn }) => enteredOn)
  return dates.toSorted()[0] ?? null
}
