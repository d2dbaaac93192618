import { measureShape } from '../../measure.ts'
import type { OutcomeSet } from '../../outcome-set.ts'
import { domainShape } from '../../scale.ts'
import type { Localised } from '../../words.ts'
import { type Draft, textAt, valueAt, withValue } from '../draft.ts'
import { both, choicesIn, choicesOf, type Field } from '../fields.ts'
import type { Context, Listed } from '../part.ts'
import { codes } from './codes.ts'
import { domainTitles } from './domain-titles.ts'
import { scaleChoices } from './rule-fields.ts'
import { direction, sourced } from './sourced.ts'
import { name } from './team.ts'

const NONE = { nl: '', en: '' }
export const reporters = {
  patient: both('de patiënt', 'the patient'),
  proxy: both('een naaste', 'somebody close'),
  clinician: both('de zorgverlener', 'the clinician'),
  registry: both('een register', 'a register'),
  administration: both('de administratie', 'the administration'),
}
const kinds = {
  scale: both('Een score van een vragenlijst', 'A score of a questionnaire'),
  event: both('Iets wat gebeurt of niet: een aandeel', 'Something that happens or not: a share'),
  value: both('Een getal: een gemiddelde', 'A number: a mean'),
}

export const measure: Listed = {
  title: both('Uitkomsten', 'Measures'),
  about: both(
    'Waar u op let: scores van vragenlijsten, en klinische uitkomsten zoals complicaties of opnameduur.',
    'What you look at: scores of questionnaires, and clinical measures such as complications or length of stay.',
  ),
  add: both('Uitkomst toevoegen', 'Add a measure'),
  fresh: { title: both('Nieuwe uitkomst', 'New measure'), draft: () => ({ title: NONE }) },
  read: ({ measures }) => measures,
  write: withDomains,
  shape: measureShape,
  alsoWrong: (draft) => [
    ...(draft.window !== undefined && endOf(draft) === '' ? ['window'] : []),
    ...(Number(valueAt(draft, 'range.0')) >= Number(valueAt(draft, 'range.1')) ? ['range.1'] : []),
  ],
  fields: (draft, context) => [
    kind(draft),
    ...(draft.kind === 'scale' ? scale(draft, context) : clinical(draft, context)),
  ],
  line: (one, context) => lineOf(one as unknown as OutcomeSet['measures'][number], context),
}

const kind = (draft: Draft): Field => ({
  kind: 'turn',
  at: 'kind',
  label: both('Soort uitkomst', 'Kind of measure'),
  value: textAt(draft, 'kind'),
  choices: choicesIn(kinds),
  turn: ({ id, title }, value) => ({
    ...(id === undefined ? {} : { id }),
    title,
    ...(value === '' ? {} : { kind: value, reporter: value === 'scale' ? 'patient' : undefined }),
    ...(value === 'event' ? { numerator: NONE } : {}),
    ...(value === 'value' ? { unit: NONE, range: [Number.NaN, Number.NaN], decimals: 0 } : {}),
    ...(value === 'event' || value === 'value'
      ? { codes: [], denominator: NONE, window: {}, source: '' }
      : {}),
  }),
})

const reporter: Field = {
  kind: 'one',
  at: 'reporter',
  label: both('Wie het meldt', 'Who reports it'),
  choices: choicesIn(reporters),
}

function scale(draft: Draft, { instruments }: Context): Field[] {
  const choices = scaleChoices(instruments)
  const chosen = choices.find((one) => one.instrument === draft.instrument && one.scale === draft.scale)
  return [
    {
      kind: 'turn',
      at: 'scale',
      label: both('Score', 'Score'),
      hint: both('Van de vragenlijsten in deze set.', 'Of the questionnaires in this set.'),
      value: chosen?.value ?? '',
      choices,
      turn: (before, value) => {
        const next = choices.find((one) => one.value === value)
        const named = withValue(withValue(before, 'instrument', next?.instrument), 'scale', next?.scale)
        const isUnnamed = textAt(before, 'title.nl').trim() === ''
        return next && isUnnamed ? { ...named, title: next.title } : named
      },
    },
    { ...name(), forPatient: true } as Field,
    reporter,
  ]
}

function clinical(draft: Draft, context: Context): Field[] {
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

const endOf = (draft: Draft) =>
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

/** A score is shown under its domain: one that the set has not yet comes along. */
function withDomains(set: OutcomeSet, all: readonly Draft[], { instruments }: Context): OutcomeSet {
  const measures = all as unknown as OutcomeSet['measures']
  const missing = measures.flatMap((one) => {
    if (one.kind !== 'scale') return []
    const found = instruments
      .find(({ id }) => id === one.instrument)
      ?.scales.find(({ id }) => id === one.scale)
    return found && set.domains.every(({ id }) => id !== found.domain) ? [found.domain] : []
  })
  const added = [...new Set(missing)].map((id) => ({ id, title: domainTitles[domainShape.parse(id)] }))
  return { ...set, measures, domains: [...set.domains, ...added] }
}

function lineOf(one: OutcomeSet['measures'][number], { set, instruments }: Context): Localised {
  if (one.kind === 'scale')
    return (
      scaleChoices(instruments).find((each) => each.instrument === one.instrument && each.scale === one.scale)
        ?.label ?? both(one.instrument, one.instrument)
    )
  const from = set.carePath.stages.find(({ id }) => id === one.window.stage)?.title
  const by = reporters[one.reporter]
  const what = one.kind === 'event' ? one.numerator : one.unit
  return both(
    `${what.nl}; vanaf “${from?.nl ?? one.window.stage}”. Gemeld door ${by.nl}.`,
    `${what.en}; from “${from?.en ?? one.window.stage}” on. Reported by ${by.en}.`,
  )
}
