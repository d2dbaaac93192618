import { outcomeWords } from '../../../core/figures/team-outcome-words.ts'
import type { GroupRow, TeamOutcomes } from '../../../core/figures/team-outcomes.ts'
import type { BoxRow } from '../../kit/charts/box/data.ts'
import type { Category, DistributionRow } from '../../kit/charts/distribution/data.ts'
import { useFormats } from '../../kit/format.ts'
import { useLanguage, useWords } from '../../kit/words.tsx'
import { useLevelNames } from './level-words.ts'
import type { TeamSearch } from './search.ts'

export type Rows = ReturnType<typeof useRows>

/** What stands below each other: the moments, or the levels of a property at the moment in view. */
export function useRows(outcomes: TeamOutcomes, { by }: TeamSearch) {
  const say = useWords(outcomeWords)
  const format = useFormats()
  const name = useLevelNames()
  const { language } = useLanguage()
  const groups = by ? outcomes.rows : outcomes.moments
  const moment = outcomes.moments.find(({ id }) => id === outcomes.moment)
  const momentName = moment ? name.level(undefined, moment) : ''
  const nameOf = (row: GroupRow) => name.level(by, row)
  const change = groups.map((row) => changeRow(row, nameOf(row)))
  const number = (value: number) => format.number(value, Math.max(1, outcomes.scale.decimals))
  const isFirst = ({ id }: { id: string }) =>
    by ? outcomes.moment === outcomes.baseline : id === outcomes.baseline
  const counted = (by ? groups[0] : moment)?.months
  return {
    groups,
    nameOf,
    wholeOf: ({ summary: { mean } }: GroupRow) =>
      mean
        ? say.distribution.whole(number(mean.value), number(mean.low), number(mean.high))
        : say.distribution.wholeUnknown,
    by: by ? `${name.property(by)}: ${momentName.toLocaleLowerCase(language)}` : say.distribution.moment,
    change,
    later: change.filter((row) => !isFirst(row)),
    first: (row: DistributionRow) =>
      isFirst(row) ? { ...row, n: null, instead: say.distribution.first } : row,
    changes: [
      { id: 'better', label: say.distribution.better, tone: 'better' },
      { id: 'same', label: say.distribution.same, tone: 'same' },
      { id: 'worse', label: say.distribution.worse, tone: 'worse' },
    ] satisfies Category[],
    counted: counted
      ? say.distribution.counted(
          by ? name.property(by) : momentName,
          format.month(`${counted.from}-01`),
          format.month(`${counted.to}-01`),
        )
      : null,
  }
}

export function spreadRow({ id, summary }: GroupRow, label: string, whole: string): DistributionRow {
  const { bands, n, response } = summary
  const row = { id, label, response, whole, shares: bands?.shares ?? [], together: bands?.together ?? 0 }
  return { ...row, ...(bands?.runs ? { runs: bands.runs } : {}), n: bands ? n : null }
}

export function boxRow({ id, summary, dots }: GroupRow, label: string): BoxRow {
  const { n, quartiles, mean, response } = summary
  const box = n === null || !quartiles ? null : { n, response, ...quartiles, mean, dots: dots ?? [] }
  return { id, label, box }
}

function changeRow({ id, change }: GroupRow, label: string): DistributionRow {
  const { shares, n } = change ?? { shares: null, n: null }
  const row = { id, label, response: null, shares: shares?.shares ?? [], together: shares?.together ?? 0 }
  return { ...row, n: shares ? n : null }
}
