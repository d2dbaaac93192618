import type { Early } from '../../../../core/mail/mail-of-the-day.ts'
import type { PatientLanguage, Words } from '../../../../core/words.ts'

export const languageNames: Record<PatientLanguage, string> = {
  nl: 'Nederlands',
  en: 'English',
  de: 'Deutsch',
  tr: 'Türkçe',
  ar: 'العربية',
}

/** Of a language that a file says, which may be any. */
export const nameOfLanguage = (id: string): string =>
  Object.hasOwn(languageNames, id) ? languageNames[id as PatientLanguage] : id

/** How often an appointment may be taken to come. */
export const rhythms = ['P1M', 'P3M', 'P6M', 'P1Y'] as const
export type Rhythm = (typeof rhythms)[number]

export const simulatorWords = {
  nl: {
    about:
      'Een voorbeeldpatiënt door twee jaar van deze set. Wat er wordt gevraagd en gemaild volgt de regels van het echt; het verloop is aangenomen: elke fase duurt zo lang als hoogstens mag, en alle afspraken zijn op de eerste dag bekend. Er wordt niets bewaard en niets verstuurd.',
    startsOn: 'Aangemeld op',
    treatment: 'Behandeling',
    noTreatment: 'nog niet gekozen',
    side: 'Zijde',
    answers: 'Deze patiënt antwoordt',
    answering: {
      'at-once': 'na de eerste mail',
      'after-reminder': 'na een herinnering',
      never: 'nooit',
    },
    language: 'Leest',
    gap: 'Tussen twee mails',
    noGap: 'hoogstens één per dag',
    gapOf: (days: number) => `minstens ${days} dagen`,
    waits: (moments: string) => `Mail wacht: ${moments}`,
    waitsWhy: (days: number, day: string) =>
      `Het team wil minstens ${days} dagen tussen twee mails; dit gaat mee op ${day}, of eerder als er toch een mail gaat.`,
    early: {
      due: 'Gaat eerder dan het team wil: de antwoorden zijn eerder nodig.',
      closes: 'Gaat eerder dan het team wil: daarna kan niemand meer antwoorden.',
    } satisfies Record<Early, string>,
    rhythmOf: (kind: string) => `“${kind}” komt`,
    sex: 'Geslacht',
    sexes: { female: 'vrouw', male: 'man', other: 'anders', unknown: 'niet bekend' } as Record<
      string,
      string
    >,
    bornOn: 'Geboren op',
    scoresOn: (scale: string, from: number, to: number) => `Scoort “${scale}” (${from} tot ${to})`,
    once: 'één keer',
    notAtAll: 'niet',
    rhythms: {
      P1M: 'elke maand',
      P3M: 'elke 3 maanden',
      P6M: 'elk half jaar',
      P1Y: 'elk jaar',
    } satisfies Record<Rhythm, string>,
    repeated: (kind: string, rhythm: string) => `“${kind}” ${rhythm}`,
    reckoned: (repeated: string) =>
      repeated
        ? `Gerekend met ${repeated}, zolang de fase duurt; elke andere afspraak van een fase één keer. Hoe vaak een afspraak komt staat niet in de set: kies hierboven wat bij u klopt.`
        : 'Gerekend met elke afspraak van een fase één keer. Komt een afspraak vaker, of een fase opnieuw, dan is het meer.',
    stages: 'Komt in deze fasen',
    stagesAbout:
      'Uit staan fasen waarin alleen bij een andere behandeling iets wordt gemeten. Meer zegt de set er niet over: zet ook uit wat verder niet past.',
    notWritten: (language: string, names: string) =>
      `Niet geschreven in het ${language}, dus gevraagd in het Nederlands: ${names}.`,
    burden: (sittings: number, minutes: string) =>
      `In twee jaar ${sittings === 1 ? '1 keer' : `${sittings} keer`} vragen, samen ongeveer ${minutes === '1' ? '1 minuut' : `${minutes} minuten`}`,
    perYear: 'Per jaar',
    year: (year: number): string => (year === 1 ? 'Eerste jaar' : 'Tweede jaar'),
    sittings: 'Keren',
    mails: 'Mails',
    items: 'Vragen',
    minutes: 'Minuten',
    clashes: (count: number) =>
      count === 0
        ? 'Niets botst'
        : count === 1
          ? '1 ding om naar te kijken'
          : `${count} dingen om naar te kijken`,
    askedTwice: (instrument: string, moments: string, days: number) =>
      `“${instrument}” wordt twee keer gevraagd met ${days} dagen ertussen: ${moments}.`,
    mailsClose: (at: string, days: number) =>
      `De mail van ${at} komt ${days === 0 ? 'dezelfde dag' : days === 1 ? 'een dag' : `${days} dagen`} na de vorige.`,
    long: (moments: string, minutes: string) => `${moments}: ${minutes} minuten achter elkaar.`,
    noMail: (moments: string) => `Voor ${moments} gaat geen mail: het is dicht voor de verzenduren.`,
    nothingLeft: (moments: string) =>
      `${moments}: alles is kort daarvoor al beantwoord, er blijft niets te vragen.`,
    life: (lines: number) => `Dag voor dag (${lines})`,
    lifeLabel: 'Wat deze patiënt meemaakt',
    when: 'Wanneer',
    what: 'Wat',
    why: 'Waarom',
    visit: (kind: string) => `Afspraak: ${kind}`,
    opens: (moment: string, items: number, minutes: string, left: readonly string[]) =>
      `“${moment}” opent: ${items} vragen, ± ${minutes} min.${left.length > 0 ? ` Al beantwoord: ${left.join(', ')}.` : ''}`,
    mail: (isReminder: boolean, moments: string) => `${isReminder ? 'Herinnering' : 'Mail'}: ${moments}`,
    answered: (moment: string) => `Ingevuld: ${moment}`,
    notAsked: 'Niet gevraagd, en waarom',
  },
  en: {
    about:
      'A sample patient through two years of this set. What is asked and mailed follows the rules for real patients; the course is assumed: each stage takes as long as it should at most, and all appointments are known on the first day. Nothing is stored and nothing is sent.',
    startsOn: 'Referred on',
    treatment: 'Treatment',
    noTreatment: 'not chosen yet',
    side: 'Side',
    answers: 'This patient answers',
    answering: {
      'at-once': 'after the first mail',
      'after-reminder': 'after a reminder',
      never: 'never',
    },
    language: 'Reads',
    gap: 'Between two mails',
    noGap: 'at most one a day',
    gapOf: (days: number) => `at least ${days} days`,
    waits: (moments: string) => `Mail waits: ${moments}`,
    waitsWhy: (days: number, day: string) =>
      `The team wants at least ${days} days between two mails; this goes on ${day}, or sooner with a mail that goes anyhow.`,
    early: {
      due: 'Goes sooner than the team wants: the answers are needed before.',
      closes: 'Goes sooner than the team wants: after it nobody can answer any more.',
    },
    rhythmOf: (kind: string) => `“${kind}” comes`,
    sex: 'Sex',
    sexes: { female: 'female', male: 'male', other: 'other', unknown: 'not known' } as Record<string, string>,
    bornOn: 'Born on',
    scoresOn: (scale: string, from: number, to: number) => `Scores “${scale}” (${from} to ${to})`,
    once: 'once',
    notAtAll: 'not at all',
    rhythms: {
      P1M: 'every month',
      P3M: 'every 3 months',
      P6M: 'every half year',
      P1Y: 'every year',
    } satisfies Record<Rhythm, string>,
    repeated: (kind: string, rhythm: string) => `“${kind}” ${rhythm}`,
    reckoned: (repeated: string) =>
      repeated
        ? `Reckoned with ${repeated}, for as long as the stage lasts; every other appointment of a stage once. The set does not say how often an appointment comes: choose above what is right for you.`
        : 'Reckoned with every appointment of a stage once. Where an appointment comes more often, or a stage again, it is more.',
    stages: 'Comes to these stages',
    stagesAbout:
      'Stages are off in which something is measured with other treatments only. The set says no more about it: take away what else does not fit.',
    notWritten: (language: string, names: string) =>
      `Not written in ${language}, so asked in Dutch: ${names}.`,
    burden: (sittings: number, minutes: string) =>
      `In two years questions ${sittings === 1 ? 'once' : `${sittings} times`}, about ${minutes === '1' ? '1 minute' : `${minutes} minutes`} together`,
    perYear: 'Per year',
    year: (year: number): string => (year === 1 ? 'First year' : 'Second year'),
    sittings: 'Times',
    mails: 'Mails',
    items: 'Questions',
    minutes: 'Minutes',
    clashes: (count: number) =>
      count === 0 ? 'Nothing clashes' : count === 1 ? '1 thing to look at' : `${count} things to look at`,
    askedTwice: (instrument: string, moments: string, days: number) =>
      `“${instrument}” is asked twice within ${days} days: ${moments}.`,
    mailsClose: (at: string, days: number) =>
      `The mail of ${at} comes ${days === 0 ? 'the same day as' : days === 1 ? 'a day after' : `${days} days after`} the one before.`,
    long: (moments: string, minutes: string) => `${moments}: ${minutes} minutes in one go.`,
    noMail: (moments: string) => `No mail goes for ${moments}: it closes before the sending hours.`,
    nothingLeft: (moments: string) =>
      `${moments}: everything was answered shortly before, nothing is left to ask.`,
    life: (lines: number) => `Day by day (${lines})`,
    lifeLabel: 'What happens to this patient',
    when: 'When',
    what: 'What',
    why: 'Why',
    visit: (kind: string) => `Appointment: ${kind}`,
    opens: (moment: string, items: number, minutes: string, left: readonly string[]) =>
      `“${moment}” opens: ${items} questions, ± ${minutes} min.${left.length > 0 ? ` Answered already: ${left.join(', ')}.` : ''}`,
    mail: (isReminder: boolean, moments: string) => `${isReminder ? 'Reminder' : 'Mail'}: ${moments}`,
    answered: (moment: string) => `Answered: ${moment}`,
    notAsked: 'Not asked, and why',
  },
} satisfies Words<unknown>
