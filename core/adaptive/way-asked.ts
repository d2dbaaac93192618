import type { Instrument } from '../instruments/instrument.ts'
import { adaptiveScale } from './asked-adaptively.ts'

/**
 * Whether the questions of an instrument are chosen one by one, or why all of them are asked: nothing is asked without
 * wording; without parameters of its questions nobody can tell which one says most; without rules to start and stop the
 * parameters only score.
 */
export type WayAsked = 'adaptive' | 'no-wording' | 'no-parameters' | 'no-rules'

export function wayAsked(instrument: Instrument): WayAsked {
  if (instrument.form === null) return 'no-wording'
  if (adaptiveScale(instrument)) return 'adaptive'
  return instrument.scales.some(({ method }) => method.kind === 'graded-response')
    ? 'no-rules'
    : 'no-parameters'
}
