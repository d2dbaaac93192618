import type { Anchor } from '../outcome-sets/moment.ts'
import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import { BIRTH_DATE } from '../outcome-sets/patient-dates.ts'
import { titleForStaff } from '../outcome-sets/staff-title.ts'
import { lengthWords } from '../time/duration-words.ts'
import type { Language, Localised } from '../words.ts'

type Titled = Pick<OutcomeSet, 'carePath' | 'appointmentKinds' | 'moments' | 'patientDates'>

/** What a moment is counted from, as the end of a sentence: "the first appointment “Intake”". */
export const anchorWords = (anchor: Anchor, set: Titled): Localised => ({
  nl: anchorIn(anchor, set, 'nl'),
  en: anchorIn(anchor, set, 'en'),
})

const said = {
  nl: {
    enrolment: 'de start van het zorgpad',
    stage: (name: string) => `het begin van de fase “${name}”`,
    first: (name: string) => `de eerste afspraak “${name}”`,
    each: (name: string) => `elke afspraak “${name}”`,
    response: (name: string) => `het invullen van “${name}”`,
    patientDate: (name: string) => `de datum “${name}”`,
    birthDate: 'de geboortedatum',
  },
  en: {
    enrolment: 'the start of the care path',
    stage: (name: string) => `entering the stage “${name}”`,
    first: (name: string) => `the first appointment “${name}”`,
    each: (name: string) => `each appointment “${name}”`,
    response: (name: string) => `answering “${name}”`,
    patientDate: (name: string) => `the date “${name}”`,
    birthDate: 'the date of birth',
  },
}

function anchorIn(anchor: Anchor, set: Titled, language: Language): string {
  const words = said[language]
  const name = (list: readonly { id: string; title: Localised }[], id: string) =>
    list.find((one) => one.id === id)?.title[language] ?? id
  switch (anchor.kind) {
    case 'enrolment':
      return words.enrolment
    case 'stage':
      return words.stage(name(set.carePath.stages, anchor.stage))
    case 'appointment':
      return words[anchor.which](name(set.appointmentKinds, anchor.appointmentKind))
    case 'response': {
      const moment = set.moments.find(({ id }) => id === anchor.moment)
      return words.response(moment ? titleForStaff(moment)[language] : anchor.moment)
    }
    case 'patient-date':
      return anchor.name === BIRTH_DATE
        ? words.birthDate
        : words.patientDate(name(set.patientDates, anchor.name))
    case 'date':
      return anchor.date
  }
}

/** When something lies, in words: "14 days before the first appointment “Intake”"; at the anchor itself: "at …". */
export function timeWords(duration: string, anchor: Anchor, set: Titled): Localised {
  const length = lengthWords(duration)
  const from = anchorWords(anchor, set)
  if (length.nl === '') return { nl: `bij ${from.nl}`, en: `at ${from.en}` }
  return duration.startsWith('-')
    ? { nl: `${length.nl} vóór ${from.nl}`, en: `${length.en} before ${from.en}` }
    : { nl: `${length.nl} na ${from.nl}`, en: `${length.en} after ${from.en}` }
}
