import { type Asked, trendOf } from '../../core/change/trend.ts'
import type { Panel } from '../../core/consult/one-pager.ts'
import { bandOf } from '../../core/instruments/bands.ts'
import type { Instrument } from '../../core/instruments/instrument.ts'
import { normFor } from '../../core/instruments/norm.ts'
import type { Scale } from '../../core/instruments/scale.ts'
import { unverifiedParts } from '../../core/instruments/unverified.ts'
import { once } from '../../core/memo.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import { titleForStaff } from '../../core/outcome-sets/staff-title.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { PathFacts } from './facts.ts'

type Person = { birthDate: string; sex: string }
type Shown = { measure: string; instrument: Instrument; scale: Scale; title: Panel['title'] }

type About = { person: Person; treatment: string | null; now: string }

/** One panel per scale of the outcome set that was ever asked, in the set's own order of domains. */
export function panelsOf(version: SetVersion, facts: PathFacts, { person, treatment, now }: About): Panel[] {
  return scalesOf(version)
    .map((shown) => {
      const trend = trendOf(shown.scale, askedFor(version.set, shown, facts), now, treatment ?? undefined)
      return describePanel(
        version.set,
        shown,
        facts,
        trend,
        normFor(shown.scale.norms, person, now.slice(0, 10)),
      )
    })
    .filter(({ trend }) => trend.points.some(({ kind }) => kind !== 'not-asked'))
}

/** Scales on which the newest answer raised an alert come first, then those of high concern; the others keep the set's order. */
export function alarmingFirst(panels: readonly Panel[], newest: string | null): Panel[] {
  const rank = ({ concerns, bands, trend: { last } }: Panel) => {
    if (newest !== null && concerns.includes(newest)) return 0
    return last?.assessmentId === newest && bandOf({ bands }, last.value)?.concern === 'high' ? 1 : 2
  }
  return panels.toSorted((a, b) => rank(a) - rank(b))
}

/** Every scale of an outcome set, in the set's own order of domains. */
export const scalesOf = once(({ set, instruments }: SetVersion): Shown[] => {
  const order = new Map(set.domains.map(({ id }, place) => [id, place]))
  return set.measures
    .flatMap((measure) => {
      if (measure.kind !== 'scale') return []
      const instrument = instruments.get(measure.instrument)
      const scale = instrument?.scales.find(({ id }) => id === measure.scale)
      return instrument && scale ? [{ measure: measure.id, title: measure.title, instrument, scale }] : []
    })
    .sort((a, b) => (order.get(a.scale.domain) ?? order.size) - (order.get(b.scale.domain) ?? order.size))
})

/** What every assessment gave for one scale; the newest scoring where it was scored again. */
function askedFor(set: OutcomeSet, { instrument, scale }: Shown, facts: PathFacts): Asked[] {
  const responses = new Map(facts.responses.map((response) => [response.assessmentId, response]))
  const scored = new Map(
    facts.scores
      .filter((row) => row.instrument === instrument.id && row.scale === scale.id)
      .sort((a, b) => a.scoringVersion - b.scoringVersion)
      .map((row) => [row.responseId, row]),
  )
  const asking = new Set(
    set.moments.filter(({ instruments }) => instruments.includes(instrument.id)).map(({ id }) => id),
  )
  return facts.assessments
    .filter(({ id, withdrawnAt }) => withdrawnAt === null || responses.get(id)?.submittedAt)
    .map((assessment) => {
      const response = responses.get(assessment.id)
      return {
        assessmentId: assessment.id,
        dueAt: assessment.dueAt,
        closesAt: assessment.closesAt,
        submittedAt: response?.submittedAt ?? null,
        byProxy: response?.respondent === 'proxy',
        asks: asking.has(assessment.moment),
        score: (response && scored.get(response.id)) ?? null,
      }
    })
}

function describePanel(
  set: OutcomeSet,
  { measure, title, instrument, scale }: Shown,
  facts: PathFacts,
  trend: Panel['trend'],
  norm: ReturnType<typeof normFor>,
): Panel {
  const { directionWords, direction, range, decimals, bands } = scale
  return {
    id: measure,
    title,
    instrument: titleForStaff(instrument),
    own: instrument.kind === 'own',
    unverified: unverifiedParts(scale),
    directionWords,
    direction,
    range,
    decimals,
    bands,
    norm: norm && { mean: norm.mean, country: norm.country, age: norm.age ?? null, sex: norm.sex ?? null },
    trend,
    concerns: concernsOf(set, instrument, scale, facts),
  }
}

/** The assessments in which an alert was raised on this scale or on one of its items. */
function concernsOf(set: OutcomeSet, instrument: Instrument, scale: Scale, facts: PathFacts): string[] {
  const about = set.alerts.filter(
    ({ when }) =>
      when.instrument === instrument.id &&
      (when.kind === 'item' ? scale.items.includes(when.item) : when.scale === scale.id),
  )
  const rules = new Set(about.map(({ id }) => id))
  const raised = new Set(
    facts.alerts.filter(({ rule }) => rules.has(rule)).map(({ responseId }) => responseId),
  )
  return facts.responses.filter(({ id }) => raised.has(id)).map(({ assessmentId }) => assessmentId)
}
