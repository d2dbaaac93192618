import { stageShape } from '../../outcome-sets/care-path.ts'
import { TITLE_MOST } from '../../shapes.ts'
import { both, choicesOf, type Field } from '../fields.ts'
import type { Context, Listed } from '../part.ts'
import { name } from './team.ts'
import { withIds } from './with-ids.ts'

const NONE = { nl: '', en: '' }
const text = (
  at: string,
  label: [string, string],
  hint: [string, string],
  more: Partial<Field> = {},
): Field => ({ kind: 'words', at, label: both(...label), hint: both(...hint), ...more }) as Field

export const stage: Listed = {
  title: both('Fasen van het zorgpad', 'Stages of the care path'),
  about: both(
    'De weg die een patiënt aflegt, in de volgorde waarin zij komen.',
    'The way that a patient goes, in the order in which they come.',
  ),
  add: both('Fase toevoegen', 'Add a stage'),
  read: ({ carePath }) => carePath.stages,
  write: (set, all) => ({ ...set, carePath: { ...set.carePath, stages: all as typeof set.carePath.stages } }),
  fresh: {
    title: both('Nieuwe fase', 'New stage'),
    draft: ({ set }) => ({
      title: NONE,
      goal: NONE,
      patientText: NONE,
      entry: NONE,
      exit: NONE,
      norm: '',
      role: set.roles.length === 1 ? set.roles[0]?.id : undefined,
      activities: [freshActivity],
    }),
  },
  shape: stageShape,
  fields: (_, context) => [
    { ...name(), forPatient: true } as Field,
    text('goal', ['Doel', 'Goal'], ['Wat er aan het eind bereikt is.', 'What has been reached at its end.']),
    text(
      'patientText',
      ['Wat de patiënt leest', 'What the patient reads'],
      ['Wat er in deze fase gebeurt, in gewone woorden.', 'What happens in this stage, in plain words.'],
      { long: true, forPatient: true },
    ),
    text(
      'entry',
      ['Begint als', 'Begins when'],
      ['Bijvoorbeeld: verwezen door de huisarts.', 'For example: referred by the family doctor.'],
    ),
    text(
      'exit',
      ['Eindigt als', 'Ends when'],
      ['Bijvoorbeeld: diagnose besproken.', 'For example: diagnosis discussed.'],
    ),
    {
      kind: 'length',
      at: 'norm',
      label: both('Duurt hoogstens', 'Takes at most'),
      hint: both(
        'Wie er langer over doet, valt op het bord op.',
        'Who takes longer stands out on the board.',
      ),
    },
    ...places(context),
    activities(context),
  ],
  complete: (draft) => withIds(draft, 'activities', 'code'),
  line: ({ goal }) => goal as typeof NONE,
}

const places = ({ set }: Context): Field[] => [
  {
    kind: 'one',
    at: 'role',
    label: both('Wie verantwoordelijk is', 'Who is responsible'),
    choices: choicesOf(set.roles),
  },
  text('place', ['Plaats', 'Place'], ['Mag leeg blijven.', 'May stay empty.'], {
    optional: true,
    most: TITLE_MOST,
  }),
  text(
    'partner',
    ['Met welke partner', 'With which partner'],
    [
      'Wie van buiten meewerkt, zoals de huisarts. Mag leeg blijven.',
      'Who works along from outside, such as the family doctor. May stay empty.',
    ],
    { optional: true, most: TITLE_MOST },
  ),
  text(
    'decision',
    ['Besluit aan het eind', 'Decision at its end'],
    ['Wat er hier gekozen wordt. Mag leeg blijven.', 'What is chosen here. May stay empty.'],
    { optional: true },
  ),
]

const freshActivity = { title: NONE, minutes: 20, required: true }

const activities = ({ set }: Context): Field => ({
  kind: 'rows',
  at: 'activities',
  ordered: true,
  label: both('Activiteiten', 'Activities'),
  hint: both(
    'Wat er in deze fase gedaan wordt. Tijd en kosten tellen mee in wat een traject kost.',
    'What is done in this stage. Time and costs count in what a care path costs.',
  ),
  one: both('Activiteit', 'Activity'),
  add: both('Activiteit toevoegen', 'Add an activity'),
  fresh: freshActivity,
  fields: () => [
    { kind: 'words', at: 'title', most: TITLE_MOST, label: both('Wat', 'What') },
    { kind: 'one', at: 'role', label: both('Door wie', 'By whom'), choices: choicesOf(set.roles) },
    { kind: 'number', at: 'minutes', min: 0, max: 1440, step: 1, label: both('Minuten', 'Minutes') },
    {
      kind: 'number',
      at: 'costCents',
      optional: true,
      min: 0,
      max: 100_000_000,
      times: 100,
      step: 0.01,
      label: both('Kosten in euro', 'Costs in euros'),
      hint: both('Mag leeg blijven.', 'May stay empty.'),
    },
    { kind: 'tick', at: 'required', off: false, label: both('Hoort er altijd bij', 'Always belongs to it') },
  ],
})
