import { outcomeSetFields } from '../../outcome-sets/outcome-set.ts'
import { TITLE_MOST } from '../../shapes.ts'
import type { Draft } from '../draft.ts'
import { both, choicesIn, type Field } from '../fields.ts'
import type { Single } from '../part.ts'
import { codes } from './codes.ts'

const { title, about: told, sources, carePath, patientGroup } = outcomeSetFields.shape
type Words = { nl: string; en: string }

const named: Field = {
  kind: 'words',
  at: 'title',
  most: TITLE_MOST,
  forPatient: true,
  label: both('Naam', 'Name'),
  hint: both(
    'De aandoening of behandeling, zoals u die tegen de patiënt noemt.',
    'The condition or treatment, as you name it to the patient.',
  ),
}
const aboutIt: Field = {
  kind: 'words',
  at: 'about',
  long: true,
  label: both('Waarvoor de set is', 'What the set is for'),
  hint: both(
    'Eén of twee zinnen: over wie het gaat en wat u meet.',
    'One or two sentences: whom it is about and what you measure.',
  ),
}
const from: Field = {
  kind: 'lines',
  at: 'sources',
  label: both('Waarop de set berust', 'What the set stands on'),
  hint: both(
    'Eén bron per regel: een richtlijn, een artikel, een afspraak van het team.',
    'One source a line: a guideline, an article, an agreement of the team.',
  ),
}

export const about: Single = {
  title: both('Naam en bronnen', 'Name and sources'),
  about: both('Wat er boven de set staat.', 'What stands above the set.'),
  read: ({ title, about, sources, carePath }) => ({ title, about, sources, path: carePath.version }),
  write: (set, draft) => {
    const { path, ...rest } = draft as unknown as {
      title: Words
      about: Words
      sources: string[]
      path: number
    }
    return { ...set, ...rest, carePath: { ...set.carePath, version: path } }
  },
  shape: outcomeSetFields
    .pick({ title: true, about: true, sources: true })
    .extend({ path: carePath.shape.version }),
  fields: () => [
    named,
    aboutIt,
    from,
    {
      kind: 'number',
      at: 'path',
      min: 1,
      max: 999,
      step: 1,
      label: both('Versie van het zorgpad', 'Version of the care path'),
      hint: both(
        'Eén hoger als de weg zelf anders loopt. Cijfers van ervoor en erna staan dan apart.',
        'One higher where the way itself goes otherwise. Figures of before and after then stand apart.',
      ),
    },
  ],
  line: ({ about }) => about as Words,
}

export const groupFields: readonly Field[] = [
  {
    kind: 'words',
    at: 'title',
    most: TITLE_MOST,
    label: both('Over wie het gaat', 'Whom it is about'),
    hint: both(
      'Bijvoorbeeld: mensen met artrose van heup of knie.',
      'For example: people with osteoarthritis of the hip or knee.',
    ),
  },
  codes(
    'include',
    ['Wie erbij hoort', 'Who belongs to it'],
    [
      'Diagnosecodes. Een code telt ook voor alles wat ermee begint: M16 ook voor M16.1.',
      'Codes of diagnoses. A code also counts for whatever begins with it: M16 for M16.1 too.',
    ],
  ),
  codes(
    'exclude',
    ['Wie er niet bij hoort', 'Who does not'],
    [
      'Gaat vóór: met zo’n code hoort iemand er niet bij.',
      'Goes first: with such a code somebody does not belong to it.',
    ],
    true,
  ),
  {
    kind: 'number',
    at: 'ageFrom',
    min: 0,
    max: 120,
    step: 1,
    label: both('Vanaf deze leeftijd', 'From this age'),
  },
  {
    kind: 'one',
    at: 'laterality',
    label: both('Links en rechts', 'Left and right'),
    choices: choicesIn({
      none: both('Eén zorgpad per patiënt', 'One care path for each patient'),
      sided: both('Een zorgpad per kant van het lichaam', 'A care path for each side of the body'),
    }),
  },
]

export const group: Single = {
  title: both('Patiëntengroep', 'Patient group'),
  about: both('Wie met deze set gevolgd wordt.', 'Who is followed with this set.'),
  read: ({ patientGroup }) => patientGroup,
  write: (set, draft) => ({ ...set, patientGroup: draft as unknown as typeof set.patientGroup }),
  shape: patientGroup,
  fields: () => groupFields,
  line: (draft: Draft) => {
    const { title, include } = draft as unknown as { title: Words; include: { code: string }[] }
    const list = include.map(({ code }) => code).join(', ')
    return both(`${title.nl}: ${list}`, `${title.en}: ${list}`)
  },
}

/** What a new set begins with. */
export const beginning: readonly Field[] = [named, aboutIt, from]
export const beginningShape = { title, about: told, sources }
