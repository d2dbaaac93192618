import { type Change, instrumentDifference, setDifference } from '../difference/difference.ts'
import { type Instrument, instrumentShape } from '../instruments/instrument.ts'
import { setInText } from './set-in-text.ts'

/**
 * What two texts of one draft say differently, the first as it was and the second as it becomes; null where one of them
 * has not the shape of an outcome set or an instrument now.
 */
export function textDifference(
  one: string,
  other: string,
  instruments: readonly Instrument[],
): Change[] | null {
  const [set, otherSet] = [setInText(one), setInText(other)]
  if (set && otherSet) return setDifference({ set, instruments }, { set: otherSet, instruments })
  const [instrument, otherInstrument] = [instrumentInText(one), instrumentInText(other)]
  return instrument && otherInstrument ? instrumentDifference(instrument, otherInstrument) : null
}

function instrumentInText(text: string): Instrument | null {
  try {
    const read = instrumentShape.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null // no JSON yet: somebody is writing
  }
}
