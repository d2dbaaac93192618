import type { Instrument } from '../../instruments/instrument.ts'
import type { ScoreCondition } from '../../outcome-sets/score-condition.ts'
import { type Draft, valueAt, withValue } from '../draft.ts'
import { both, choicesIn, choicesOf, type Field } from '../fields.ts'
import type { Context } from '../part.ts'
import { type Subject, subjectsOf } from '../rule-subjects.ts'
import { limitFields } from './rule-fields.ts'

/** Of whom a moment is asked; what is left empty holds nobody back. */
export const momentForWhom = (draft: Draft, { set, instruments }: Context): Field[] => [
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
  onlyWithTreatments(set),
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
  age('from', ['Alleen vanaf deze leeftijd', 'Only from this age']),
  {
    ...age('until', ['Alleen tot en met deze leeftijd', 'Only up to and with this age']),
    cure: cureOfUntil(draft),
  },
  some('sexes', ['Alleen bij dit geslacht', 'Only of this sex'], choicesIn(sexes)),
  scores(instruments),
]

const sexes = {
  female: both('Vrouw', 'Female'),
  male: both('Man', 'Male'),
  other: both('Anders', 'Other'),
  unknown: both('Onbekend', 'Unknown'),
}

/** With which treatments something is asked or counted. */
export const onlyWithTreatments = ({ treatmentOptions }: Context['set']): Field =>
  some(
    'treatments',
    ['Alleen bij deze behandelingen', 'Only with these treatments'],
    choicesOf(treatmentOptions),
  )

const some = (at: string, label: [string, string], choices: ReturnType<typeof choicesIn>): Field => ({
  kind: 'some',
  at,
  optional: true,
  label: both(...label),
  hint: both('Geen vinkje: bij iedereen.', 'None ticked: with everybody.'),
  choices,
})

const age = (end: 'from' | 'until', label: [string, string]): Field => ({
  kind: 'number',
  at: `age.${end}`,
  optional: true,
  min: 0,
  max: 120,
  step: 1,
  label: both(...label),
})

function cureOfUntil(draft: Draft) {
  const [from, until] = [Number(valueAt(draft, 'age.from')), Number(valueAt(draft, 'age.until'))]
  return from > until
    ? both(`Vul ${from} in, of een hogere leeftijd.`, `Fill in ${from}, or a higher age.`)
    : undefined
}

const scores = (instruments: readonly Instrument[]): Field => ({
  kind: 'rows',
  at: 'ifScores',
  optional: true,
  most: 5,
  label: both('Alleen na deze scores', 'Only after these scores'),
  one: both('Voorwaarde', 'Condition'),
  add: both('Voorwaarde op een eerdere score toevoegen', 'Add a condition on an earlier score'),
  fresh: { op: '>=', within: 'P3M', ifUnknown: 'leave-out' },
  fields: (row) => [
    ...subject(row, instruments),
    { kind: 'length', at: 'within', label: both('Niet ouder dan', 'Not older than') },
    {
      kind: 'one',
      at: 'ifUnknown',
      label: both('Zonder zo’n score', 'Without such a score'),
      choices: choicesIn({
        ask: both('wel vragen', 'ask'),
        'leave-out': both('niet vragen', 'do not ask'),
      }),
    },
  ],
})

/** Which score, and on which side of which limit. */
function subject(
  { instrument, scale }: Partial<ScoreCondition>,
  instruments: readonly Instrument[],
): Field[] {
  const subjects = subjectsOf(instruments).filter(({ kind }) => kind === 'scale')
  const isChosen = (one: Subject) => one.instrument === instrument && one.name === scale
  const chosen = subjects.findIndex(isChosen)
  return [
    {
      kind: 'turn',
      at: 'scale',
      label: both('Gaat over', 'Is about'),
      value: chosen === -1 ? '' : String(chosen),
      choices: subjects.map(({ of, title }, place) => ({
        value: String(place),
        label: both(`${of.nl}, ${title.nl}`, `${of.en}, ${title.en}`),
      })),
      turn: (row, value) => {
        const one = subjects[Number(value)]
        return withValue(withValue(row, 'instrument', one?.instrument), 'scale', one?.name)
      },
    },
    ...limitFields('', subjects[chosen], instruments),
  ]
}
