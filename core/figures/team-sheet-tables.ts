import type { Estimate } from '../statistics/intervals.ts'
import { spanName } from '../time/period-name.ts'
import type { Block } from '../words/printed.ts'
import { say as sayIn } from '../words.ts'
import { levelNames } from './level-names.ts'
import type { Written } from './spread-sentence.ts'
import { outcomeWords } from './team-outcome-words.ts'
import type { CutBy, GroupRow, TeamOutcomes } from './team-outcomes.ts'
import { teamSheetWords } from './team-sheet-words.ts'

/** The scores of each moment, or of each level at the moment in view, with the months counted; and who changed clearly. */
export function spreadTable(outcomes: TeamOutcomes, by: CutBy | undefined, written: Written): Block {
  const { language, format } = written
  const say = teamSheetWords[language]
  const { better, same, worse } = outcomeWords[language].distribution
  const name = levelNames(language)
  const span = spanName(language, format)
  const percent = (share: number | null) => (share === null ? say.hidden : `${format.percent(share)}\u00A0%`)
  const cells = ({ summary, change }: GroupRow) => [
    summary.n === null ? say.few : format.number(summary.n),
    summary.response === null ? '–' : percent(summary.response),
    summary.mean ? meanOf(summary.mean, outcomes, written) : '–',
    ...(change?.shares ? change.shares.shares.map(percent) : ['–', '–', '–']),
  ]
  return {
    kind: 'table',
    columns: [
      { title: by ? say.group : say.moment, width: 5 },
      { title: say.n, width: 2, isNumber: true },
      { title: say.response, width: 2, isNumber: true },
      { title: say.mean, width: 4, isNumber: true },
      ...[better, same, worse].map((title) => ({ title, width: 2, isNumber: true })),
    ],
    rows: (by ? outcomes.rows : outcomes.moments).map((row) => [
      [name.level(by, row), row.months && span(row.months.from, row.months.to)].filter(Boolean).join('\n'),
      ...cells(row),
    ]),
  }
}

/** The mean at the moment in view, by blocks of months. */
export function timeTable(outcomes: TeamOutcomes, written: Written): Block[] {
  const { language, format } = written
  const say = teamSheetWords[language]
  const words = outcomeWords[language].time
  const { time, scale } = outcomes
  const span = spanName(language, format)
  const moment = outcomes.moments.find(({ id }) => id === outcomes.moment)
  if (time.length < 2 || !moment?.title) return []
  return [
    { kind: 'heading', text: words.title(sayIn(scale.title, language), sayIn(moment.title, language)) },
    {
      kind: 'table',
      columns: [
        { title: say.months, width: 4 },
        { title: say.n, width: 2, isNumber: true },
        { title: say.mean, width: 4, isNumber: true },
      ],
      rows: time.map(({ from, to, n, mean }) => [
        span(from, to),
        format.number(n),
        meanOf(mean, outcomes, written),
      ]),
    },
    { kind: 'small', text: words.foot },
  ]
}

/** The same people from their first measurement on, with how many of them are left. */
export function curveTable(outcomes: TeamOutcomes, written: Written): Block[] {
  const { language, format } = written
  const say = teamSheetWords[language]
  const words = outcomeWords[language].curve
  const { curve, scale } = outcomes
  if (!curve || curve.points.length === 0) return []
  return [
    { kind: 'heading', text: words.title(sayIn(scale.title, language)) },
    {
      kind: 'table',
      columns: [
        { title: say.moment, width: 4 },
        { title: say.answered, width: 2, isNumber: true },
        { title: say.change, width: 4, isNumber: true },
      ],
      rows: curve.points.map(({ title, n, asked, change }) => [
        sayIn(title, language),
        say.of(n, asked),
        meanOf(change, outcomes, written),
      ]),
    },
    {
      kind: 'small',
      text: words.foot(format.month(`${curve.months.from}-01`), format.month(`${curve.months.to}-01`)),
    },
  ]
}

function meanOf({ value, low, high }: Estimate, { scale }: TeamOutcomes, { language, format }: Written) {
  const write = (one: number) => format.number(one, Math.max(1, scale.decimals))
  return teamSheetWords[language].interval(write(value), write(low), write(high))
}
