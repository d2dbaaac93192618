import type { Instrument } from '../instruments/instrument.ts'
import type { AlertRule } from '../outcome-sets/outcome-set.ts'
import { titleForStaff } from '../outcome-sets/staff-title.ts'
import type { Localised } from '../words.ts'

type When = AlertRule['when']

/** What an alert can be about: a score, its change, or one answer. */
export type Subject = {
  kind: When['kind']
  instrument: string
  name: string
  title: Localised
  of: Localised
}

export const subjectsOf = (instruments: readonly Instrument[]): Subject[] =>
  instruments.flatMap((one) => subjectsIn(one, titleForStaff(one)))

const subjectsIn = ({ id: instrument, scales, items }: Instrument, of: Localised): Subject[] => [
  ...scales.map(({ id: name, title }): Subject => ({ kind: 'scale', instrument, name, title, of })),
  ...scales.map(({ id: name, title }): Subject => ({ kind: 'change', instrument, name, title, of })),
  ...items
    .filter(({ kind }) => kind === 'choice' || kind === 'rating' || kind === 'number')
    .map(({ key: name, label }): Subject => ({ kind: 'item', instrument, name, title: label, of })),
]

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
