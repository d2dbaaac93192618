import { namedForStaff } from '../../outcome-sets/moment.ts'
import { similarShape } from '../../outcome-sets/similar-shape.ts'
import { TITLE_MOST } from '../../shapes.ts'
import { both, choicesOf, type Field } from '../fields.ts'
import type { Context, Single } from '../part.ts'
import { withIds } from './with-ids.ts'

const NONE = { nl: '', en: '' }

export const similar: Single = {
  title: both('Mensen zoals deze', 'People like this one'),
  about: both(
    'Laat in het gesprek zien hoe het anderen verging die op deze patiënt lijken. Het raadt niets aan.',
    'Shows in the conversation how others fared who are like this patient. It recommends nothing.',
  ),
  read: ({ similar }) => similar ?? null,
  write: ({ similar: _, ...set }, draft) =>
    draft ? { ...set, similar: draft as unknown as NonNullable<typeof _> } : set,
  fresh: () => ({
    intendedPurpose: NONE,
    match: { years: 15, sameSex: false, width: Number.NaN },
    outcomes: [{ title: NONE, moments: [] }],
  }),
  shape: similarShape,
  fields: (_, context) => [
    {
      kind: 'words',
      at: 'intendedPurpose',
      long: true,
      label: both('Waarvoor het bedoeld is, en waarvoor niet', 'What it is meant for, and what not'),
      hint: both('Staat bij elk cijfer.', 'Stands with every figure.'),
    },
    ...match(context),
    outcomes(context),
  ],
  complete: (draft) => withIds(draft, 'outcomes'),
  line: ({ intendedPurpose }) => intendedPurpose as typeof NONE,
}

const scalesOf = ({ set }: Context) => choicesOf(set.measures.filter(({ kind }) => kind === 'scale'))

const match = (context: Context): Field[] => [
  {
    kind: 'number',
    at: 'match.years',
    min: 5,
    max: 50,
    step: 1,
    label: both('Leeftijd: groepen van zoveel jaar', 'Age: groups of so many years'),
  },
  {
    kind: 'tick',
    at: 'match.sameSex',
    off: false,
    label: both('Alleen van hetzelfde geslacht', 'Only of the same sex'),
  },
  {
    kind: 'one',
    at: 'match.measure',
    label: both('Lijkt op elkaar in', 'Alike in'),
    choices: scalesOf(context),
  },
  {
    kind: 'one',
    at: 'match.baseline',
    label: both('Bij het meetmoment', 'At the moment'),
    choices: choicesOf(namedForStaff(context.set.moments)),
  },
  {
    kind: 'number',
    at: 'match.width',
    min: 0.01,
    max: 1_000_000,
    label: both('Score: groepen van zoveel punten', 'Score: groups of so many points'),
  },
]

const outcomes = (context: Context): Field => ({
  kind: 'rows',
  at: 'outcomes',
  label: both('Wat er wordt getoond', 'What is shown'),
  hint: both(
    'Eén tot vier uitkomsten, vergeleken met de eerste score van dezelfde mens.',
    'One to four outcomes, compared with the first score of the same person.',
  ),
  one: both('Uitkomst', 'Outcome'),
  add: both('Uitkomst toevoegen', 'Add an outcome'),
  fresh: { title: NONE, moments: [] },
  fields: () => [
    { kind: 'words', at: 'title', most: TITLE_MOST, label: both('Naam', 'Name') },
    {
      kind: 'one',
      at: 'measure',
      label: both('Van welke uitkomst', 'Of which measure'),
      choices: scalesOf(context),
    },
    {
      kind: 'some',
      at: 'moments',
      label: both('Bij welke meetmomenten', 'At which moments'),
      choices: choicesOf(namedForStaff(context.set.moments)),
    },
  ],
})
