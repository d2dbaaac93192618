import type { Formats } from '../words/formats.ts'
import { type Language, say as sayIn } from '../words.ts'
import { levelNames } from './level-names.ts'
import { outcomeWords } from './team-outcome-words.ts'
import type { CutBy, GroupRow, TeamOutcomes } from './team-outcomes.ts'

/** In whose words something is written. */
export type Written = { language: Language; format: Formats }

/** How it was at first and at the moment in view, and how many changed clearly; of levels, which differ most. */
export function spreadSentence(outcomes: TeamOutcomes, by: CutBy | undefined, written: Written): string {
  const say = outcomeWords[written.language].distribution
  if (by) return differenceOf(outcomes, by, written)
  const { moments, moment, baseline } = outcomes
  const first = moments.find(({ id }) => id === baseline)
  const later = moments.find(({ id }) => id === moment && id !== baseline)
  return `${levelsOf(outcomes, first, later, written)} ${changeOf(later, written)}`.trim() || say.few
}

type Row = GroupRow | undefined

/** The share in the worst band, where that may be told both times; otherwise the means. */
function levelsOf({ scale }: TeamOutcomes, first: Row, later: Row, { language, format }: Written): string {
  const say = outcomeWords[language].distribution
  const local = (title: GroupRow['title']) => (title ? sayIn(title, language) : '')
  const worst = scale.bands.findIndex(({ concern }) => concern === 'high')
  const band = (row: Row) => {
    const share = row?.summary.bands?.shares[worst]
    const label = scale.bands[worst]?.label
    return row && typeof share === 'number' && label
      ? say.band(local(row.title), format.percent(share), local(label))
      : null
  }
  const mean = (row: Row) =>
    row?.summary.mean
      ? say.mean(local(row.title), format.number(row.summary.mean.value, Math.max(1, scale.decimals)))
      : null
  const [before, after] = [band(first), band(later)]
  return before && after
    ? say.both(before, after.charAt(0).toLowerCase() + after.slice(1))
    : [mean(first), mean(later)].filter(Boolean).join(' ')
}

function changeOf(later: Row, { language, format }: Written): string {
  const say = outcomeWords[language].distribution
  const [better, , worse] = later?.change?.shares?.shares ?? []
  if (typeof better !== 'number') return ''
  return typeof worse === 'number'
    ? say.changed(format.percent(better), format.percent(worse))
    : say.changedBetter(format.percent(better))
}

/** The lowest and the highest mean of the levels, with whether their intervals leave room for chance. */
function differenceOf({ rows, scale }: TeamOutcomes, by: CutBy, { language, format }: Written): string {
  const say = outcomeWords[language].distribution
  const name = levelNames(language)
  const told = rows
    .flatMap((row) => (row.summary.mean ? [{ row, mean: row.summary.mean }] : []))
    .toSorted((a, b) => a.mean.value - b.mean.value)
  const [lowest, highest] = [told[0], told.at(-1)]
  if (!lowest || !highest || told.length < 2) return say.few
  const write = ({ row, mean }: typeof lowest) =>
    say.levelAt(name.level(by, row), format.number(mean.value, Math.max(1, scale.decimals)))
  const apart = lowest.mean.high < highest.mean.low
  return say.between(write(lowest), write(highest), apart)
}
