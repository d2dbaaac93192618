import { fold } from '../fold.ts'
import type { Anchor, Moment } from '../moment.ts'
import type { AlertRule, OutcomeSet } from '../outcome-set.ts'

type Named = { id: string }

/** Puts one in the place of the one with this id, or at the end where there is none. */
const placed = <One extends Named>(all: readonly One[], one: One): One[] =>
  all.some(({ id }) => id === one.id) ? all.map((each) => (each.id === one.id ? one : each)) : [...all, one]

const without = <One extends Named>(all: readonly One[], id: string): One[] =>
  all.filter((one) => one.id !== id)

export const withMoment = (set: OutcomeSet, moment: Moment): OutcomeSet => ({
  ...set,
  moments: placed(set.moments, moment),
})
export const withoutMoment = (set: OutcomeSet, id: string): OutcomeSet => ({
  ...set,
  moments: without(set.moments, id),
})
export const withAlert = (set: OutcomeSet, alert: AlertRule): OutcomeSet => ({
  ...set,
  alerts: placed(set.alerts, alert),
})
export const withoutAlert = (set: OutcomeSet, id: string): OutcomeSet => ({
  ...set,
  alerts: without(set.alerts, id),
})
export const withStage = (set: OutcomeSet, stage: OutcomeSet['carePath']['stages'][number]): OutcomeSet => ({
  ...set,
  carePath: { ...set.carePath, stages: placed(set.carePath.stages, stage) },
})

/** Names an instrument in this version, instead of the version that was named before. */
export const withInstrument = (set: OutcomeSet, named: { id: string; version: number }): OutcomeSet => ({
  ...set,
  instruments: placed(set.instruments, named),
})
export const withoutInstrument = (set: OutcomeSet, id: string): OutcomeSet => ({
  ...set,
  instruments: without(set.instruments, id),
})

/** Whether something of a set is about this instrument: then it cannot leave the set. */
export const isNeeded = ({ moments, alerts, measures, triage }: OutcomeSet, instrument: string): boolean =>
  moments.some(
    ({ instruments, ifScores = [] }) =>
      instruments.includes(instrument) || ifScores.some((one) => one.instrument === instrument),
  ) ||
  alerts.some(({ when }) => when.instrument === instrument) ||
  measures.some((measure) => measure.kind === 'scale' && measure.instrument === instrument) ||
  triage?.wish.instrument === instrument ||
  [...(triage?.red ?? []), ...(triage?.yellow ?? [])].some(({ when }) => when.instrument === instrument)

/** What moments of a set can be counted from. */
export const anchorsOf = ({ carePath, appointmentKinds, moments }: OutcomeSet, own: string): Anchor[] => [
  { kind: 'enrolment' },
  ...appointmentKinds.flatMap(({ id: appointmentKind }): Anchor[] => [
    { kind: 'appointment', appointmentKind, which: 'first' },
    { kind: 'appointment', appointmentKind, which: 'each' },
  ]),
  ...carePath.stages.map(({ id: stage }): Anchor => ({ kind: 'stage', stage })),
  ...moments.filter(({ id }) => id !== own).map(({ id: moment }): Anchor => ({ kind: 'response', moment })),
]

/** An id that says the name and is not taken. */
export function freshId(name: string, taken: readonly Named[]): string {
  const plain = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 50)
  const base = plain || 'new'
  const isFree = (id: string) => taken.every((one) => one.id !== id)
  const numbered = taken.map((_, place) => `${base}-${place + 2}`)
  return [base, ...numbered].find(isFree) ?? base
}
