import { isAmongCodes } from '../../core/codes/among.ts'
import { type FeedRules, matchingEventRule } from '../../core/feeds/feed-rules.ts'
import type { CareEvent } from '../../core/outcome-sets/care-event.ts'
import type { ClinicalMeasure } from '../../core/outcome-sets/measure.ts'
import type { Localised } from '../../core/words.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Enrolment } from '../enrolments/store.ts'

// What a row of a file calls a measure, or something that happened: by its id in the outcome set, by the hospital's own
// code where a rule says what that means, or by a code of the outcome set itself.

/** `event`: where it is something that happened, to which the answer is yes or no. */
export type Named = {
  id: string
  title: Localised
  limits: ClinicalMeasure | { kind: 'event' }
  event: CareEvent | null
}
type Set = SetVersion['set']

export const clinical = (set: Set | undefined) => set?.measures.filter(({ kind }) => kind !== 'scale') ?? []

/** What a name means on a care path; null where it means nothing there. */
export function namedOn(
  { teamId }: Pick<Enrolment, 'teamId'>,
  set: Set,
  rules: FeedRules,
  name: string,
): Named | null {
  const byId = named(set, ({ id }) => id === name)
  if (byId) return byId
  const rule = matchingEventRule(rules, { kind: name })
  if (rule) {
    const [what, meant] = rule.to?.teamId === teamId ? rule.to.means.split(':') : []
    return named(set, ({ id }, kind) => id === meant && kind === what)
  }
  return named(set, ({ codes = [] }) => isAmongCodes(codes, { code: name }))
}

type Coded = { id: string; codes?: Parameters<typeof isAmongCodes>[0] }

function named(set: Set, is: (one: Coded, kind: 'measure' | 'event') => boolean): Named | null {
  const measure = set.measures.find((one) => one.kind !== 'scale' && is(one, 'measure'))
  if (measure && measure.kind !== 'scale')
    return { id: measure.id, title: measure.title, limits: measure, event: null }
  const event = set.events.find((one) => is(one, 'event'))
  return event ? { id: event.id, title: event.title, limits: { kind: 'event' }, event } : null
}
