import { differenceOf } from '../../core/change/change.ts'
import { isTellable } from '../../core/disclosure/small-groups.ts'
import { toTell } from '../../core/disclosure/told-blocks.ts'
import { isScored, people } from '../../core/figures/cohort.ts'
import type { Curve } from '../../core/figures/team-outcomes.ts'
import { type Moment, namedForStaff } from '../../core/outcome-sets/moment.ts'
import { meanWithInterval } from '../../core/statistics/intervals.ts'
import type { Counted } from './groups.ts'
import { closed, type Measurement } from './measurements.ts'

/** Whoever began lately has no later measurement yet: which months are asked for says nothing here. */
const EVER = { from: '0000-01', to: '9999-12' }

/**
 * The same people from their first measurement on: how far they are from it at each later moment, and how many of those
 * who were asked are left. Only the distance is told: where somebody stood, beside the means of everybody, would give
 * away who is missing. Each answer stands on its own day: one of today changes nothing that was told. A moment of which
 * fewer than ten who answered are past it waits: what is told beside a change is of ten people too.
 */
export function curveOf(
  { baseline, first, last, objections }: Counted,
  moments: readonly Moment[],
  ever: readonly Measurement[],
): Curve | null {
  const momentOf = ({ moment }: Measurement) => moment
  const rows = ever.filter(({ enrolment }) => first.has(enrolment))
  const known = rows.flatMap((row) => {
    const before = first.get(row.enrolment)
    const change = before && row.score ? differenceOf(before, row.score) : null
    return change === null ? [] : [{ ...row, change }]
  })
  const told = toTell(known, objections, EVER, last, momentOf)
  const over = toTell(closed(rows), objections, EVER, last, momentOf)
  if (!told.months) return null
  const points = namedForStaff(moments).flatMap(({ id, title }, place) => {
    const asked = over.rowsOf(id)
    const change =
      id === baseline ? null : meanWithInterval(told.rowsOf(id).map(({ change: moved }) => moved))
    const answered = asked.filter(isScored)
    return change && isTellable(people(answered))
      ? [{ id, title, chain: chainOf(moments[place]), asked: asked.length, n: answered.length, change }]
      : []
  })
  return { months: told.months, began: told.rowsOf(baseline).length, points }
}

/** What a moment is counted from: a stage, a kind of appointment. */
function chainOf(moment: Moment | undefined): string {
  const { kind, ...from } = moment?.anchor ?? { kind: 'enrolment' }
  return [kind, ...Object.values(from)].join(' ')
}
