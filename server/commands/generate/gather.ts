import { type Count, pack } from '../../figures/write.ts'
import type { Rows } from './rows.ts'

export type Gathered = ReturnType<typeof gather>

/** The rows of many care paths, table by table, with what they add to the figures: all that can be done before writing. */
export function gather(all: readonly Rows[]) {
  const given = all.flatMap((one) => one.given)
  return {
    patients: all.map((one) => one.patient),
    numbers: all.map((one) => one.number),
    enrolments: all.map((one) => one.enrolment),
    visits: all.flatMap((one) => one.visits),
    stages: all.flatMap((one) => one.stages),
    assessments: all.flatMap((one) => one.assessments),
    responses: given.map(({ response }) => response),
    scores: given.flatMap(({ scored }) => scored).toSorted(inOrder),
    figures: pack(all.flatMap(countedOf)),
    raising: given.filter(({ raised }) => raised.length > 0),
  }
}

type Scored = Rows['given'][number]['scored'][number]

/** The order of the key, in which nothing has to make room. */
function inOrder(one: Scored, other: Scored): number {
  if (one.responseId !== other.responseId) return one.responseId < other.responseId ? -1 : 1
  if (one.instrument !== other.instrument) return one.instrument < other.instrument ? -1 : 1
  return one.scale < other.scale ? -1 : 1
}

/** What a care path adds to the figures: nobody in it was counted before, and a person counts once at each moment. */
function countedOf({ given, enrolment: { treatmentOption } }: Rows): Count[] {
  const known = new Set<string>()
  return given.flatMap(({ scored, response: { month }, moment }) =>
    scored.flatMap(({ instrument, scale, value }) => {
      if (value === null) return []
      const at = `${instrument} ${scale} ${moment}`
      const people = known.has(at) ? 0 : 1
      known.add(at)
      return [{ instrument, scale, moment, month, treatmentOption, value, n: 1, people }]
    }),
  )
}
