import { TITLE_MOST } from '../../shapes.ts'
import { type Draft, valueAt, withValue } from '../draft.ts'
import { both, choicesIn, choicesOf, type Field } from '../fields.ts'
import type { Context } from '../part.ts'
import { codes } from './codes.ts'
import { onlyWithTreatments } from './moment-for-whom.ts'
import { direction, sourced } from './sourced.ts'
import { name } from './team.ts'

export const reporters = {
  patient: both('de patiënt', 'the patient'),
  proxy: both('een naaste', 'somebody close'),
  clinician: both('de zorgverlener', 'the clinician'),
  registry: both('een register', 'a register'),
  administration: both('de administratie', 'the administration'),
}
export const reporter: Field = {
  kind: 'one',
  at: 'reporter',
  label: both('Wie het meldt', 'Who reports it'),
  choices: choicesIn(reporters),
}

/** What is asked of a measure that no questionnaire gives: counted of whom, and when. */
export function clinical(draft: Draft, context: Context): Field[] {
  if (draft.kind === undefined) return []
  return [
    name(),
    reporter,
    ...(draft.kind === 'event' ? [numerator] : number),
    {
      kind: 'words',
      at: 'denominator',
      label: both('Van wie (noemer)', 'Of whom (denominator)'),
      hint: both('Bijvoorbeeld: iedereen die geopereerd is.', 'For example: everybody who had surgery.'),
    },
    onlyWithTreatments(context.set),
    ...window(draft, context),
    direction,
    codes(
      'codes',
      ['Codes', 'Codes'],
      [
        'Waaraan een koppeling het herkent. Mag leeg blijven: dan vult het team het in.',
        'By which a feed recognises it. May stay empty: then the team fills it in.',
      ],
      true,
    ),
    ...sourced(''),
  ]
}

const numerator: Field = {
  kind: 'words',
  at: 'numerator',
  label: both('Wat telt (teller)', 'What counts (numerator)'),
  hint: both(
    'Bijvoorbeeld: opnieuw geopereerd aan hetzelfde gewricht.',
    'For example: operated again on the same joint.',
  ),
}

const number: Field[] = [
  {
    kind: 'words',
    at: 'unit',
    most: TITLE_MOST,
    label: both('Eenheid', 'Unit'),
    hint: both('Bijvoorbeeld: dagen.', 'For example: days.'),
  },
  ...(['0', '1'] as const).map(
    (end): Field => ({
      kind: 'number',
      at: `range.${end}`,
      min: -1_000_000,
      max: 1_000_000,
      label:
        end === '0'
          ? both('Laagste dat kan', 'Lowest there can be')
          : both('Hoogste dat kan', 'Highest there can be'),
    }),
  ),
  {
    kind: 'number',
    at: 'decimals',
    min: 0,
    max: 3,
    step: 1,
    label: both('Cijfers achter de komma', 'Decimals'),
  },
]

export const endOf = (draft: Draft) =>
  (['until', 'within'] as const).find((end) => valueAt(draft, `window.${end}`) !== undefined) ?? ''

function window(draft: Draft, { set }: Context): Field[] {
  const ends = endOf(draft)
  const stages = choicesOf(set.carePath.stages)
  return [
    {
      kind: 'one',
      at: 'window.stage',
      label: both('Geteld vanaf het begin van', 'Counted from the start of'),
      choices: stages,
    },
    {
      kind: 'turn',
      at: 'window',
      label: both('Tot wanneer', 'Until when'),
      value: ends,
      choices: choicesIn({
        within: both('Een tijd erna', 'A time after it'),
        until: both('Tot een andere fase begint', 'Until another stage begins'),
      }),
      turn: (before, value) => {
        const from = withValue(withValue(before, 'window.within', undefined), 'window.until', undefined)
        return value === '' ? from : withValue(from, `window.${value}`, value === 'within' ? 'P3M' : '')
      },
    },
    ...(ends === 'within'
      ? [{ kind: 'length', at: 'window.within', label: both('Binnen', 'Within') } as Field]
      : []),
    ...(ends === 'until'
      ? [
          {
            kind: 'one',
            at: 'window.until',
            label: both('Tot het begin van', 'Until the start of'),
            choices: stages,
          } as Field,
        ]
      : []),
  ]
}
