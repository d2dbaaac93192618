import { adaptiveScale } from '../adaptive/asked-adaptively.ts'
import { placesIn } from '../form/places.ts'
import type { Instrument } from '../instruments/instrument.ts'
import type { DefinitionProblem } from '../outcome-sets/outcome-set-problems.ts'

/** A bank can be asked only when each question may be left out, and nothing but the bank decides which one comes. */
export function adaptiveProblems(instrument: Instrument): DefinitionProblem[] {
  const scale = adaptiveScale(instrument)
  if (!scale) return []
  const path = ['scales', instrument.scales.indexOf(scale), 'method', 'adaptive']
  const { start, stop } = scale.method.adaptive
  const at = (field: string, message: string): DefinitionProblem => ({ path: [...path, field], message })
  const required = instrument.items.filter((item) => item.required && scale.items.includes(item.key))
  const beside = instrument.items.filter(({ key }) => !scale.items.includes(key))
  const hidden = instrument.form ? placesIn(instrument.form).filter(({ visibleIf }) => visibleIf) : []
  return [
    ...(start !== undefined && !scale.items.includes(start)
      ? [at('start', `"${start}" is not in the bank`)]
      : []),
    ...(stop.least > stop.most ? [at('stop', `"least" (${stop.least}) is above "most" (${stop.most})`)] : []),
    ...(stop.most > scale.items.length ? [at('stop', `the bank has ${scale.items.length} questions`)] : []),
    ...required.map(({ key }) => at('stop', `"${key}" is required; a question of a bank may be left out`)),
    ...beside.map(({ key }) => at('stop', `"${key}" is not in the bank; put it in an instrument of its own`)),
    ...(hidden.length > 0 ? [at('stop', 'a question of a bank has no condition: the bank chooses')] : []),
  ]
}
