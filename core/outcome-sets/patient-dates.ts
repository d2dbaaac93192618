import { z } from 'zod'
import { idShape, titleShape } from '../shapes.ts'
import { moveDate } from '../time/dates.ts'

// Dates that the patient knows themselves, and on which moments can hang: when a child is expected, when an operation
// elsewhere is to be. What a feed tells of things that happened are events; these may be still to come.

/** Always known, and told by nobody again. */
export const BIRTH_DATE = 'birth-date'

export const patientDateShape = z.strictObject({
  id: idShape.refine((id) => id !== BIRTH_DATE, `"${BIRTH_DATE}" is known of everybody`),
  title: titleShape,
})

/** How far from today such a date can lie, both ways; further off somebody mistyped the year. */
const FURTHEST = 'P3Y'

/** Whether somebody can mean this day. Both are ISO dates. */
export const isLikelyDate = (on: string, today: string): boolean =>
  on >= moveDate(today, `-${FURTHEST}`) && on <= moveDate(today, FURTHEST)

const PREFIX = 'date:'
/** As what a date is stored among what was told of somebody. */
export const dateMeaning = (id: string): string => `${PREFIX}${id}`

export const isDate = (meaning: string): boolean => meaning.startsWith(PREFIX)

/** Its own number: there is one of each on a care path. */
export const dateNumber = (enrolmentId: string, id: string): string => `${enrolmentId} ${dateMeaning(id)}`

type Told = { number: string; meaning: string; happenedOn: string }

/** The dates of one care path by their ids, among all that was told of its patient. */
export const datesOn = <Row extends Told>(enrolmentId: string, told: readonly Row[]): Map<string, Row> =>
  new Map(
    told
      .filter(({ meaning }) => isDate(meaning))
      .map((row) => [row.meaning.slice(PREFIX.length), row] as const)
      .filter(([id, { number }]) => number === dateNumber(enrolmentId, id)),
  )
