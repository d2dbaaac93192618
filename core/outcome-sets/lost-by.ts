import type { Instrument } from '../instruments/instrument.ts'
import type { OutcomeSet } from './outcome-set.ts'

/** What a path may hold on to by an id of its version. */
export const lostKinds = [
  'stages',
  'treatmentOptions',
  'moments',
  'measures',
  'alerts',
  'instruments',
  'appointmentKinds',
  'events',
] as const
export type LostKind = (typeof lostKinds)[number]

export type Lost = Readonly<Record<LostKind, readonly string[]>>

type Version = {
  set: Pick<
    OutcomeSet,
    'carePath' | 'treatmentOptions' | 'moments' | 'measures' | 'alerts' | 'appointmentKinds' | 'events'
  >
  instruments: ReadonlyMap<string, Pick<Instrument, 'id' | 'scales'>>
}

/**
 * The ids that a version of an outcome set had and the next one has no more: whoever holds on to one of them could not be
 * read by the next version. An instrument counts as lost, too, when one of its scales is.
 */
export function lostBy(before: Version, next: Version): Lost {
  const scales = new Set(scalesOf(next))
  return {
    stages: missing(before.set.carePath.stages, next.set.carePath.stages),
    treatmentOptions: missing(before.set.treatmentOptions, next.set.treatmentOptions),
    moments: missing(before.set.moments, next.set.moments),
    measures: missing(before.set.measures, next.set.measures),
    alerts: missing(before.set.alerts, next.set.alerts),
    instruments: [...before.instruments.values()]
      .filter((one) => !next.instruments.has(one.id) || scalesIn(one).some((scale) => !scales.has(scale)))
      .map(({ id }) => id),
    appointmentKinds: missing(before.set.appointmentKinds, next.set.appointmentKinds),
    events: missing(before.set.events, next.set.events),
  }
}

type Named = { id: string }

const missing = (before: readonly Named[], next: readonly Named[]): string[] =>
  before.filter(({ id }) => next.every((one) => one.id !== id)).map(({ id }) => id)

const scalesIn = ({ id, scales }: Pick<Instrument, 'id' | 'scales'>) =>
  scales.map((scale) => `${id} ${scale.id}`)

const scalesOf = ({ instruments }: Version) => [...instruments.values()].flatMap(scalesIn)
