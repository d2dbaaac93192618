import { tellableLevels } from '../disclosure/blocks.ts'
import { sheetOf } from '../disclosure/sheet.ts'
import { toTell } from '../disclosure/told-blocks.ts'
import { type Objections, unobjected } from '../patients/objections.ts'
import { monthOf, moveMonth } from '../time/months.ts'
import { type Course, cohortId, firstMonthOf, lastComplete } from './costing.ts'

/** Half years that are shown: a period nobody chooses, so that none can be taken from another. */
const SHOWN = 4

/** The ISO date from which the half year in which somebody began may be told. */
export const firstToldOn = (course: Pick<Course, 'startedOn'>): string =>
  `${moveMonth(firstMonthOf(course), 12)}-01`

const EVER = { from: '0000-01', to: '9999-12' }

/**
 * Of whom costs are told on `today`: whole half years, joined until they are no small groups, and within them the treatments
 * that are none either. `better` stays where it may be told too: it is known of some of them only, and of one after the other.
 */
export function toldCourses(courses: readonly Course[], objections: Objections, today: string) {
  const last = lastComplete(today)
  // A half year is told a year after it began: who objects by then is not in it. `toTell` leaves out who objected as it began.
  const known = courses.map((one) => ({ ...one, on: `${moveMonth(firstMonthOf(one), 11)}-01` }))
  const history = unobjected(known, objections).map((one) => ({ ...one, on: `${firstMonthOf(one)}-01` }))
  const shown = { from: moveMonth(last, 6 * (1 - SHOWN)), to: last }
  const all = toTell(history, objections, shown, last)
  const byTreatment = toTell(history, objections, shown, last, treatmentOf)
  const cohortOf = (course: Course) => {
    const month = firstMonthOf(course)
    const block = all.blocks.find(({ from, to }) => from <= month && month <= to)
    return block ? cohortId(block) : ''
  }
  const better = toldBetter(history, objections, moveMonth(monthOf(today), -1))
  return {
    cohorts: onlyKnown(all.rows, better.ofHalfYears),
    treated: onlyKnown(
      byTreatment.levels.flatMap((level) => byTreatment.rowsOf(level)),
      better.ofTreatments,
    ),
    cohortOf,
    treatmentsOf: byTreatment.months && cohortId(byTreatment.months),
  }
}

const treatmentOf = ({ treatment }: Pick<Course, 'treatment'>) => treatment ?? ''

/**
 * Of whom it is told if they are better: of those of a half year who came to be known in the same months, ten and more; and of
 * them the treatments that are no small group. All that is told is made of such pieces, so nothing less lies between them.
 */
function toldBetter(history: readonly Course[], objections: Objections, last: string) {
  const known = history.flatMap((course) =>
    course.better === null || course.betterOn === null
      ? []
      : [{ person: course.person, on: course.betterOn, treatment: course.treatment, course }],
  )
  const told = toTell(known, objections, EVER, last, ({ course }) => firstMonthOf(course))
  const pieces = told.levels.flatMap((half) =>
    told.blocks.map(({ from, to }) =>
      told.rowsOf(half).filter(({ on }) => monthOf(on) >= from && monthOf(on) <= to),
    ),
  )
  const treated = pieces.flatMap((piece) => {
    const levels = tellableLevels(sheetOf(piece), treatmentOf)
    return piece.filter((row) => levels.has(treatmentOf(row)))
  })
  const coursesOf = (rows: typeof known) => new Set(rows.map(({ course }) => course))
  return { ofHalfYears: coursesOf(pieces.flat()), ofTreatments: coursesOf(treated) }
}

const onlyKnown = <One extends Course>(courses: readonly One[], told: ReadonlySet<Course>): One[] =>
  courses.map((one) => (told.has(one) ? one : { ...one, better: null }))
