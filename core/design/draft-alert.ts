import type { Instrument } from '../instrument.ts'
import type { AlertRule } from '../outcome-set.ts'
import type { Localised } from '../words.ts'

type When = AlertRule['when']

/** An alert that is being written: it is no rule before somebody is to respond, within a time. */
export type DraftAlert = Omit<AlertRule, 'when' | 'role' | 'respondWithin'> & {
  when: When | null
  role: string | null
  respondWithin: string
}

/** What an alert can be about: a score, its change, or one answer. */
export type Subject = {
  kind: When['kind']
  instrument: string
  name: string
  title: Localised
  of: Localised
}

export const subjectsOf = (instruments: readonly Instrument[]): Subject[] =>
  instruments.flatMap(({ id: instrument, title: of, scales, items }) => [
    ...scales.map(({ id: name, title }): Subject => ({ kind: 'scale', instrument, name, title, of })),
    ...scales.map(({ id: name, title }): Subject => ({ kind: 'change', instrument, name, title, of })),
    ...items
      .filter(({ kind }) => kind === 'choice' || kind === 'rating' || kind === 'number')
      .map(({ key: name, label }): Subject => ({ kind: 'item', instrument, name, title: label, of })),
  ])

export const isAbout = (when: When | null, { kind, instrument, name }: Subject): boolean =>
  when !== null &&
  when.kind === kind &&
  when.instrument === instrument &&
  (when.kind === 'item' ? when.item : when.scale) === name

/** A rule about this subject, with the limit that stood there, if any. */
export function ruleAbout({ kind, instrument, name }: Subject, before: When | null): When {
  if (kind === 'change')
    return { kind, instrument, scale: name, since: before?.kind === 'change' ? before.since : 'previous' }
  const limit = before && before.kind !== 'change' ? before : { op: '>=' as const, value: Number.NaN }
  const { op, value } = limit
  return kind === 'item'
    ? { kind, instrument, item: name, op, value }
    : { kind, instrument, scale: name, op, value }
}

/** The rule, once nothing is missing: a subject with its limit, a role, a time, a name in both languages. */
export function wholeAlert({ when, role, respondWithin, ...rest }: DraftAlert): AlertRule | null {
  const hasLimit = when !== null && (when.kind === 'change' || Number.isFinite(when.value))
  const isNamed = rest.title.nl.trim() !== '' && rest.title.en.trim() !== ''
  return hasLimit && isNamed && role && respondWithin ? { ...rest, when, role, respondWithin } : null
}
