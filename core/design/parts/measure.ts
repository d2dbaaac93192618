import { domainTitles } from '../../instruments/domain-titles.ts'
import { domainShape } from '../../instruments/scale.ts'
import { measureShape } from '../../outcome-sets/measure.ts'
import type { OutcomeSet } from '../../outcome-sets/outcome-set.ts'
import type { Localised } from '../../words.ts'
import { type Draft, textAt, valueAt, withoutNothing, withValue } from '../draft.ts'
import { both, choicesIn, type Field } from '../fields.ts'
import type { Context, Listed } from '../part.ts'
import { clinical, endOf, reporter, reporters } from './clinical-fields.ts'
import { scaleChoices } from './rule-fields.ts'
import { name } from './team.ts'

const NONE = { nl: '', en: '' }
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
  complete: (draft) => withoutNothing(draft, ['treatments']),
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
