import type { ScoreToCompare } from '../../core/change/change.ts'
import type { Seen } from '../../core/disclosure/blocks.ts'
import { FEW } from '../../core/disclosure/small-groups.ts'
import { thinned, toTell } from '../../core/disclosure/told-blocks.ts'
import { type CohortRow, summarise, summariseChange } from '../../core/figures/cohort.ts'
import type { GroupRow, MissingGroup, TimePoint } from '../../core/figures/team-outcomes.ts'
import type { Scale } from '../../core/instruments/scale.ts'
import type { Objections } from '../../core/patients/objections.ts'
import { type Months, monthOf } from '../../core/time/months.ts'
import { ageBand, ageBands, type Cut } from './cuts.ts'
import type { AtMoment } from './history.ts'
import type { Measurement, Traits } from './measurements.ts'

/** Up to when is counted, without whom, and from where change is. */
export type Counted = {
  /** The last month that is over. */
  last: string
  objections: Objections
  /** The moment that change is counted from, and what was measured then, by enrolment. */
  baseline: string
  first: ReadonlyMap<string, ScoreToCompare>
}

/** How a group is looked at: through which scale, over which months, of whom. */
export type Look = Counted & {
  scale: Scale
  months: Months
  part: (Cut & { level: string }) | null
  /** By what the same people can be cut, whoever looks: it decides with when a block ends. */
  beside: readonly Cut['levelOf'][]
}

/** Of a whole history what may be told, of everybody or of the part that is looked at. */
export function pick<Row extends Seen & Traits>(
  { months, last, objections, part, beside }: Look,
  history: readonly Row[],
) {
  if (!part) return toTell(history, objections, months, last)
  const told = toTell(history, objections, months, last, part.levelOf, beside)
  return { ...told, rows: told.rowsOf(part.level), months: told.monthsOf(part.level) }
}

/** A group in figures: of its whole history what may be told. Scores, response and change each count who they are known of. */
export function sumUp(look: Look, { own, closed, compared }: AtMoment): Omit<GroupRow, 'id' | 'title'> {
  const { scale, first, part } = look
  const told = pick(look, own)
  const over = part?.by === 'mode' ? [] : pick(look, closed).rows
  const { asked, response } = summarise(scale, over)
  const values = told.rows.map(({ score }) => score.value)
  return {
    summary: { ...summarise(scale, told.rows), asked, response },
    change: summariseChange(scale, pick(look, compared).rows, first),
    months: told.months,
    dots: values.length < FEW && values.length > 0 ? values.toSorted((a, b) => a - b) : null,
  }
}

const MOST_POINTS = 12

/** Means of one moment over the period, each of at least ten people. */
export function overTime(look: Look, { own }: AtMoment): TimePoint[] {
  const told = pick(look, own)
  return thinned(told.blocks, MOST_POINTS).flatMap(({ from, to }) => {
    const within = told.rows.filter(({ on }) => monthOf(on) >= from && monthOf(on) <= to)
    const { n, mean } = summarise(look.scale, within)
    return n === null || !mean ? [] : [{ from, to, n, mean }]
  })
}

const PARTITIONS: { by: MissingGroup['by']; ids: string[]; idOf(row: Measurement): string }[] = [
  { by: 'age', ids: ageBands, idOf: ({ age }) => ageBand(age) },
  { by: 'language', ids: ['nl', 'other'], idOf: ({ language }) => (language === 'nl' ? 'nl' : 'other') },
  { by: 'mail', ids: ['with', 'without'], idOf: ({ hasMail }) => (hasMail ? 'with' : 'without') },
]

/** How many of each group answered. */
export function whoIsMissing(
  { months, last, objections, scale, beside }: Look,
  { closed }: AtMoment,
): MissingGroup[] {
  return PARTITIONS.flatMap(({ by, ids, idOf }) => {
    const told = toTell(closed, objections, months, last, idOf, beside)
    return ids.map((id) => {
      const rows: readonly CohortRow[] = told.rowsOf(id)
      const { asked, response } = summarise(scale, rows)
      return { by, id, asked, response }
    })
  })
}
