import { changeSentence } from '../../../core/change/change-words.ts'
import { verdictOf } from '../../../core/change/finding.ts'
import type { ChangeSince, TrendPoint } from '../../../core/change/trend.ts'
import type { OnePager, Panel } from '../../../core/consult/one-pager.ts'
import { sayUnverified } from '../../../core/instruments/unverified.ts'
import type { Formats } from '../../../core/words/formats.ts'
import type { Language, Localised } from '../../../core/words.ts'
import type { Since, TimeChartData, TimePanel, TimePoint } from '../../kit/charts/time/data.ts'
import { useFormats } from '../../kit/format.ts'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import { chartWords } from './chart-words.ts'
import { decisionWords } from './decision-words.ts'
import { useWays, type Ways } from './ways.ts'

const DAY = 86_400_000
const SHORTEST = 180 // days on the axis at least, so that two weeks do not look like a history

type Say = (typeof chartWords)['nl']
type Tools = {
  say: Say
  local: (text: Localised) => string
  format: Formats
  language: Language
  decided: string
}

/** The one-pager's scores, stages and treatments as a chart. */
export function useChart(page: OnePager, sentence: string): TimeChartData {
  const tools = {
    say: useWords(chartWords),
    local: useLocal(),
    format: useFormats(),
    language: useLanguage().language,
    decided: useWords(decisionWords).decided,
  }
  const { say, local, format } = tools
  const ways = useWays(page)
  const first = page.panels
    .flatMap(({ trend }) => trend.points.map(({ at }) => at))
    .reduce(earliest, page.enrolment.startedOn)
  const from = [first, daysFrom(page.now, -SHORTEST)].reduce(earliest)
  const soon = page.planned.filter((at) => at < daysFrom(page.now, SHORTEST)).reduce(latest, page.now)
  return {
    sentence,
    today: page.now,
    from: daysFrom(from, -10),
    until: daysFrom(soon, 14),
    stages: page.stages.map(({ title, from: start, until }) => ({ name: local(title), from: start, until })),
    events: eventsOf(page, tools),
    panels: page.panels.map((panel) => panelOf(panel, tools, ways)),
    planned: page.planned,
    normName: normName(page.panels, tools),
    legend: ways.legend,
    sinceNames: [
      sinceName(page.panels, 'sincePrevious', say.sincePrevious, say.sincePreviousAny, format),
      sinceName(page.panels, 'sinceFirst', say.sinceFirst, say.sinceFirstAny, format),
    ],
  }
}

const earliest = (a: string, b: string) => (a < b ? a : b)
const latest = (a: string, b: string) => (a > b ? a : b)
const daysFrom = (iso: string, days: number) => new Date(Date.parse(iso) + days * DAY).toISOString()

function eventsOf(page: OnePager, { local, decided }: Tools): TimeChartData['events'] {
  const { treatment } = page.enrolment
  const chosen = treatment?.chosenOn
    ? [{ name: local(treatment.title), at: treatment.chosenOn, open: true }]
    : []
  const given = page.treatments.map(({ title, at }) => ({ name: local(title), at }))
  const met = page.decisions.map(({ at }) => ({ name: decided, at, open: true }))
  return [...chosen, ...given, ...met].sort((a, b) => (a.at < b.at ? -1 : 1))
}

function panelOf(panel: Panel, { local, language }: Tools, ways: Ways): TimePanel {
  const marks = [...(panel.own ? ['*'] : []), ...(panel.unverified.length > 0 ? ['†'] : [])]
  const since = (change: ChangeSince | null) => sinceOf(change, language, panel.decimals)
  return {
    id: panel.id,
    title: local(panel.title),
    about: `${local(panel.instrument)}\u00a0${marks.join('')}`.trim(), // the marks stay with the last word
    unverified: sayUnverified(panel.unverified, language),
    direction: local(panel.directionWords),
    range: panel.range,
    decimals: panel.decimals,
    bands: panel.bands.map((band) => ({ from: band.from, label: local(band.label), concern: band.concern })),
    norm: panel.norm?.mean ?? null,
    points: panel.trend.points.map((point) => pointOf(point, panel, ways)),
    since: [since(panel.trend.sincePrevious), since(panel.trend.sinceFirst)],
  }
}

function pointOf(point: TrendPoint, panel: Panel, ways: Ways): TimePoint {
  const { at } = point
  const { trend, concerns } = panel
  switch (point.kind) {
    case 'score': {
      const isWorse = point.assessmentId === trend.last?.assessmentId && trend.sincePrevious?.kind === 'worse'
      return {
        kind: 'score',
        at,
        value: point.value,
        concern: isWorse || concerns.includes(point.assessmentId),
        ...ways.of(point, panel),
      }
    }
    case 'not-computable':
      return point
    case 'missed':
    case 'not-asked':
      return { kind: point.kind, at }
  }
}

const sinceOf = (change: ChangeSince | null, language: Language, decimals: number): Since | null =>
  change && {
    at: change.at,
    value: change.value,
    verdict: verdictOf(change.kind),
    sentence: changeSentence(change, language, decimals),
  }

/** With its date when all panels compare with the same day. */
function sinceName(
  panels: readonly Panel[],
  which: 'sincePrevious' | 'sinceFirst',
  dated: (date: string) => string,
  any: string,
  format: Formats,
): string {
  const days = (at: string | undefined) => (at === undefined ? [] : [format.isoDay(at)])
  const all = new Set(panels.flatMap(({ trend }) => days(trend[which]?.at)))
  const [day] = all
  return day && all.size === 1 ? dated(format.date(day)) : all.size === 0 && which === 'sinceFirst' ? '' : any
}

/** Whose norm it is, when all panels have the same people's. */
function normName(panels: readonly Panel[], { say, language }: Tools): string | null {
  const norms = panels.flatMap(({ norm }) => norm ?? [])
  const [norm] = norms
  if (!norm) return null
  const name = ({ sex, age, country }: typeof norm) => {
    const people = sex === 'female' ? say.women : sex === 'male' ? say.men : say.everybody
    const region = new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country
    return `${people}${age ? ` ${say.years(age.from, age.to)}` : ''}, ${region}`
  }
  return new Set(norms.map(name)).size === 1 ? name(norm) : say.likeThem
}
