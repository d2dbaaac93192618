import { both, choicesIn, type Field } from '../fields.ts'

/** Of whom a moment is asked. */
export const momentOfWhom: readonly Field[] = [
  {
    kind: 'one',
    at: 'respondent',
    optional: true,
    none: both('Wie er voor de patiënt antwoordt', 'Whoever answers for the patient'),
    label: both('Wie antwoordt', 'Who answers'),
    hint: both(
      'Moeten patiënt en naaste elk zelf antwoorden? Maak dan twee meetmomenten.',
      'Are the patient and somebody close each to answer? Then make two moments.',
    ),
    choices: choicesIn({
      patient: both(
        'De patiënt zelf, ook als er iemand voor hen antwoordt',
        'The patient, even where somebody answers for them',
      ),
      proxy: both('De naaste die ervoor genoemd is', 'Whoever was named to answer for the patient'),
    }),
  },
  {
    kind: 'one',
    at: 'side',
    optional: true,
    none: both('Elke kant', 'Any side'),
    label: both('Alleen van deze kant', 'Only of this side'),
    choices: choicesIn({
      left: both('Links', 'Left'),
      right: both('Rechts', 'Right'),
      both: both('Beide', 'Both'),
    }),
  },
]

/** How often it is asked, and what goes first. */
export const momentHowOften: readonly Field[] = [
  {
    kind: 'group',
    at: 'repeats',
    fresh: { every: 'P3M', times: 4 },
    label: both('Daarna nog eens, en nog eens', 'Asked again and again after it'),
    fields: [
      { kind: 'length', at: 'repeats.every', label: both('Elke', 'Every') },
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

/** What the team calls it, where the name speaks to the patient. */
export const momentForStaff: Field = {
  kind: 'words',
  at: 'staffTitle',
  optional: true,
  label: both('Naam voor het team', 'Name for the team'),
  hint: both(
    'Mag leeg blijven: dan leest het team de naam voor de patiënt.',
    'May stay empty: then the team reads the name for the patient.',
  ),
}
