import { type CohortRow, isScored, people, summarise } from '../../core/cohort.ts'
import { halfOf, type Months, monthOf, monthsOf, quarterOf } from '../../core/months.ts'
import type { Scale } from '../../core/scale.ts'
import { hiddenCells } from '../../core/small-groups.ts'
import type { MissingGroup, TimePoint } from '../../core/team-outcomes.ts'
import type { Measurement } from './measurements.ts'

/** The people who were chosen, beside all of whom they are a part. */
export type Group = { rows: readonly Measurement[]; whole: readonly Measurement[] }

export const only = ({ rows, whole }: Group, keep: (row: Measurement) => boolean): Group => ({
  rows: rows.filter(keep),
  whole: whole.filter(keep),
})

/** From fine to coarse. */
const BUCKETS = [monthOf, quarterOf, halfOf]

/**
 * Means of one moment over the period, per month, quarter or half year: the finest in which at least half of the points
 * with answers can be told. What is hidden cannot be worked out from the rest.
 */
export function overTime(scale: Scale, group: Group, months: Months): TimePoint[] {
  const rows = group.rows.filter(isScored)
  const tellable = BUCKETS.find((bucket) => {
    const sizes = [...Map.groupBy(rows, ({ on }) => bucket(on)).values()].map(people)
    return hiddenCells(sizes).filter((hidden) => !hidden).length * 2 >= Math.max(2, sizes.length)
  })
  return pointsOf(scale, group, months, tellable ?? halfOf)
}

function pointsOf(
  scale: Scale,
  { rows, whole }: Group,
  months: Months,
  bucket: (date: string) => string,
): TimePoint[] {
  const ids = [...new Set(monthsOf(months).map((month) => bucket(`${month}-01`)))]
  const [mine, all] = [Map.groupBy(rows, ({ on }) => bucket(on)), Map.groupBy(whole, ({ on }) => bucket(on))]
  const hidden = hiddenCells(ids.map((id) => people((mine.get(id) ?? []).filter(isScored))))
  return ids.map((id, place) => {
    const { n, mean } = summarise(scale, mine.get(id) ?? [], all.get(id) ?? [])
    return { id, value: hidden[place] || n === null || !mean ? null : { n, mean } }
  })
}

const PARTITIONS: { by: MissingGroup['by']; ids: string[]; idOf(row: Measurement): string }[] = [
  {
    by: 'age',
    ids: ['under-65', '65-74', '75-and-over'],
    idOf: ({ age }) => (age < 65 ? 'under-65' : age < 75 ? '65-74' : '75-and-over'),
  },
  { by: 'language', ids: ['nl', 'other'], idOf: ({ language }) => (language === 'nl' ? 'nl' : 'other') },
  { by: 'mail', ids: ['with', 'without'], idOf: ({ hasMail }) => (hasMail ? 'with' : 'without') },
]

/** How many of each group answered. */
export function whoIsMissing({ rows, whole }: Group): MissingGroup[] {
  return PARTITIONS.flatMap(({ by, ids, idOf }) => {
    const of = (group: readonly Measurement[], id: string): CohortRow[] =>
      group.filter((row) => idOf(row) === id)
    const hidden = hiddenCells(ids.map((id) => people(of(rows, id).filter(({ isOver }) => isOver))))
    return ids.map((id, place) => {
      const { asked, response } = summarise({ bands: [], range: [0, 0] }, of(rows, id), of(whole, id))
      return hidden[place] ? { by, id, asked: null, response: null } : { by, id, asked, response }
    })
  })
}
