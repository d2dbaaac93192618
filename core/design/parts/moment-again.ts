import { type Draft, textAt } from '../draft.ts'
import { both, choicesIn, type Field } from '../fields.ts'

/** Who has not answered is reminded; how often it is asked, and what goes first. */
export const momentAgain = (draft: Draft): Field[] => [
  reminders,
  {
    kind: 'group',
    at: 'repeats',
    fresh: { every: 'P3M', times: 4 },
    label: both('Daarna nog eens, en nog eens', 'Asked again and again after it'),
    fields: [
      {
        kind: 'length',
        at: 'repeats.every',
        label: both('Elke', 'Every'),
        cure: textAt(draft, 'repeats.every')
          ? both(
              'Hoogstens één keer per dag: vul minstens een dag in.',
              'At most once a day: fill in a day at least.',
            )
          : undefined,
      },
      {
        kind: 'number',
        at: 'repeats.times',
        min: 1,
        max: 60,
        step: 1,
        label: both('Hoe vaak', 'How many times'),
      },
    ],
  },
  {
    kind: 'number',
    at: 'weight',
    optional: true,
    min: 1,
    max: 9,
    step: 1,
    label: both('Gewicht, van 1 tot 9', 'Weight, from 1 to 9'),
    hint: both(
      'Wat meer weegt gaat voor, als een dag niet alles kan bevatten. Leeg: 5.',
      'What weighs more goes first where a day has no room for everything. Empty: 5.',
    ),
  },
]

const reminders: Field = {
  kind: 'rows',
  at: 'reminders',
  optional: true,
  isShort: true,
  most: 5,
  label: both('Herinneringen', 'Reminders'),
  one: both('Herinnering', 'Reminder'),
  add: both('Herinnering toevoegen', 'Add a reminder'),
  fresh: { from: 'opening', offset: 'P4D' },
  fields: (row) => [
    {
      kind: 'length',
      at: 'offset',
      sided: true,
      label: both('Wanneer', 'When'),
      cure: textAt(row, 'offset')
        ? both(
            'Kies “erna”: eerder dan het openen kan niet.',
            'Choose “after”: before opening is not possible.',
          )
        : undefined,
    },
    {
      kind: 'one',
      at: 'from',
      label: both('Geteld vanaf', 'Counted from'),
      choices: choicesIn({
        opening: both('het openen', 'opening'),
        due: both('de dag dat antwoorden nodig zijn', 'the day answers are due'),
        anchor: both('waar het moment vanaf geteld wordt', 'what the moment is counted from'),
      }),
    },
  ],
}
