import { saySide } from '../words/side-words.ts'
import { type Language, say as sayIn, type Words } from '../words.ts'
import type { CutBy, Level } from './team-outcomes.ts'

const nl = {
  properties: {
    treatment: 'behandeling',
    stage: 'fase van het zorgpad',
    side: 'kant',
    age: 'leeftijd',
    sex: 'geslacht',
    language: 'taal',
    mode: 'manier van antwoorden',
    site: 'locatie',
    clinician: 'regiebehandelaar',
    version: 'versie van het zorgpad',
  } satisfies Record<CutBy, string>,
  levels: {
    'under-65': 'jonger dan 65',
    '65-74': '65–74 jaar',
    '75-and-over': '75 en ouder',
    female: 'vrouw',
    male: 'man',
    other: 'anders',
    unknown: 'geslacht onbekend',
    web: 'op eigen telefoon of computer',
    tablet: 'op een tablet in de kliniek',
    paper: 'op papier',
    phone: 'aan de telefoon',
    mine: 'mijn eigen patiënten',
  } as Record<string, string>,
  version: (number: string) => `zorgpad versie ${number}`,
}

const en: typeof nl = {
  properties: {
    treatment: 'treatment',
    stage: 'stage of the care path',
    side: 'side',
    age: 'age',
    sex: 'sex',
    language: 'language',
    mode: 'way of answering',
    site: 'site',
    clinician: 'lead clinician',
    version: 'version of the care path',
  },
  levels: {
    'under-65': 'under 65',
    '65-74': '65–74 years',
    '75-and-over': '75 and over',
    female: 'female',
    male: 'male',
    other: 'other',
    unknown: 'sex not known',
    web: 'on their own phone or computer',
    tablet: 'on a tablet in the clinic',
    paper: 'on paper',
    phone: 'by telephone',
    mine: 'my own patients',
  },
  version: (number) => `care path version ${number}`,
}

const words = { nl, en } satisfies Words<typeof nl>

/** What the properties by which a group is cut are called, and their levels. */
export function levelNames(language: Language) {
  const say = words[language]
  const languageName = (id: string) => new Intl.DisplayNames(language, { type: 'language' }).of(id) ?? id
  return {
    property: (by: CutBy) => say.properties[by],
    level: (by: CutBy | undefined, { id, title }: Level) => {
      if (title) return sayIn(title, language)
      if (by === 'language') return languageName(id)
      if (by === 'version') return say.version(id)
      if (by === 'side') return saySide(id, language)
      return by === 'site' ? id : (say.levels[id] ?? id)
    },
  }
}
