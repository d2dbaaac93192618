import type { Words } from '../../../../core/words.ts'

export const pathWords = {
  nl: {
    lead: (stages: number, moments: number) =>
      `${stages === 1 ? '1 fase' : `${stages} fasen`}, ${moments === 1 ? '1 meetmoment' : `${moments} meetmomenten`}.`,
    about:
      'Zo ligt het zorgpad in de tijd als elke fase zo lang duurt als hoogstens mag. Een balk loopt van openen tot sluiten, de streep erin is de dag waarop de antwoorden er moeten zijn.',
    drawnFor: (treatment: string) =>
      `De fasen staan er voor de behandeling “${treatment}”; een meetmoment van een andere behandeling ligt waar het bij die behandeling valt. Van een afspraak die vaker komt is de eerste getekend.`,
    change: 'Wijzigen',
    changeOf: (name: string) => `${name} wijzigen`,
    stages: 'Fasen',
    sinceStart: 'Sinds de aanmelding',
    month: (month: number) => (month === 0 ? 'start' : `${month} mnd`),
    opens: (when: string) => `Opent ${when}.`,
    closes: (when: string) => `Sluit ${when}.`,
    only: (options: string) => `Alleen bij: ${options}.`,
    skips: (length: string) => `Overgeslagen wat binnen ${length} al is beantwoord.`,
    reminders: (count: number) =>
      count === 0 ? 'Geen herinnering.' : count === 1 ? '1 herinnering.' : `${count} herinneringen.`,
    burden: (items: number, minutes: string) => `${items} vragen, ± ${minutes} min`,
    beyond: 'Ligt na de eerste twee jaar, of hangt van iets anders af.',
    openFor: (name: string, days: string) => `${name}: ${days} dagen open`,
    stagesInWords: 'De fasen in woorden',
    norm: (length: string) => `duurt hoogstens ${length}`,
    entry: (text: string) => `Begint: ${text}`,
    exit: (text: string) => `Eindigt: ${text}`,
  },
  en: {
    lead: (stages: number, moments: number) =>
      `${stages === 1 ? '1 stage' : `${stages} stages`}, ${moments === 1 ? '1 moment' : `${moments} moments`}.`,
    about:
      'How the care path lies in time when each stage takes as long as it should at most. A bar goes from opening to closing, the stroke in it is the day on which answers are due.',
    drawnFor: (treatment: string) =>
      `The stages are drawn for the treatment “${treatment}”; a moment of another treatment lies where it falls with that one. Of an appointment that comes more often, the first is drawn.`,
    change: 'Change',
    changeOf: (name: string) => `Change ${name}`,
    stages: 'Stages',
    sinceStart: 'Since the referral',
    month: (month: number) => (month === 0 ? 'start' : `${month} mo`),
    opens: (when: string) => `Opens ${when}.`,
    closes: (when: string) => `Closes ${when}.`,
    only: (options: string) => `Only with: ${options}.`,
    skips: (length: string) => `Leaves out what was answered within ${length}.`,
    reminders: (count: number) =>
      count === 0 ? 'No reminder.' : count === 1 ? '1 reminder.' : `${count} reminders.`,
    burden: (items: number, minutes: string) => `${items} questions, ± ${minutes} min`,
    beyond: 'Lies after the first two years, or depends on something else.',
    openFor: (name: string, days: string) => `${name}: open for ${days} days`,
    stagesInWords: 'The stages in words',
    norm: (length: string) => `takes at most ${length}`,
    entry: (text: string) => `Begins: ${text}`,
    exit: (text: string) => `Ends: ${text}`,
  },
} satisfies Words<unknown>
