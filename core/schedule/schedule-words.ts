import { BIRTH_DATE } from '../outcome-sets/patient-dates.ts'
import { saySide } from '../words/side-words.ts'
import { type Language, type Localised, say, type Words } from '../words.ts'

/** A reason of the schedule as a sentence; codes stand before the first colon, what they are about behind it. */
type Reasons = Record<string, (about: string) => string>

const words = {
  nl: {
    enrolment: () => 'Hoort bij de start van het zorgpad.',
    stage: (stage) => `Hoort bij de fase “${stage}”.`,
    first: (kind) => `Hoort bij de eerste afspraak “${kind}”.`,
    appointment: () => 'Hoort bij een afspraak.',
    response: () => 'Volgt op eerder ingevulde vragen.',
    'patient-date': (date) => `Hoort bij een datum van de patiënt: ${date}.`,
    date: (date) => `Hoort bij een vaste datum: ${date}.`,
    manual: (reason) => `Met de hand gezet: ${reason}`,
    at: (instant) => `Gerekend vanaf ${instant}.`,
    'same-day': (wanted) =>
      wanted === 'first'
        ? 'Van twee afspraken op die dag telt de eerste.'
        : 'Van twee afspraken op die dag telt de laatst doorgegeven.',
    treatment: (option) => `Gevraagd bij de behandeling “${option}”.`,
    side: (side) => `Gevraagd bij deze zijde: ${side}.`,
    'no-stage': (stage) => `De patiënt is nog niet in de fase “${stage}”, en er is geen afspraak voor.`,
    'no-appointment': (kind) => `Er is geen afspraak “${kind}”.`,
    cancelled: (kind) => `De afspraak “${kind}” is afgezegd.`,
    'other-age': (years) => `Wordt niet gevraagd op deze leeftijd (${years}).`,
    'other-sex': () => 'Wordt bij dit geslacht niet gevraagd.',
    'no-proxy': () => 'Niemand is aangewezen die namens deze patiënt antwoordt.',
    score: (instrument) => `Gevraagd vanwege de laatste score van “${instrument}”.`,
    'other-score': (instrument) => `De laatste score van “${instrument}” vraagt hier niet om.`,
    'no-score': (instrument) => `Er is geen score van “${instrument}” van kort geleden.`,
    'beyond-cap': (most) =>
      `Die dag zijn er al genoeg vragen: het zorgpad vraagt er hoogstens ${most} per dag.`,
    'beyond-visit': (most) =>
      `Voor deze afspraak zijn er al genoeg vragen: het zorgpad vraagt er hoogstens ${most} voor één afspraak.`,
    waits: (day) => `Wacht tot ${day}: eerder was er geen ruimte voor meer vragen.`,
    'no-response': (moment) => `“${moment}” is nog niet ingevuld.`,
    'no-date': (date) => `De datum waar dit van afhangt, is niet bekend: ${date}.`,
    'no-treatment-yet': () => 'Er is nog geen behandeling gekozen.',
    'other-treatment': (option) => `Wordt niet gevraagd bij de behandeling “${option}”.`,
    'other-side': (side) => `Wordt alleen gevraagd bij deze zijde: ${side}.`,
    answered: (instant) => `Dezelfde vragen zijn kort geleden al beantwoord, op ${instant}.`,
    ended: () => 'Het zorgpad is beëindigd.',
    turned: (to) =>
      to === 'loss' ? 'Gaat niet door na een verlies.' : 'Gaat niet door bij palliatieve zorg.',
    'before-known': () => 'De periode was al voorbij toen de patiënt hier bekend werd.',
    gone: () => 'Waar dit bij hoorde, is er niet meer, of een nieuwe versie vraagt dit niet meer.',
    'by-hand': () => 'Met de hand overgeslagen.',
  },
  en: {
    enrolment: () => 'Belongs to the start of the care path.',
    stage: (stage) => `Belongs to the stage “${stage}”.`,
    first: (kind) => `Belongs to the first appointment “${kind}”.`,
    appointment: () => 'Belongs to an appointment.',
    response: () => 'Follows questions answered before.',
    'patient-date': (date) => `Belongs to a date of the patient: ${date}.`,
    date: (date) => `Belongs to a fixed date: ${date}.`,
    manual: (reason) => `Set by hand: ${reason}`,
    at: (instant) => `Counted from ${instant}.`,
    'same-day': (wanted) =>
      wanted === 'first'
        ? 'Of two appointments that day, the first counts.'
        : 'Of two appointments that day, the one told last counts.',
    treatment: (option) => `Asked with the treatment “${option}”.`,
    side: (side) => `Asked for this side: ${side}.`,
    'no-stage': (stage) =>
      `The patient has not entered the stage “${stage}”, and no appointment is booked for it.`,
    'no-appointment': (kind) => `There is no appointment “${kind}”.`,
    cancelled: (kind) => `The appointment “${kind}” was cancelled.`,
    'other-age': (years) => `Not asked at this age (${years}).`,
    'other-sex': () => 'Not asked of this sex.',
    'no-proxy': () => 'Nobody was named who answers for this patient.',
    score: (instrument) => `Asked because of the last score of “${instrument}”.`,
    'other-score': (instrument) => `The last score of “${instrument}” does not call for this.`,
    'no-score': (instrument) => `There is no recent score of “${instrument}”.`,
    'beyond-cap': (most) => `That day has enough questions: the care path asks at most ${most} a day.`,
    'beyond-visit': (most) =>
      `There are enough questions before this visit: the care path asks at most ${most} before one visit.`,
    waits: (day) => `Waits until ${day}: there was no room for more questions before.`,
    'no-response': (moment) => `“${moment}” has not been answered yet.`,
    'no-date': (date) => `The date that this depends on is not known: ${date}.`,
    'no-treatment-yet': () => 'No treatment has been chosen yet.',
    'other-treatment': (option) => `Not asked with the treatment “${option}”.`,
    'other-side': (side) => `Only asked for this side: ${side}.`,
    answered: (instant) => `The same questions were answered a short while ago, on ${instant}.`,
    ended: () => 'The care path has ended.',
    turned: (to) => (to === 'loss' ? 'Not asked after a loss.' : 'Not asked in palliative care.'),
    'before-known': () => 'The period was over before the patient was known here.',
    gone: () => 'What this belonged to is no longer there, or a new version does not ask it.',
    'by-hand': () => 'Skipped by hand.',
  },
} satisfies Words<Reasons>

