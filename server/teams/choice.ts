import type { TeamOutcomes } from '../../core/figures/team-outcomes.ts'
import type { Instrument } from '../../core/instruments/instrument.ts'
import type { Scale } from '../../core/instruments/scale.ts'
import { unverifiedParts } from '../../core/instruments/unverified.ts'
import type { Measure } from '../../core/outcome-sets/measure.ts'
import { type Moment, namedForStaff } from '../../core/outcome-sets/moment.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import { titleForStaff } from '../../core/outcome-sets/staff-title.ts'
import type { SetVersion } from '../definitions/reader.ts'
import { refused } from '../http/problem.ts'

export type Asked = {
  measure?: string | undefined
  moment?: string | undefined
}

/** What is looked at: one scale, at the moments that ask for it. */
export type Choice = {
  set: OutcomeSet
  measure: Extract<Measure, { kind: 'scale' }>
  instrument: Instrument
  scale: Scale
  moments: Moment[]
  /** Null when none was asked for. */
  moment: string | null
}

/** Checks a choice against the outcome set; refuses what is not in it. The first measure is the usual one. */
export function choose(version: SetVersion, asked: Asked): Choice {
  const { set } = version
  const { measure, instrument, scale } = chooseScale(version, asked.measure)
  const moments = set.moments.filter(({ instruments }) => instruments.includes(instrument.id))
  return {
    set,
    measure,
    instrument,
    scale,
    moments,
    moment: oneOf(moments, asked.moment, 'moment'),
  }
}

/** What the page says about a choice. */
export const describeChoice = ({ set, measure, instrument, scale }: Choice) =>
  ({
    group: set.patientGroup.title,
    measure: measure.id,
    scale: {
      title: measure.title,
      instrument: titleForStaff(instrument),
      own: instrument.kind === 'own',
      unverified: unverifiedParts(scale),
      range: scale.range,
      direction: scale.direction,
      directionWords: scale.directionWords,
      decimals: scale.decimals,
      bands: scale.bands,
    },
  }) satisfies Partial<TeamOutcomes>

/** What else could be chosen. */
export const choicesOf = ({ set, moments }: Choice) => ({
  measures: named(scaleMeasures(set)),
  moments: namedForStaff(moments),
})

const scaleMeasures = (set: OutcomeSet) => set.measures.filter((measure) => measure.kind === 'scale')

const named = (of: readonly { id: string; title: Moment['title'] }[]) =>
  of.map(({ id, title }) => ({ id, title }))

function chooseScale({ set, instruments }: SetVersion, id: string | undefined) {
  const scales = scaleMeasures(set)
  const measure = id === undefined ? scales[0] : scales.find((one) => one.id === id)
  const instrument = measure && instruments.get(measure.instrument)
  const scale = instrument?.scales.find((one) => one.id === measure?.scale)
  if (!measure || !instrument || !scale) throw unknown('measure')
  return { measure, instrument, scale }
}

function oneOf(of: readonly { id: string }[], id: string | undefined, name: string): string | null {
  if (id === undefined) return null
  if (!of.some((one) => one.id === id)) throw unknown(name)
  return id
}

const unknown = (name: string) => refused('unknown_choice', `No such ${name}`, { name })
