import type { Anchor } from '../outcome-sets/moment.ts'
import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import { BIRTH_DATE } from '../outcome-sets/patient-dates.ts'
import { idShape } from '../shapes.ts'
import { fold } from '../words/fold.ts'

type Named = { id: string }

/** Puts one in the place of the one with this id, or at the end where there is none. */
const placed = <One extends Named>(all: readonly One[], one: One): One[] =>
  all.some(({ id }) => id === one.id) ? all.map((each) => (each.id === one.id ? one : each)) : [...all, one]

/** The questionnaires of a set as a list, as those of its other parts are. */
export const picked = {
  read: (set: OutcomeSet) => set.instruments,
  write: (set: OutcomeSet, all: readonly unknown[]): OutcomeSet => ({
    ...set,
    instruments: all as OutcomeSet['instruments'],
  }),
}

/** Names an instrument in this version, instead of the version that was named before. */
export const withInstrument = (set: OutcomeSet, named: { id: string; version: number }): OutcomeSet => ({
  ...set,
  instruments: placed(set.instruments, named),
})

/** What moments of a set can be counted from. */
export const anchorsOf = (
  { carePath, appointmentKinds, patientDates, moments }: OutcomeSet,
  own: string,
): Anchor[] => [
  { kind: 'enrolment' },
  ...appointmentKinds.flatMap(({ id: appointmentKind }): Anchor[] => [
    { kind: 'appointment', appointmentKind, which: 'first' },
    { kind: 'appointment', appointmentKind, which: 'each' },
  ]),
  ...carePath.stages.map(({ id: stage }): Anchor => ({ kind: 'stage', stage })),
  ...[BIRTH_DATE, ...patientDates.map(({ id }) => id)].map(
    (name): Anchor => ({ kind: 'patient-date', name }),
  ),
  ...moments.filter(({ id }) => id !== own).map(({ id: moment }): Anchor => ({ kind: 'response', moment })),
]

/** An id that says the name and is not taken. */
export function freshId(name: string, taken: readonly Named[]): string {
  const plain = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^[^a-z]+|-+$/g, '')
  const base = plain || 'new'
  const isFree = (id: string) => taken.every((one) => one.id !== id) && idShape.safeParse(id).success
  const numbered = [null, ...taken].map((_, place) => `${base}-${place + 2}`)
  return [base, ...numbered].find(isFree) ?? base
}
