import type { IndicatorChart } from '../figures/improvement.ts'
import type { ChartKind } from '../statistics/control-limits.ts'

// What the meetings are about that talk of a group of patients and never of one: figures, improvements, actions, cases.

/** An MDO is about named patients; the others see figures of groups only. */
export const meetingKinds = ['mdo', 'improvement', 'mirror', 'steering'] as const
export type MeetingKind = (typeof meetingKinds)[number]

/** How somebody belongs to a meeting: a colleague, somebody of elsewhere asked for this once, who speaks for patients. */
export const meetingParts = ['member', 'guest', 'representative'] as const
export type MeetingPart = (typeof meetingParts)[number]

/** Why a patient's course is to be looked at again by the team. */
export const caseKinds = ['complication', 'learning'] as const
export type CaseKind = (typeof caseKinds)[number]

/** An indicator as it stood when it was put on the list. */
export type Figure = Pick<
  IndicatorChart,
  'title' | 'direction' | 'unit' | 'range' | 'decimals' | 'target' | 'news'
> & { chart: { kind: ChartKind } }

/** What a point of the list is about, as it stood when it was put there; null of a patient (MDO). */
export type Subject =
  | { kind: 'indicator'; id: string; why: Why | null; figure: Figure }
  | { kind: 'improvement'; id: string; title: string; startedOn: string; expected: string }
  | { kind: 'actions'; open: number }
  /** `what`: null for who may not read it. */
  | { kind: 'case'; id: string; about: CaseKind; what: string | null }
  | { kind: 'free' }

/** What a list cannot hold twice. */
export const topicOf = (subject: Exclude<Subject, { kind: 'free' }>): string =>
  subject.kind === 'actions' ? 'actions' : `${subject.kind}:${subject.id}`

/** Why an indicator asks to be talked about, the most pressing first. */
const whys = ['worse', 'mixed', 'off-target', 'better'] as const
export type Why = (typeof whys)[number]

/** What a control chart signals, else that the last periods are on the wrong side of the target; null for neither. */
function whyOf({
  news,
  target,
  direction,
}: Pick<IndicatorChart, 'news' | 'target' | 'direction'>): Why | null {
  if (news.kind === 'worse' || news.kind === 'mixed') return news.kind
  if (news.last && target !== null) {
    const behind = direction === 'higher-is-better' ? target - news.last.value : news.last.value - target
    if (behind > 0) return 'off-target'
  }
  return news.kind === 'better' ? 'better' : null
}

export const subjectOfIndicator = (one: IndicatorChart): Subject & { kind: 'indicator' } => {
  const { id, title, direction, unit, range, decimals, target, news, chart } = one
  const figure = { title, direction, unit, range, decimals, target, news, chart: { kind: chart.kind } }
  return { kind: 'indicator', id, why: whyOf(one), figure }
}

/** The indicators that ask to be talked about, the most pressing first. */
export const signalled = (indicators: readonly IndicatorChart[]): Subject[] =>
  indicators
    .map(subjectOfIndicator)
    .filter(({ why }) => why !== null)
    .toSorted((a, b) => whys.indexOf(a.why as Why) - whys.indexOf(b.why as Why))
