import { outcomeSetFields } from '../../outcome-sets/outcome-set.ts'
import type { Localised } from '../../words.ts'
import type { Draft } from '../draft.ts'
import { both, type Choice, choicesIn, choicesOf, type Field } from '../fields.ts'
import { type Context, inList, type Listed } from '../part.ts'
import { reporters } from './clinical-fields.ts'
import { name } from './team.ts'

const NONE = { nl: '', en: '' }
/** What is known of everybody: these ids are read from the patient. */
const known: Record<string, Localised> = {
  age: both('Leeftijd', 'Age'),
  sex: both('Geslacht', 'Sex'),
}
const { proxy: _, ...byWhom } = reporters

export const caseMix: Listed = {
  ...inList('caseMix'),
  title: both('Casemix', 'Case mix'),
  about: both(
    'Waarin patiënten verschillen voordat de zorg begint. Teams worden pas vergeleken als daarmee rekening is gehouden.',
    'In what patients differ before care begins. Teams are compared only with this taken into account.',
  ),
  add: both('Kenmerk toevoegen', 'Add a characteristic'),
  fresh: { title: both('Nieuw kenmerk', 'New characteristic'), draft: () => ({ title: NONE }) },
  shape: outcomeSetFields.shape.caseMix.element,
  fields: (draft, context) => [
    what(draft, context),
    name(),
    {
      kind: 'one',
      at: 'reporter',
      label: both('Wie het meldt', 'Who reports it'),
      choices: choicesIn(byWhom),
    },
    ...(draft.measure === undefined ? [] : [firstScore(context)]),
  ],
  line: ({ reporter }) => {
    const by = reporters[reporter as keyof typeof reporters]
    return both(`Gemeld door ${by.nl}.`, `Reported by ${by.en}.`)
  },
}

const firstScore = ({ set }: Context): Field => ({
  kind: 'one',
  at: 'measure',
  label: both('Van welke uitkomst', 'Of which measure'),
  choices: choicesOf(set.measures.filter(({ kind }) => kind === 'scale')),
})

const OTHER: Choice = {
  value: 'other',
  label: both('Iets anders, dat gemeld wordt', 'Something else, that is reported'),
}
const FIRST: Choice = {
  value: 'first',
  label: both('De eerste score van een uitkomst', 'The first score of a measure'),
}

function what(draft: Draft, { set }: Context): Field {
  const id = typeof draft.id === 'string' ? draft.id : undefined
  const isOld = set.caseMix.some((one) => one.id === id)
  const free = choicesIn(known).filter(
    ({ value }) => value === id || (!isOld && set.caseMix.every((one) => one.id !== value)),
  )
  return {
    kind: 'turn',
    at: 'what',
    label: both('Kenmerk', 'Characteristic'),
    value: id !== undefined && id in known ? id : draft.measure === undefined ? OTHER.value : FIRST.value,
    choices: isOld && id !== undefined && id in known ? free : [OTHER, FIRST, ...free],
    turn: (before, value) => {
      const kept = isOld ? { id, title: before.title } : { title: known[value] ?? before.title }
      if (value in known) return { ...kept, id: value, reporter: 'administration' }
      return value === 'first' ? { ...kept, reporter: 'patient', measure: '' } : kept
    },
  }
}
