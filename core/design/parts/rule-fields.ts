import type { Instrument } from '../../instruments/instrument.ts'
import type { AlertRule } from '../../outcome-sets/outcome-set.ts'
import { titleForStaff } from '../../outcome-sets/staff-title.ts'
import type { Localised } from '../../words.ts'
import { type Draft, withValue } from '../draft.ts'
import { both, type Choice, choicesIn, type Field } from '../fields.ts'
import { isAbout, ruleAbout, type Subject, subjectsOf } from '../rule-subjects.ts'

type When = AlertRule['when']
const kinds: Record<When['kind'], Localised> = {
  scale: both('score', 'score'),
  change: both('verandering', 'change'),
  item: both('antwoord', 'answer'),
}

const nameOf = ({ kind, title, of }: Subject): Localised =>
  both(`${of.nl}, ${kinds[kind].nl}: ${title.nl}`, `${of.en}, ${kinds[kind].en}: ${title.en}`)

/** What a rule looks at in the answers, and from where on it holds; it stands at `when`. */
export function ruleFields(
  { when }: Draft,
  instruments: readonly Instrument[],
  looked: readonly When['kind'][] = ['scale', 'change', 'item'],
): Field[] {
  const rule = (when ?? null) as When | null
  const subjects = subjectsOf(instruments).filter(({ kind }) => looked.includes(kind))
  const chosen = subjects.findIndex((one) => isAbout(rule, one))
  const about: Field = {
    kind: 'turn',
    at: 'when',
    label: both('Gaat over', 'Is about'),
    value: chosen === -1 ? '' : String(chosen),
    choices: subjects.map((one, place): Choice => ({ value: String(place), label: nameOf(one) })),
    turn: (draft, value) => {
      const subject = subjects[Number(value)]
      return withValue(draft, 'when', value !== '' && subject ? ruleAbout(subject, rule) : undefined)
    },
  }
  if (!rule) return [about]
  return [
    about,
    ...(rule.kind === 'change'
      ? [since]
      : limitFields('when.', chosen === -1 ? undefined : subjects[chosen], instruments)),
  ]
}

const since: Field = {
  kind: 'one',
  at: 'when.since',
  label: both('Duidelijk slechter dan', 'Clearly worse than'),
  choices: choicesIn({
    previous: both('de vorige meting', 'the measurement before'),
    first: both('de eerste meting', 'the first measurement'),
  }),
}

/** On which side of which limit; `before` is where it stands, such as 'when.'. */
export const limitFields = (
  before: string,
  subject: Subject | undefined,
  instruments: readonly Instrument[],
): Field[] => [
  {
    kind: 'one',
    at: `${before}op`,
    label: both('Wanneer', 'When'),
    choices: choicesIn({
      '<': both('lager dan', 'lower than'),
      '<=': both('lager dan of gelijk aan', 'lower than or equal to'),
      '=': both('gelijk aan', 'equal to'),
      '>=': both('hoger dan of gelijk aan', 'higher than or equal to'),
      '>': both('hoger dan', 'higher than'),
    }),
  },
  {
    kind: 'number',
    at: `${before}value`,
    min: -1_000_000,
    max: 1_000_000,
    label: both('Grens', 'Limit'),
    hint: subject ? boundsOf(subject, instruments) : undefined,
  },
]

/** Between what a number can lie, so that nobody has to look it up. */
function boundsOf(
  { kind, instrument, name }: Subject,
  instruments: readonly Instrument[],
): Localised | undefined {
  const of = instruments.find(({ id }) => id === instrument)
  if (kind === 'item') {
    const item = of?.items.find(({ key }) => key === name)
    if (!item || !('values' in item || item.kind === 'number')) return undefined
    const [low, high] =
      item.kind === 'number' ? [item.min, item.max] : [Math.min(...item.values), Math.max(...item.values)]
    return both(`Het antwoord loopt van ${low} tot ${high}.`, `The answer goes from ${low} to ${high}.`)
  }
  const scale = of?.scales.find(({ id }) => id === name)
  if (!scale) return undefined
  const [low, high] = scale.range
  return both(
    `De score loopt van ${low} tot ${high}; ${scale.directionWords.nl}.`,
    `The score goes from ${low} to ${high}; ${scale.directionWords.en}.`,
  )
}

/** Scores of questionnaires as one choice. */
export const scaleChoices = (
  instruments: readonly Instrument[],
): (Choice & { instrument: string; scale: string; title: Localised })[] =>
  instruments.flatMap((of) =>
    of.scales.map(({ id: scale, title }, place) => {
      const name = titleForStaff(of)
      return {
        value: `${of.id} ${place}`,
        instrument: of.id,
        scale,
        title,
        label: both(`${name.nl}, ${title.nl}`, `${name.en}, ${title.en}`),
      }
    }),
  )
