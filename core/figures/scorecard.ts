import { costWords } from '../costs/cost-words.ts'
import type { CostRow, GroupCosts } from '../costs/costing.ts'
import { costsSaid } from '../costs/costs-said.ts'
import type { TeamCosts } from '../costs/team-costs.ts'
import { spanName } from '../time/period-name.ts'
import { type Formats, formats } from '../words/formats.ts'
import type { Block, Printed } from '../words/printed.ts'
import { type Language, say as sayIn } from '../words.ts'
import type { IndicatorChart, TeamCharts } from './improvement.ts'
import { indicatorFormat } from './indicator-format.ts'
import { scorecardWords } from './scorecard-words.ts'

const SIDES = ['outcome', 'experience', 'clinical', 'process'] as const
type Reader = { language: Language; zone: string }
type Given = {
  charts: Pick<TeamCharts, 'team' | 'group' | 'today' | 'indicators'>
  costs: Omit<TeamCosts, 'maySteer'>
  now: string
}

/** A team's scorecard on paper: each figure by itself, then costs beside the outcome of the same people. `now`: an instant. */
export function printScorecard({ charts, costs, now }: Given, { language, zone }: Reader): Printed {
  const say = scorecardWords[language]
  const format = formats(language, zone)
  return {
    title: say.title(sayIn(charts.group, language)),
    language,
    about: [say.about(charts.team.name, format.day(charts.today))],
    foot: `${charts.team.name} · ${format.dayTime(now)}`,
    blocks: [
      ...SIDES.flatMap((side) => {
        const own = charts.indicators.filter((one) => one.side === side)
        return own.length === 0
          ? []
          : [{ kind: 'heading', text: say.sides[side] } as const, figuresOf(own, language, format)]
      }),
      { kind: 'small', text: say.footOnPaper },
      ...costsOf(costs, language, format),
    ],
  }
}

function figuresOf(own: readonly IndicatorChart[], language: Language, format: Formats): Block {
  const { columns } = scorecardWords[language]
  return {
    kind: 'table',
    columns: [
      { title: columns.figure, width: 6 },
      { title: columns.signal, width: 3 },
      { title: columns.last, width: 4 },
      { title: columns.before, width: 2, isNumber: true },
      { title: columns.target, width: 2, isNumber: true },
      { title: columns.n, width: 2, isNumber: true },
    ],
    rows: own.map((one) => figure(one, language, format)),
  }
}

function figure(indicator: IndicatorChart, language: Language, format: Formats): string[] {
  const say = scorecardWords[language]
  const written = indicatorFormat(language, format)
  const span = spanName(language, format)
  const { title, news, target } = indicator
  const { last, before, kind } = news
  return [
    `${sayIn(title, language)}\n${written.unit(indicator)}, ${written.direction(indicator)}`,
    say.signals[kind],
    last ? `${written.say(indicator, last.value)}\n${span(last.from, last.id)}` : say.few,
    before ? written.say(indicator, before.value) : '–',
    target === null ? '–' : written.say(indicator, target),
    last ? format.number(last.n) : '–',
  ]
}

function costsOf(costs: Given['costs'], language: Language, format: Formats): Block[] {
  const say = costWords[language]
  const span = spanName(language, format)
  const name = (id: string) => {
    const [from = '', to = from] = id.split('/')
    return span(from, to)
  }
  const { cohorts, byTreatment, treatments, treatmentsOf } = costs
  const treatment = (id: string) => {
    const found = treatments.find((one) => one.id === id)
    return found ? sayIn(found.title, language) : say.noTreatment
  }
  const { lead, foot } = costsSaid(costs, language, name)
  const tables = [
    { title: say.byCohort, first: say.cohort, rows: cohorts, nameOf: name },
    {
      title: say.byTreatment(treatmentsOf ? name(treatmentsOf) : ''),
      first: say.treatment,
      rows: byTreatment,
      nameOf: treatment,
    },
  ].filter(({ rows }) => rows.length > 0)
  return [
    { kind: 'heading', text: say.title },
    ...(lead ? [{ kind: 'text', text: lead } as const] : []),
    ...tables.flatMap((table): Block[] => [
      { kind: 'below', text: table.title },
      costTable(table, costs.outcome ? sayIn(costs.outcome.title, language) : '–', language, format),
    ]),
    { kind: 'small', text: foot },
  ]
}

type Table = { first: string; rows: readonly CostRow[]; nameOf(id: string): string }

function costTable(table: Table, outcome: string, language: Language, format: Formats): Block {
  const say = costWords[language]
  const { first, rows, nameOf } = table
  return {
    kind: 'table',
    columns: [
      { title: first, width: 4 },
      { title: say.people, width: 2, isNumber: true },
      { title: say.euros, width: 3, isNumber: true },
      { title: outcome, width: 4 },
      { title: say.energy, width: 2, isNumber: true },
      { title: say.visits, width: 2, isNumber: true },
    ],
    rows: rows.map(({ id, costs }) => [
      nameOf(id),
      ...(costs ? cells(costs, language, format) : [say.hidden, '–', '–', '–', '–']),
    ]),
  }
}

function cells(
  { people, euros, better, n, minutes, visits }: GroupCosts,
  language: Language,
  format: Formats,
) {
  const say = costWords[language]
  const between = (low: string, high: string) => (low === high ? '' : `\n${low}–${high}`)
  return [
    format.number(people),
    euros
      ? `€\u00A0${format.number(euros.value)}${between(format.number(euros.low), format.number(euros.high))}`
      : say.noPrice,
    better
      ? `${format.percent(better.value)} %${between(format.percent(better.low), format.percent(better.high))}, ${say.answered(n, people)}`
      : say.hidden,
    format.number(minutes),
    format.number(visits, 1),
  ]
}