type Titled = { id: string; title: Localised }
/** The part of an outcome set that reasons name things from. */
export type Titles = {
  carePath: { stages: readonly Titled[] }
  appointmentKinds: readonly Titled[]
  treatmentOptions: readonly Titled[]
  moments: readonly Titled[]
  instruments: readonly Titled[]
  patientDates: readonly Titled[]
}

/**
 * A stored reason ('stage:surgery', 'no-treatment-yet') as a sentence. `instant` writes an instant as the reader's
 * page writes them. A code that this version does not know is given back as it is.
 */
export function explainReason(
  code: string,
  set: Titles,
  language: Language,
  instant: (iso: string) => string,
): string {
  // What is asked again and again has its number behind the anchor: 'stage:surgery+2'.
  const [name = '', ...rest] = (code.startsWith('manual:') ? code : code.replace(/\+\d+$/, '')).split(':')
  const about = rest.join(':')
  const reasons: Reasons = words[language]
  const reason = Object.hasOwn(reasons, name) ? reasons[name] : undefined
  if (!reason) return code
  if (name === 'at' || name === 'answered' || name === 'waits') return reason(instant(about))
  if (name === 'side' || name === 'other-side') return reason(saySide(about, language) || about)
  const titled = titlesFor(name, set).find(({ id }) => id === about)
  return reason(titled ? say(titled.title, language) : about)
}

const birthDate: Titled = { id: BIRTH_DATE, title: { nl: 'geboortedatum', en: 'date of birth' } }

/** A stage and a treatment may have the same id: the code says which it is about. */
function titlesFor(code: string, set: Titles): readonly Titled[] {
  if (code === 'stage' || code === 'no-stage') return set.carePath.stages
  if (code === 'treatment' || code === 'other-treatment') return set.treatmentOptions
  if (code === 'score' || code === 'other-score' || code === 'no-score') return set.instruments
  if (code === 'patient-date' || code === 'no-date') return [birthDate, ...set.patientDates]
  return code === 'no-response' ? set.moments : set.appointmentKinds
}
