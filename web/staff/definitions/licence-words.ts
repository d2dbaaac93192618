import type { LicenceStanding } from '../../../core/instruments/licence.ts'
import type { Words } from '../../../core/words.ts'

type Standing = Exclude<LicenceStanding, 'valid'>
type Said = Record<Standing, (name: string, date: string) => string> & { short: Record<Standing, string> }

export const licenceWords = {
  nl: {
    short: { ending: 'Loopt af', over: 'Verlopen', 'not-yet': 'Begint later' },
    ending: (name, date) =>
      `De licentie van ${name} geldt tot en met ${date}. Daarna wordt de vragenlijst niet meer verstuurd en niet meer gevraagd. Plaats voor die dag een nieuwe versie met de nieuwe licentie.`,
    over: (name, date) =>
      `${name} wordt niet meer verstuurd en niet meer gevraagd: de licentie liep af op ${date}. Een nieuwe versie met een geldige licentie zet het vragen weer aan, ook voor wie al bezig is.`,
    'not-yet': (name, date) => `${name} wordt nog niet gevraagd: de licentie begint op ${date}.`,
  },
  en: {
    short: { ending: 'Ends soon', over: 'Over', 'not-yet': 'Begins later' },
    ending: (name, date) =>
      `The licence of ${name} is valid up to and including ${date}. After that the questionnaire is no longer sent or asked. Install a new version with the new licence before that day.`,
    over: (name, date) =>
      `${name} is no longer sent or asked: its licence ended on ${date}. A new version with a valid licence starts the asking again, also for who is under way.`,
    'not-yet': (name, date) => `${name} is not asked yet: its licence begins on ${date}.`,
  },
} satisfies Words<Said>
