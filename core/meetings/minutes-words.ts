import type { PatientPart } from '../consult/decision.ts'
import type { Words } from '../words.ts'
import type { ItemState } from './meeting.ts'

/** How the patient took part in a decision. */
export const patientPartWords = {
  nl: {
    present: 'De patiënt deed zelf mee, en wij bespraken de uitslagen',
    'wish-known': 'De wens van de patiënt is ingebracht',
    'decides-after': 'De patiënt beslist hierna, in het gesprek',
    'not-asked': 'De patiënt is nog niet gevraagd',
  },
  en: {
    present: 'The patient took part, and we discussed the results',
    'wish-known': 'The patient’s wish was brought in',
    'decides-after': 'The patient decides after this, in the consult',
    'not-asked': 'The patient has not been asked yet',
  },
} satisfies Words<Record<PatientPart, string>>

/** Where a patient of the list stands. */
export const itemStateWords = {
  nl: {
    open: 'Nog te bespreken',
    decided: 'Besluit nog niet bevestigd',
    confirmed: 'Besloten',
    postponed: 'Naar het volgende overleg',
  },
  en: {
    open: 'To be talked about',
    decided: 'Decision not confirmed yet',
    confirmed: 'Decided',
    postponed: 'To the next meeting',
  },
} satisfies Words<Record<ItemState, string>>

/** The minutes of a meeting, on the page and on paper. */
export const minutesWords = {
  nl: {
    minutes: 'Verslag',
    minutesAbout: 'Zonder namen van patiënten. Wat is besloten, door wie bevestigd, en wie wat doet.',
    chairedBy: (name: string) => `Voorzitter: ${name}`,
    presentWere: (names: string) => `Aanwezig: ${names}`,
    absentWere: (names: string) => `Afwezig: ${names}`,
    notRecorded: 'Aanwezigheid niet vastgelegd',
    figure: 'Cijfer of stand',
    question: 'Vraag',
    decision: 'Besluit',
    reason: 'Waarom',
    part: 'De patiënt zelf',
    actions: 'Acties',
    fixed: (name: string, at: string) => `Bevestigd door ${name}, ${at}`,
    nothingDecided: 'Nog niets besloten.',
    notDecided: 'Zonder besluit',
    ofTeam: (team: string) => `Overleg van ${team}`,
    foot: (date: string) => `Gemaakt op ${date}`,
  },
  en: {
    minutes: 'Minutes',
    minutesAbout: 'Without names of patients. What was decided, who confirmed it, and who does what.',
    chairedBy: (name: string) => `Chair: ${name}`,
    presentWere: (names: string) => `Present: ${names}`,
    absentWere: (names: string) => `Absent: ${names}`,
    notRecorded: 'Attendance was not recorded',
    figure: 'Figure',
    question: 'Question',
    decision: 'Decision',
    reason: 'Why',
    part: 'The patient',
    actions: 'Actions',
    fixed: (name: string, at: string) => `Confirmed by ${name}, ${at}`,
    nothingDecided: 'Nothing decided yet.',
    notDecided: 'Without a decision',
    ofTeam: (team: string) => `Meeting of ${team}`,
    foot: (date: string) => `Made on ${date}`,
  },
} satisfies Words<unknown>
