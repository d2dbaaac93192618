import type { DemoFacts } from '../demo-desks.ts'
import { type Stops, stop } from '../visit.ts'
import { at, pressed, through } from './way.ts'

const patient = ({ patientId }: DemoFacts) => `/staff/patients/${patientId}`
const nameOf = ({ patientName }: DemoFacts) => ({ nl: patientName, en: patientName })
const today = { nl: 'Mijn spreekuur vandaag', en: 'My clinic today' }
const notFound = { nl: 'Niet gevonden', en: 'Not found' }
const board = { nl: /^Zorgpad van/, en: /^Care path of/ }
const mdo = { nl: /^MDO /, en: /^MDO / }
const improving = { nl: /^Verbeteroverleg /, en: /^Verbeteroverleg / }
const MEETING = 'a[href^="/staff/meetings/mee"]'
const FIGURES = `${MEETING}:has-text("Verbeteroverleg")`
const team = { nl: /geopend en besproken/, en: /opened and discussed/ }

/** What a clinician sees. */
export const clinicianPages: Stops = {
  'the clinic': stop(at('/staff/clinic'), today),
  'all keys': stop(pressed('/staff/clinic', '?', '[role=dialog]'), today),
  'a day without appointments': stop(at('/staff/clinic?day=2031-01-01'), {
    nl: 'Mijn spreekuur',
    en: 'My clinic',
  }),
  'the board': stop(at('/staff/board'), board),
  'moving a card': stop(pressed('/staff/board?only=over', 'm', '[role=dialog]'), board),
  meetings: stop(at('/staff/meetings'), { nl: 'Overleg', en: 'Meetings' }),
  'a meeting': stop(through('/staff/meetings', MEETING), mdo),
  'a meeting on a beamer': stop(through('/staff/meetings', MEETING, 'a[href$="/room"]'), mdo),
  'a meeting about figures': stop(through('/staff/meetings', FIGURES), improving),
  'figures on a beamer': stop(through('/staff/meetings', FIGURES, 'a[href$="/room"]'), improving),
  'a patient': stop(at(patient), nameOf),
  'a patient in numbers': stop(pressed(patient, 't', '.time-table, table'), nameOf),
  'the timeline of a patient': stop(
    at(({ patientId }) => `/staff/patients/${patientId}/timeline`),
    ({ patientName }) => ({ nl: `Tijdlijn van ${patientName}`, en: `Timeline of ${patientName}` }),
  ),
  alerts: stop(at('/staff/alerts'), { nl: 'Alerts', en: 'Alerts' }),
  'who answers alerts': stop(at('/staff/alerts?view=watch'), { nl: 'Alerts', en: 'Alerts' }),
  'a patient who is not theirs': stop(at('/staff/patients/pat_nobody'), notFound),
  'emergency access': stop(at('/staff/emergency'), { nl: 'Noodtoegang', en: 'Emergency access' }),
  'visits to change': stop(at('/staff/visits'), {
    nl: 'Afspraken om te wijzigen',
    en: 'Appointments to change',
  }),
  'the call list': stop(at('/staff/calls'), { nl: 'Bellijst', en: 'Call list' }),
  'mail of the own team': stop(at('/staff/mail?list=sent'), { nl: 'Mail', en: 'Mail' }),
  'the team': stop(at('/staff/team'), team),
  'the team by age, as boxes': stop(at('/staff/team?by=age&as=box&months=24'), team),
  'the team over time': stop(at('/staff/team/improve'), { nl: /signaal/i, en: /signal/i }),
  'the scorecard': stop(at('/staff/team/scorecard'), { nl: /^Scorekaart/, en: /^Scorecard/ }),
  'the team beside others': stop(at('/staff/team/compare'), { nl: /^Vergelijken/, en: /^Comparison/ }),
  'what colleagues think': stop(at('/staff/team/rounds'), {
    nl: 'Wat collega’s en partners vinden',
    en: 'What colleagues and partners think',
  }),
  'a care path': stop(
    at(({ enrolmentId }) => `/staff/care-paths/${enrolmentId}`),
    ({ patientName }) => ({ nl: `Zorgpad van ${patientName}`, en: `Care path of ${patientName}` }),
  ),
  'enrolling by hand': stop(at('/staff/enrol'), { nl: 'Patiënt inschrijven', en: 'Enrol a patient' }),
  'the own account': stop(at('/staff/account'), { nl: 'Uw account', en: 'Your account' }),
  'a page of another role': stop(at('/staff/audit'), { nl: 'Niet voor uw rol', en: 'Not for your role' }),
  'a page that is not there': stop(at('/staff/nowhere'), notFound),
}

/** What a team lead sees beside that. */
export const leadPages: Stops = {
  'data for a register': stop(at('/staff/team/export'), {
    nl: 'Gegevens voor een register of eigen onderzoek van de zorg',
    en: /^Data for a/,
  }),
}
