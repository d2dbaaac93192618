import { isScored } from '../../core/cohort.ts'
import { meanWithInterval } from '../../core/intervals.ts'
import { type Moment, namedForStaff } from '../../core/moment.ts'
import { monthOf } from '../../core/months.ts'
import type { Curve } from '../../core/team-outcomes.ts'
import { toTell } from '../../core/told-blocks.ts'
import type { Look } from './groups.ts'
import type { Measurement } from './measurements.ts'

/** Whoever began lately has no later measurement yet: which months are asked for says nothing here. */
const EVER = { from: '0000-01', to: '9999-12' }

/**
 * The same people from their first measurement on: how far they are from it at each later moment, and how many are left.
 * Only the distance is told: where somebody stood, beside the means of everybody, would give away who is missing.
 */
export function curveOf(look: Look, moments: readonly Moment[], ever: readonly Measurement[]): Curve | null {
  const { baseline, last } = look
  const began = new Map(
    ever.filter(isScored).flatMap((row) => (row.moment === baseline ? [[row.enrolment, row] as const] : [])),
  )
  const rows = ever.flatMap((row) => {
    const first = began.get(row.enrolment)
    return first ? [{ ...row, on: first.on, change: changeOf(first.score.value, row) }] : []
  })
  const known = rows.filter(({ change }) => change !== null)
  const told = toTell(known, EVER, last, ({ moment }) => moment)
  const span = told.months
  if (!span) return null
  const within = rows.filter(({ on }) => monthOf(on) >= span.from && monthOf(on) <= span.to)
  const points = namedForStaff(moments).flatMap(({ id, title }, place) => {
    const asked = within.filter(({ moment, isOver }) => moment === id && isOver).length
    const values = told.rowsOf(id).flatMap(({ change }) => change ?? [])
    const change = id === baseline ? null : meanWithInterval(values)
    return change
      ? [
          {
            id,
            title,
            chain: chainOf(moments[place]),
            asked: Math.max(asked, values.length),
            n: values.length,
            change,
          },
        ]
      : []
  })
  return { months: span, began: told.rowsOf(baseline).length, points }
}

/** What a moment is counted from: a stage, a kind of appointment. */
function chainOf(moment: Moment | undefined): string {
  const { kind, ...from } = moment?.anchor ?? { kind: 'enrolment' }
  return [kind, ...Object.values(from)].join(' ')
}

const changeOf = (first: number, row: Measurement): number | null =>
  isScored(row) ? row.score.value - first : null
