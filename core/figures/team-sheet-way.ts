import type { Block } from '../words/printed.ts'
import { say as sayIn } from '../words.ts'
import type { Written } from './spread-sentence.ts'
import type { TeamFunnel, TeamOutcomes } from './team-outcomes.ts'
import { teamSheetWords } from './team-sheet-words.ts'
import { wayWords } from './team-way-words.ts'

/** Who answers less at the moment in view; nothing of one group, or while nothing can be told. */
export function missingTable(outcomes: TeamOutcomes, { language, format }: Written): Block[] {
  const say = teamSheetWords[language]
  const words = wayWords[language].missing
  const moment = outcomes.moments.find(({ id }) => id === outcomes.moment)
  const told = new Set(outcomes.missing.flatMap(({ by, asked }) => (asked === null ? [] : [by])))
  if (!moment?.title || moment.summary.response === null || told.size === 0) return []
  return [
    { kind: 'heading', text: words.title(sayIn(moment.title, language)) },
    { kind: 'text', text: words.all(format.percent(moment.summary.response)) },
    {
      kind: 'table',
      columns: [
        { title: say.group, width: 5 },
        { title: say.asked, width: 2, isNumber: true },
        { title: say.response, width: 2, isNumber: true },
      ],
      rows: outcomes.missing
        .filter(({ by }) => told.has(by))
        .map(({ id, asked, response }) => [
          words.groups[id] ?? id,
          asked === null ? say.hidden : format.number(asked),
          response === null ? '–' : `${format.percent(response)}\u00A0%`,
        ]),
    },
    { kind: 'small', text: words.foot },
  ]
}

/** From invited to discussed; each month's own figures stand on the page. */
export function wayTable({ total }: TeamFunnel, { language, format }: Written): Block[] {
  const say = teamSheetWords[language]
  const words = wayWords[language].funnel
  if (!total) return [{ kind: 'text', text: words.few }]
  return [
    {
      kind: 'table',
      columns: [
        { title: say.step, width: 4 },
        { title: say.count, width: 2, isNumber: true },
        { title: say.share, width: 4, isNumber: true },
      ],
      rows: total.steps.map(({ id, n, ofPrevious }) => [
        words.steps[id] ?? id,
        format.number(n),
        ofPrevious === null ? '–' : `${format.percent(ofPrevious)}\u00A0%`,
      ]),
    },
    { kind: 'small', text: words.foot },
  ]
}
