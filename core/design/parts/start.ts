import { TITLE_MOST } from '../../shapes.ts'
import { both, type Choice, type Field } from '../fields.ts'
import { beginning, groupFields } from './about.ts'

export const startAbout = both(
  'U krijgt een concept dat werkt: één fase, één meetmoment voor de eerste afspraak. Daarna bouwt u het verder uit.',
  'You get a draft that works: one stage, one moment before the first visit. You build on from there.',
)

/** What is asked to begin a set from nothing; `published` are the questionnaires with wording that run now. */
export const startFields = (published: readonly Choice[]): Field[] => [
  ...beginning,
  ...groupFields.map(inGroup),
  {
    kind: 'words',
    at: 'role',
    most: TITLE_MOST,
    label: both('Wie verantwoordelijk is', 'Who is responsible'),
    hint: both(
      'Een functie, zoals verpleegkundig specialist. Meer rollen voegt u later toe.',
      'A function, such as nurse specialist. You add more roles later.',
    ),
  },
  {
    kind: 'words',
    at: 'option',
    most: TITLE_MOST,
    forPatient: true,
    label: both('Eén behandeling', 'One treatment option'),
    hint: both(
      'Bijvoorbeeld: zonder operatie. Meer voegt u later toe.',
      'For example: without surgery. You add more later.',
    ),
  },
  {
    kind: 'some',
    at: 'asked',
    label: both('Waarmee u begint te vragen', 'What you begin to ask'),
    hint: both(
      'Vragenlijsten met tekst. Hun scores worden de eerste uitkomsten.',
      'Questionnaires with wording. Their scores become the first measures.',
    ),
    choices: published,
  },
]

export const copyAbout = both(
  'U krijgt een concept met alles wat in die set staat, onder een eigen naam. De andere set verandert niet.',
  'You get a draft with all that stands in that set, under a name of its own. The other set does not change.',
)

/** What is asked to begin a set as a copy of one of these. */
export const copyFields = (sets: readonly Choice[]): Field[] => [
  { kind: 'one', at: 'from', label: both('Kopie van', 'Copy of'), choices: sets },
  ...beginning.filter(({ at }) => at !== 'sources'),
]

const inGroup = (field: Field): Field => ({ ...field, at: `patientGroup.${field.at}` })

export const startDraft = {
  title: { nl: '', en: '' },
  about: { nl: '', en: '' },
  sources: [],
  patientGroup: {
    title: { nl: '', en: '' },
    include: [{ system: 'icd-10', code: '' }],
    exclude: [],
    ageFrom: 18,
    laterality: 'none',
  },
  role: { nl: '', en: '' },
  option: { nl: '', en: '' },
  asked: [],
}

export const copyDraft = { title: { nl: '', en: '' }, about: { nl: '', en: '' } }
