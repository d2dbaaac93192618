import { sayUnverified } from '../instruments/unverified.ts'
import { formats } from '../words/formats.ts'
import type { Block, Printed } from '../words/printed.ts'
import { type Language, say as sayIn } from '../words.ts'
import { levelNames } from './level-names.ts'
import { recordedCells } from './recorded-cells.ts'
import { spreadSentence, type Written } from './spread-sentence.ts'
import { teamLede } from './team-lede.ts'
import { outcomeWords } from './team-outcome-words.ts'
import type { CutBy, TeamFunnel, TeamOutcomes } from './team-outcomes.ts'
import { curveTable, spreadTable, timeTable } from './team-sheet-tables.ts'
import { missingTable, wayTable } from './team-sheet-way.ts'
import { teamSheetWords } from './team-sheet-words.ts'
import { wayWords } from './team-way-words.ts'

type Given = { outcomes: TeamOutcomes; funnel: TeamFunnel; by: CutBy | undefined; now: string }

/** A team's page on paper, as it was chosen: its sentences, and the numbers behind its charts. `now`: an instant. */
export function printTeam(given: Given, { language, zone }: { language: Language; zone: string }): Printed {
  const { outcomes, funnel, now } = given
  const written: Written = { language, format: formats(language, zone) }
  const { format } = written
  const lede = teamLede(outcomes, funnel, written)
  return {
    title: teamSheetWords[language].title(sayIn(outcomes.group, language)),
    language,
    about: aboutOf(outcomes, written),
    foot: `${outcomes.team.name} · ${format.dayTime(now)}`,
    blocks: [
      { kind: 'lead', text: lede.conclusion },
      ...(lede.more ? [{ kind: 'text', text: lede.more } as const] : []),
      ...spreadOf(given, written),
      ...timeTable(outcomes, written),
      ...curveTable(outcomes, written),
      ...missingTable(outcomes, written),
      { kind: 'heading', text: wayWords[language].funnel.title },
      ...wayTable(funnel, written),
      ...recordedOf(outcomes, written),
      { kind: 'small', text: teamSheetWords[language].foot },
    ],
  }
}

function aboutOf({ team, from, to, who }: TeamOutcomes, { language, format }: Written): string[] {
  const say = teamSheetWords[language]
  const name = levelNames(language)
  const period = say.about(team.name, format.month(`${from}-01`), format.month(`${to}-01`))
  return who ? [period, say.who(name.property(who.by), name.level(who.by, who.level))] : [period]
}

function spreadOf({ outcomes, by }: Given, written: Written): Block[] {
  const { language, format } = written
  const say = outcomeWords[language].distribution
  const { scale } = outcomes
  const cutBy = outcomes.who ? undefined : by
  const measure = sayIn(scale.title, language)
  const direction = sayIn(scale.directionWords, language)
  const range = scale.range.map((end) => format.number(end, scale.decimals)).join('–')
  const name = levelNames(language)
  const moment = outcomes.moments.find(({ id }) => id === outcomes.moment)
  const at = moment ? name.level(undefined, moment).toLocaleLowerCase(language) : ''
  const property = cutBy ? `${name.property(cutBy)}: ${at}` : say.moment
  return [
    { kind: 'heading', text: say.title(measure, property) },
    { kind: 'text', text: spreadSentence(outcomes, cutBy, written) },
    spreadTable(outcomes, cutBy, written),
    {
      kind: 'small',
      text: [
        say.foot(range, direction),
        scale.own ? say.own : '',
        sayUnverified(scale.unverified, language) ?? '',
      ]
        .filter(Boolean)
        .join(' '),
    },
  ]
}

function recordedOf({ measures }: TeamOutcomes, written: Written): Block[] {
  const { language } = written
  const say = outcomeWords[language].clinical
  if (measures.length === 0) return []
  return [
    { kind: 'heading', text: say.title },
    {
      kind: 'table',
      columns: [
        { title: say.measure, width: 5 },
        { title: say.value, width: 2, isNumber: true },
        { title: say.interval, width: 2, isNumber: true },
        { title: say.n, width: 2, isNumber: true },
      ],
      rows: measures.map((measure) => [
        `${sayIn(measure.title, language)}\n${measure.direction === 'higher-is-better' ? say.higher : say.lower}`,
        ...recordedCells(measure, written),
      ]),
    },
    { kind: 'small', text: say.foot },
  ]
}
