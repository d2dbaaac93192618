import type { Trend } from '../change/trend.ts'
import { meets } from '../outcome-sets/rule-shape.ts'
import type { TriageModule, TriageRule } from '../outcome-sets/triage-shape.ts'
import type { Localised } from '../words.ts'

/** Red: this patient comes. Yellow: at least a telephone call. Green: the visit could be left out. */
export type TriageLevel = 'green' | 'yellow' | 'red'

/** How a visit goes on, from the most contact to the least. */
export const visitForms = ['visit', 'phone', 'skip'] as const
export type VisitForm = (typeof visitForms)[number]

/** What the rules of a set say of one answer: which were met, and whether a score that they ask for is not there. */
export type Judged = { red: string[]; yellow: string[]; isIncomplete: boolean }

/** Scores beside the rules. `trendOf` gives the trend of a scale that ends with this answer; nothing where it has no score. */
export function judge(
  { red, yellow }: TriageModule,
  trendOf: (instrument: string, scale: string) => Trend | undefined,
): Judged {
  const verdicts = [...red, ...yellow].map((rule) => ({ rule, verdict: verdictOf(rule, trendOf) }))
  const met = verdicts.filter(({ verdict }) => verdict === 'met').map(({ rule }) => rule)
  const idsIn = (rules: readonly TriageRule[]) => rules.filter((one) => met.includes(one)).map(({ id }) => id)
  return {
    red: idsIn(red),
    yellow: idsIn(yellow),
    isIncomplete: verdicts.some(({ verdict }) => verdict === 'unknown'),
  }
}

function verdictOf({ when }: TriageRule, trendOf: Parameters<typeof judge>[1]): 'met' | 'not' | 'unknown' {
  const trend = trendOf(when.instrument, when.scale)
  if (!trend?.last) return 'unknown'
  if (when.kind === 'scale') return meets(trend.last.value, when) ? 'met' : 'not'
  const change = when.since === 'first' ? (trend.sinceFirst ?? trend.sincePrevious) : trend.sincePrevious
  if (!change) return 'not' // nothing to compare with yet
  if (change.kind === 'unknown') return 'unknown'
  return change.kind === 'worse' ? 'met' : 'not'
}

/** Beside the scores: what makes a visit necessary, or a talk worth having, whatever they say. */
export type Around = {
  openAlerts: number
  urgent: boolean
  hasTopics: boolean
  /** Null where the patient did not say. */
  wish: VisitForm | null
}

/** Why it is this level: a rule of the set, or one that holds for all sets. */
export type TriageReason = 'alert' | 'urgent' | 'incomplete' | 'topics' | { rule: Localised }

export type Proposal = {
  level: TriageLevel
  reasons: TriageReason[]
  wish: VisitForm | null
  proposal: VisitForm
}

/** The least contact that a level allows. */
const LEAST: Record<TriageLevel, VisitForm> = { red: 'visit', yellow: 'phone', green: 'skip' }

/**
 * What is proposed for a visit: never less contact than the level allows, and never less than the patient wished. Who
 * wished nothing comes as planned. What cannot be judged, and what the patient wants to talk about, is never green.
 */
export function propose(module: TriageModule, judged: Judged, around: Around): Proposal {
  const titled = (rules: readonly TriageRule[], ids: readonly string[]) =>
    rules.filter(({ id }) => ids.includes(id)).map(({ title }) => ({ rule: title }))
  const red: TriageReason[] = [
    ...(around.openAlerts > 0 ? (['alert'] as const) : []),
    ...(around.urgent ? (['urgent'] as const) : []),
    ...titled(module.red, judged.red),
  ]
  const yellow: TriageReason[] = [
    ...titled(module.yellow, judged.yellow),
    ...(judged.isIncomplete ? (['incomplete'] as const) : []),
    ...(around.hasTopics ? (['topics'] as const) : []),
  ]
  const level = red.length > 0 ? 'red' : yellow.length > 0 ? 'yellow' : 'green'
  const asked = [LEAST[level], around.wish ?? 'visit']
  const proposal = visitForms.find((form) => asked.includes(form)) ?? 'visit'
  return { level, reasons: level === 'red' ? red : yellow, wish: around.wish, proposal }
}

/** What the patient wished, of the answer to the question of the set. */
export function wishOf({ wish }: TriageModule, answer: unknown): VisitForm | null {
  return visitForms.find((form) => wish[form] === answer) ?? null
}
