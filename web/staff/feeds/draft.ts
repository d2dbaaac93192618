import {
  type EventRule,
  type FeedRule,
  type FeedRules,
  feedSources,
  type RuleField,
  sameDayBy,
} from '../../../core/feeds/feed-rules.ts'
import type { SameDay } from '../../../core/schedule/same-day-ways.ts'

export type Mode = 'all' | 'any' | 'not'
export type ConditionDraft = { key: number; mode: Mode; field: RuleField; words: string }
/** A rule as somebody edits it: conditions in one list, words one to a line: a title may have a comma. `to` is 'team kind', `nobody`, or '' until chosen. */
export type RuleDraft = {
  key: number
  name: string
  conditions: ConditionDraft[]
  to: string
  side: '' | 'left' | 'right' | 'both'
}
export type FeedSource = (typeof feedSources)[number]
export type Draft = {
  rules: RuleDraft[]
  events: RuleDraft[]
  enrols: readonly string[]
  ownNumbers: string
  sameDay: readonly { source: FeedSource; way: SameDay }[]
  verifiesBsn: readonly FeedSource[]
}

const modes = ['all', 'any', 'not'] as const

let lastKey = 0
const newKey = () => ++lastKey

export const newCondition = (): ConditionDraft => ({ key: newKey(), mode: 'all', field: 'code', words: '' })
export const newRule = (): RuleDraft => ({
  key: newKey(),
  name: '',
  conditions: [newCondition()],
  to: '',
  side: '',
})

/** Where a rule leads that says: none of ours. */
export const nobody = 'nobody'

/** Whether something is still to be filled in: what is left open must not come to mean everything, or nobody. */
export const isUnfinished = ({ name, conditions, to }: RuleDraft) =>
  name.trim() === '' || to === '' || conditions.some(({ words }) => listOf(words, '\n').length === 0)

export const targetOf = (teamId: string, kind: string) => `${teamId} ${kind}`

export const draftOf = (content: FeedRules): Draft => ({
  ownNumbers: content.ownNumbers.join('\n'),
  verifiesBsn: content.verifiesBsn ?? [],
  sameDay: feedSources.map((source) => ({ source, way: sameDayBy(content, source) })),
  ...listsOf(content),
})

const listsOf = ({
  rules,
  events = [],
  enrols = [],
}: FeedRules): Pick<Draft, 'rules' | 'events' | 'enrols'> => ({
  enrols,
  rules: rules.map((rule) => ({
    ...conditionsOf(rule),
    to: rule.to ? targetOf(rule.to.teamId, rule.to.kind) : nobody,
    side: rule.to?.side ?? '',
  })),
  events: events.map((rule) => ({
    ...conditionsOf(rule),
    to: rule.to ? targetOf(rule.to.teamId, rule.to.means) : nobody,
    side: '',
  })),
})

const conditionsOf = (rule: FeedRule | EventRule) => ({
  key: newKey(),
  name: rule.name,
  conditions: modes.flatMap((mode) =>
    rule[mode].map(({ field, is }) => ({ key: newKey(), mode, field, words: is.join('\n') })),
  ),
})

export const rulesOf = ({ rules, events, enrols, ownNumbers, sameDay, verifiesBsn }: Draft): FeedRules => ({
  ownNumbers: listOf(ownNumbers, '\n'),
  rules: rules.map((rule) => ({ ...conditionalOf(rule), to: kindOf(rule) })),
  events: events.map((rule) => ({ ...conditionalOf(rule), to: meaningOf(rule) })),
  enrols: [...enrols],
  ...sameDayOf(sameDay),
  ...(verifiesBsn.length > 0 ? { verifiesBsn: [...verifiesBsn] } : {}),
})

/** Only what is not as it always was. */
function sameDayOf(given: Draft['sameDay']): Pick<FeedRules, 'sameDay'> {
  const chosen = given.flatMap(({ source, way }) => (way === 'each' ? [] : [[source, way] as const]))
  return chosen.length > 0 ? { sameDay: Object.fromEntries(chosen) } : {}
}

function kindOf({ to, side }: RuleDraft): FeedRule['to'] {
  const [teamId = '', kind = ''] = to.split(' ')
  return to === nobody ? null : { teamId, kind, ...(side === '' ? {} : { side }) }
}

function meaningOf({ to }: RuleDraft): EventRule['to'] {
  const [teamId = '', means = ''] = to.split(' ')
  return to === nobody ? null : { teamId, means }
}

function conditionalOf({ name, conditions }: RuleDraft): Pick<FeedRule, 'name' | 'all' | 'any' | 'not'> {
  const of = (mode: Mode) =>
    conditions.flatMap((one) => {
      const is = listOf(one.words, '\n')
      return one.mode === mode && is.length > 0 ? [{ field: one.field, is }] : []
    })
  return { name, all: of('all'), any: of('any'), not: of('not') }
}

const listOf = (text: string, between: string) =>
  text.split(between).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
