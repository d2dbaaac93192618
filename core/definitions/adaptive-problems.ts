import { adaptiveScale } from '../adaptive/asked-adaptively.ts'
import { placesIn } from '../form/places.ts'
import type { Instrument } from '../instruments/instrument.ts'
import { type DefinitionProblem, problem } from '../problem.ts'

/** A bank can be asked only when each question may be left out, and nothing but the bank decides which one comes. */
export function adaptiveProblems(instrument: Instrument): DefinitionProblem[] {
  const scale = adaptiveScale(instrument)
  if (!scale) return []
  const path = ['scales', instrument.scales.indexOf(scale), 'method', 'adaptive']
  const { start, stop } = scale.method.adaptive
  const at = (field: string, nl: string, en: string) => problem([...path, field], nl, en)
  const required = instrument.items.filter((item) => item.required && scale.items.includes(item.key))
  const beside = instrument.items.filter(({ key }) => !scale.items.includes(key))
  const hidden = instrument.form ? placesIn(instrument.form).filter(({ visibleIf }) => visibleIf) : []
  return [
    ...(start !== undefined && !scale.items.includes(start)
      ? [
          at(
            'start',
            `"${start}" zit niet in de bank; kies een andere`,
            `"${start}" is not in the bank; choose another`,
          ),
        ]
      : []),
    ...(stop.least > stop.most
      ? [
          at(
            'stop',
            `het minste aantal vragen (${stop.least}) ligt boven het meeste (${stop.most}); keer het om`,
            `"least" (${stop.least}) is above "most" (${stop.most}); turn it round`,
          ),
        ]
      : []),
    ...(stop.most > scale.items.length
      ? [
          at(
            'stop',
            `de bank heeft ${scale.items.length} vragen, en er kunnen er niet meer gesteld worden`,
            `the bank has ${scale.items.length} questions, and no more can be asked`,
          ),
        ]
      : []),
    ...required.map(({ key }) =>
      at(
        'stop',
        `"${key}" is verplicht; een vraag uit een bank mag overgeslagen worden, maak haar niet verplicht`,
        `"${key}" is required; a question of a bank may be left out, so do not require it`,
      ),
    ),
    ...beside.map(({ key }) =>
      at(
        'stop',
        `"${key}" zit niet in de bank; zet die vraag in een eigen vragenlijst`,
        `"${key}" is not in the bank; put it in an instrument of its own`,
      ),
    ),
    ...(hidden.length > 0
      ? [
          at(
            'stop',
            'een vraag uit een bank heeft geen voorwaarde: de bank kiest; haal de voorwaarde weg',
            'a question of a bank has no condition: the bank chooses; take the condition out',
          ),
        ]
      : []),
  ]
}
