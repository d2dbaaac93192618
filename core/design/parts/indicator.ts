import { indicatorShape } from '../../outcome-sets/indicator.ts'
import { namedForStaff } from '../../outcome-sets/moment.ts'
import { type Draft, textAt, valueAt, withValue } from '../draft.ts'
import { both, choicesIn, choicesOf, type Field } from '../fields.ts'
import { type Context, inList, type Listed } from '../part.ts'
import { inWords } from './counted-in-words.ts'
import { direction, sourced } from './sourced.ts'
import { name } from './team.ts'

const NONE = { nl: '', en: '' }
const counts = {
  better: both('Wie duidelijk beter werd: een aandeel', 'Who became clearly better: a share'),
  mean: both('Een gemiddelde score', 'A mean score'),
  clinical: both('Een klinische uitkomst van deze set', 'A clinical measure of this set'),
  answered: both('Hoeveel er is beantwoord: een aandeel', 'How much was answered: a share'),
  started: both('Wie begon na een uitnodiging: een aandeel', 'Who started after an invitation: a share'),
  discussed: both(
    'Wat er in het gesprek is gebruikt: een aandeel',
    'What was used in the conversation: a share',
  ),
  alerts: both('Signalen per beantwoorde lijst', 'Alerts per answered list'),
}
const sides = {
  outcome: both('Uitkomst', 'Outcome'),
  experience: both('Ervaring', 'Experience'),
  clinical: both('Klinisch', 'Clinical'),
  process: both('Proces', 'Process'),
}

export const indicator: Listed = {
  ...inList('indicators'),
  title: both('Indicatoren', 'Indicators'),
  about: both(
    'Cijfers waarop het team stuurt. Elk krijgt een lijn op de scorekaart en een regelkaart.',
    'Figures by which the team steers. Each has a line on the scorecard and a control chart.',
  ),
  add: both('Indicator toevoegen', 'Add an indicator'),
  fresh: {
    title: both('Nieuwe indicator', 'New indicator'),
    draft: () => ({
      title: NONE,
      numerator: NONE,
      denominator: NONE,
      exclusions: NONE,
      window: NONE,
      source: '',
    }),
  },
  shape: indicatorShape,
  fields: (draft, context) => [
    name(),
    { kind: 'one', at: 'side', label: both('Soort', 'Kind'), choices: choicesIn(sides) },
    count(draft),
    ...counted(draft, context),
    ...inWords,
    direction,
    target(draft, context),
    ...sourced(''),
    {
      kind: 'line',
      at: 'publicId',
      optional: true,
      most: 100,
      label: both('Nummer in een openbaar register', 'Number in a public register'),
      hint: both('Mag leeg blijven.', 'May stay empty.'),
    },
  ],
  line: ({ numerator }) => numerator as typeof NONE,
}

const count = (draft: Draft): Field => ({
  kind: 'turn',
  at: 'count',
  label: both('Wat er wordt geteld', 'What is counted'),
  value: textAt(draft, 'count.kind'),
  choices: choicesIn(counts),
  turn: (before, value) => {
    const plain = withValue(before, 'target', undefined) // a target of another unit means nothing
    if (value === '') return withValue(plain, 'count', undefined)
    const asks = value === 'better' || value === 'mean' || value === 'answered'
    return withValue(plain, 'count', { kind: value, ...(asks ? { moments: [] } : {}) })
  },
})

function counted(draft: Draft, { set }: Context): Field[] {
  const kind = valueAt(draft, 'count.kind')
  const moments = choicesOf(namedForStaff(set.moments))
  const measures = set.measures.filter((one) => (one.kind === 'scale') === (kind !== 'clinical'))
  const fields: Record<string, Field> = {
    measure: {
      kind: 'one',
      at: 'count.measure',
      label: both('Van welke uitkomst', 'Of which measure'),
      choices: choicesOf(measures),
    },
    baseline: {
      kind: 'one',
      at: 'count.baseline',
      label: both('Vergeleken met', 'Compared with'),
      choices: moments,
    },
    moments: {
      kind: 'some',
      at: 'count.moments',
      label: both('Bij welke meetmomenten', 'At which moments'),
      choices: moments,
    },
  }
  const asked = {
    better: ['measure', 'baseline', 'moments'],
    mean: ['measure', 'moments'],
    clinical: ['measure'],
    answered: ['moments'],
  }
  return (asked[kind as keyof typeof asked] ?? []).flatMap((one) => fields[one] ?? [])
}

function target(draft: Draft, { set }: Context): Field {
  const isShare = isCountedAsShare(draft, set)
  return {
    kind: 'group',
    at: 'target',
    fresh: { source: '' },
    label: both('Er is een streefwaarde', 'There is a target'),
    fields: [
      {
        kind: 'number',
        at: 'target.value',
        min: 0,
        max: isShare ? 1 : 1_000_000,
        ...(isShare ? { times: 0.01 } : {}),
        label: isShare
          ? both('Streefwaarde in procent', 'Target in percent')
          : both('Streefwaarde', 'Target'),
      },
      ...sourced('target.'),
    ],
  }
}

function isCountedAsShare(draft: Draft, { measures }: Context['set']): boolean {
  const kind = valueAt(draft, 'count.kind')
  const measure = measures.find(({ id }) => id === valueAt(draft, 'count.measure'))
  return kind === 'clinical' ? measure?.kind === 'event' : kind !== 'mean' && kind !== 'alerts'
}
