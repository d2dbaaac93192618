import type { GroupRow, TeamOutcomes } from '../../../core/figures/team-outcomes.ts'
import type { Localised } from '../../../core/words.ts'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { useLevelNames } from './level-words.ts'
import { outcomeWords } from './outcome-words.ts'
import type { TeamSearch } from './search.ts'

/** How it was at first and at the moment in view, and how many changed clearly; of levels, which differ most. */
export function useSentence(outcomes: TeamOutcomes, { by }: TeamSearch): string {
  const { moments, moment, baseline, scale } = outcomes
  const say = useWords(outcomeWords)
  const given = useLocal()
  const local = (title: Localised | null) => (title ? given(title) : '')
  const format = useFormats()
  const between = useDifference(outcomes, by)
  if (by) return between
  const first = moments.find(({ id }) => id === baseline)
  const later = moments.find(({ id }) => id === moment && id !== baseline)
  const worst = scale.bands.findIndex(({ concern }) => concern === 'high')
  const band = (row: GroupRow | undefined) => {
    const share = row?.summary.bands?.shares[worst]
    const label = scale.bands[worst]?.label
    return row && typeof share === 'number' && label
      ? say.distribution.band(local(row.title), format.percent(share), local(label))
      : null
  }
  const mean = (row: GroupRow | undefined) =>
    row?.summary.mean
      ? say.distribution.mean(
          local(row.title),
          format.number(row.summary.mean.value, Math.max(1, scale.decimals)),
        )
      : null
  const [before, after] = [band(first), band(later)]
  const levels =
    before && after
      ? say.distribution.both(before, after.charAt(0).toLowerCase() + after.slice(1))
      : [mean(first), mean(later)].filter(Boolean).join(' ')
  const [better, , worse] = later?.change?.shares?.shares ?? []
  const changed =
    typeof better !== 'number'
      ? ''
      : typeof worse === 'number'
        ? say.distribution.changed(format.percent(better), format.percent(worse))
        : say.distribution.changedBetter(format.percent(better))
  return `${levels} ${changed}`.trim() || say.distribution.few
}

/** The lowest and the highest mean of the levels, with whether their intervals leave room for chance. */
function useDifference({ rows, scale }: TeamOutcomes, by: TeamSearch['by']): string {
  const say = useWords(outcomeWords)
  const format = useFormats()
  const name = useLevelNames()
  const told = rows
    .flatMap((row) => (row.summary.mean ? [{ row, mean: row.summary.mean }] : []))
    .toSorted((a, b) => a.mean.value - b.mean.value)
  const [lowest, highest] = [told[0], told.at(-1)]
  if (!lowest || !highest || told.length < 2) return say.distribution.few
  const write = ({ row, mean }: typeof lowest) =>
    say.distribution.levelAt(name.level(by, row), format.number(mean.value, Math.max(1, scale.decimals)))
  const apart = lowest.mean.high < highest.mean.low
  return say.distribution.between(write(lowest), write(highest), apart)
}
