import type { Column } from '../dataset/columns.ts'
import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import type { Localised } from '../words.ts'
import type { Register, RegisterField } from './shape.ts'

/** A register's fields as columns of a file, in its own names and codes, each with where it comes from. */
export const registerColumns = (register: Register, set: OutcomeSet): Column[] =>
  register.fields.map((field) => ({
    name: field.name,
    label: field.title,
    kind: kindOf(field),
    decimals: field.decimals,
    values: valuesOf(register, field, set),
    about: aboutOf(field),
  }))

const TEXTS = ['pseudonym', 'moment', 'sex', 'side', 'treatment', 'mode', 'respondent']
const DATES = ['index-date', 'answered-on']

function kindOf({ from, values }: RegisterField): Column['kind'] {
  if (values) return Object.values(values).every((value) => typeof value === 'number') ? 'number' : 'text'
  if (from.kind === 'constant') return typeof from.value === 'number' ? 'number' : 'text'
  if (DATES.includes(from.kind)) return 'date'
  return TEXTS.includes(from.kind) ? 'text' : 'number'
}

/** The register's codes with what they stand for here; one code that stands for several things says them all. */
function valuesOf({ moments }: Register, { from, values = {} }: RegisterField, set: OutcomeSet) {
  if (from.kind === 'moment') return moments.map(({ code, title }) => ({ value: code, label: title }))
  const coded = Map.groupBy(Object.entries(values), ([, theirs]) => theirs)
  return [...coded].map(([value, ours]) => {
    const names = ours.map(([own]) => nameOf(from.kind, own, set))
    return { value, label: joined(names) }
  })
}

const nameOf = (kind: string, own: string, { treatmentOptions }: OutcomeSet): Localised =>
  (kind === 'treatment' ? treatmentOptions.find(({ id }) => id === own)?.title : undefined) ?? {
    nl: own,
    en: own,
  }

const joined = (names: readonly Localised[]): Localised => ({
  nl: names.map(({ nl }) => nl).join(' / '),
  en: names.map(({ en }) => en).join(' / '),
})

function aboutOf({ required, at, range, from }: RegisterField): Localised {
  const parts: Localised[] = [
    required ? { nl: 'verplicht', en: 'required' } : { nl: 'mag leeg zijn', en: 'may be empty' },
    ...(at ? [{ nl: `op ${at.join(', ')}`, en: `at ${at.join(', ')}` }] : []),
    ...(range ? [{ nl: `van ${range.join(' tot ')}`, en: `from ${range.join(' to ')}` }] : []),
    sourceWords(from),
  ]
  return { nl: parts.map(({ nl }) => nl).join('; '), en: parts.map(({ en }) => en).join('; ') }
}

/** By which id it is known here. */
function sourceWords(from: RegisterField['from']): Localised {
  const { kind, ...names } = from
  const text = [kind, ...Object.values(names)].join(' ')
  return { nl: `bron: ${text}`, en: `source: ${text}` }
}
