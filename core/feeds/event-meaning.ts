import { isAmongCodes } from '../codes/among.ts'
import type { CareEvent } from '../outcome-sets/care-event.ts'
import type { ClinicalMeasure } from '../outcome-sets/measure.ts'
import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import type { EventMessage } from './event-message.ts'
import { type FeedRules, matchingEventRule } from './feed-rules.ts'
import { valueProblem } from './measure-value.ts'

/** What a message means for one outcome set. */
export type Meaning =
  | { what: 'event'; event: CareEvent }
  | { what: 'measure'; measure: ClinicalMeasure; value: number }
  | { what: 'diagnosis' }

type Team = { id: string; set: OutcomeSet }

/** By which name a meaning is stored. */
export const meaningKey = (meaning: Exclude<Meaning, { what: 'diagnosis' }>): string =>
  meaning.what === 'event' ? `event:${meaning.event.id}` : `measure:${meaning.measure.id}`

/**
 * What a message means to each of these teams: by the organisation's own rule where one holds, by the codes of the
 * outcome sets where none does. Nothing where it is none of ours.
 */
export function meaningsFor<T extends Team>(
  message: EventMessage,
  teams: readonly T[],
  rules: FeedRules,
): { team: T; meanings: Meaning[] }[] {
  const [kind = '', ...codes] = message.codes.map(({ code }) => code)
  const rule = matchingEventRule(rules, { kind, codes, location: message.location })
  const meant = teams.map((team) => ({
    team,
    meanings: rule ? byRule(rule.to, team, message) : byCodes(team.set, message),
  }))
  return meant.filter(({ meanings }) => meanings.length > 0)
}

function byRule(
  to: { teamId: string; means: string } | null,
  { id, set }: Team,
  message: EventMessage,
): Meaning[] {
  if (to?.teamId !== id) return []
  const [what = '', name] = to.means.split(':')
  if (what === 'diagnosis') return [{ what }]
  const event = set.events.find((one) => what === 'event' && one.id === name)
  const measure = set.measures.find((one) => what === 'measure' && one.id === name)
  return [
    ...(event ? [{ what: 'event' as const, event }] : []),
    ...(measure && measure.kind !== 'scale' ? measured(measure, message) : []),
  ]
}

function byCodes({ events, measures, patientGroup }: OutcomeSet, message: EventMessage): Meaning[] {
  const isOneOf = (list: Parameters<typeof isAmongCodes>[0]) =>
    message.codes.some((code) => isAmongCodes(list, code))
  const isOfGroup =
    message.kind === 'condition' && isOneOf(patientGroup.include) && !isOneOf(patientGroup.exclude)
  return [
    ...(message.kind === 'observation' ? [] : events)
      .filter(({ codes }) => isOneOf(codes))
      .map((event) => ({ what: 'event' as const, event })),
    ...measures.flatMap((measure) =>
      measure.kind !== 'scale' && isOneOf(measure.codes) ? measured(measure, message) : [],
    ),
    ...(isOfGroup ? [{ what: 'diagnosis' as const }] : []),
  ]
}

/** What happened is a yes to a question of yes or no; a number that cannot be one is left out. */
function measured(measure: ClinicalMeasure, { kind, value, status }: EventMessage): Meaning[] {
  if (status === 'withdrawn') return [{ what: 'measure', measure, value: 0 }]
  const given = kind !== 'observation' && measure.kind === 'event' ? 1 : value
  if (given === undefined) return []
  const exact = measure.kind === 'value' ? Number(given.toFixed(measure.decimals)) : given
  return valueProblem(measure, exact) ? [] : [{ what: 'measure', measure, value: exact }]
}
