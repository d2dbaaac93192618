import type { Instrument } from '../instruments/instrument.ts'
import { writtenIn } from '../instruments/written-in.ts'
import { type DefinitionProblem, problem, under } from '../problem.ts'
import { adaptiveProblems } from './adaptive-problems.ts'
import { exampleProblems } from './example-problems.ts'
import { licenceProblems } from './licence-problems.ts'
import { scaleProblems } from './scale-problems.ts'

/** What an instrument's shape cannot see: names that come twice or point at nothing, tables and bands that do not fit, examples that do not hold. */
export function instrumentProblems(instrument: Instrument): DefinitionProblem[] {
  const own = [
    ...twice(
      'items',
      instrument.items.map(({ key }) => key),
      'key',
    ),
    ...twice(
      'scales',
      instrument.scales.map(({ id }) => id),
      'id',
    ),
    ...itemProblems(instrument),
    ...translationProblems(instrument),
    ...licenceProblems(instrument),
    ...adaptiveProblems(instrument),
    ...instrument.scales.flatMap((scale, index) =>
      under(['scales', index], scaleProblems(scale, instrument.items, instrument.scales.slice(0, index))),
    ),
  ]
  // Examples are worth looking at once everything they stand on is right.
  return own.length > 0 ? own : exampleProblems(instrument)
}

function twice(list: string, names: readonly string[], field: string): DefinitionProblem[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [
          problem(
            [list, index, field],
            `"${name}" staat er twee keer in; geef elk een eigen "${field}"`,
            `"${name}" is used twice; give each its own ${field}`,
          ),
        ],
  )
}

function translationProblems(instrument: Instrument): DefinitionProblem[] {
  const written = writtenIn(instrument)
  return Object.keys(instrument.translations ?? {}).flatMap((language) =>
    written.has(language)
      ? []
      : [
          problem(
            ['translations', language],
            `sommige teksten van het formulier zijn er niet in "${language}"; schrijf ze, of haal deze taal weg`,
            `some texts of the form are not there in "${language}"; write them, or take it out`,
          ),
        ],
  )
}

function itemProblems({ items }: Instrument): DefinitionProblem[] {
  return items.flatMap((item, index) => {
    const path = ['items', index]
    if ('values' in item && new Set(item.values).size < item.values.length) {
      const nl = 'een waarde staat hier twee keer; elk antwoord heeft een eigen waarde nodig'
      return [problem([...path, 'values'], nl, 'a value stands here twice; every answer needs its own')]
    }
    if (item.kind === 'number' && item.min >= item.max) {
      const nl = `het hoogste getal (${item.max}) moet boven het laagste (${item.min}) liggen`
      return [problem([...path, 'max'], nl, `"max" (${item.max}) must be above "min" (${item.min})`)]
    }
    return []
  })
}
