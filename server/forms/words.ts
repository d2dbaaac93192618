import type { Words } from '../../core/words.ts'

const nl = {
  questions: 'Vragen voor uw afspraak',
  begin: 'Begin',
  beginAbout: 'Uw zorgteam vraagt hoe het met u gaat. U heeft geen wachtwoord nodig.',
  notLive: 'Niemand kijkt nu live met u mee.',
  cannotWait: 'Kan het niet wachten?',
  call: (phone: string) => `Bel ${phone}`,
  demo: 'Dit is een voorbeeld. Deze mensen bestaan niet.',

  otherLanguage: 'English',
  textSize: 'Letters',
  textSizeNow: (size: number): string => (size === 3 ? 'Letters weer gewoon' : 'Letters groter'),

  hello: (name: string) => `Dag ${name}`,
  lead: (clinician: string | null, team: string) =>
    clinician
      ? `${clinician} wil graag weten hoe het nu met u gaat. Uw antwoorden helpen bij het gesprek.`
      : `Uw zorgteam (${team}) wil graag weten hoe het nu met u gaat.`,
  appointment: (clinician: string | null) => (clinician ? `Uw afspraak met ${clinician}` : 'Uw afspraak'),
  needed: 'Tijd die u nodig heeft',
  minutes: (count: number) => (count === 1 ? 'Ongeveer 1 minuut.' : `Ongeveer ${count} minuten.`),
  pause: 'Een pauze mag.',
  kept: 'Wat u al invulde, is bewaard.',
  whoReads: 'Wie leest uw antwoorden',
  readers: (teams: string) => `Uw zorgteam: ${teams}.`,
  moreAboutData: 'Meer over uw gegevens',
  aboutData: [
    'Uw antwoorden horen bij uw dossier. Alleen uw zorgteam ziet ze met uw naam erbij.',
    'Het team kijkt ook naar alle antwoorden samen. Daarin bent u niet te herkennen.',
    'Wij schrijven op wie uw antwoorden bekijkt. U mag dat opvragen.',
  ],
  start: 'Start de vragen',
  goOn: 'Ga verder met de vragen',
  respondentNow: {
    patient: '',
    proxy: 'U antwoordt voor iemand anders.',
    together: 'U antwoordt samen.',
  } as Record<string, string>,
  forSomebodyElse: 'Ik antwoord voor iemand anders',
  whoAnswers: 'Wie vult de vragen in?',
  respondents: {
    patient: (name: string) => `${name} zelf`,
    together: (name: string) => `${name} en ik samen`,
    proxy: (name: string) => `Ik, voor ${name}`,
  },
  keep: 'Bewaren',
  remindMe: { tonight: 'Herinner mij vanavond', tomorrow: 'Herinner mij morgen' },
  remindedAt: (when: string) => `Met een mail: ${when}`,
  reminded: (when: string) => `U krijgt een mail: ${when}. U kunt dit scherm sluiten.`,
  ratherNot: 'Ik wil geen mail meer',
  stopTitle: 'Wilt u geen mail meer krijgen?',
  stopAbout: [
    'U krijgt dan geen vragen en berichten meer van ons. Uw behandeling verandert niet.',
    'Wat u eerder verstuurde, blijft in uw dossier.',
    'Bedenkt u zich? Zeg het tegen uw zorgteam.',
  ],
  stop: 'Stuur mij geen mail meer',
  backToQuestions: 'Terug naar de vragen',
  stopped: 'U krijgt geen mail meer',
  stoppedAbout: 'Dat is goed. Bedenkt u zich? Zeg het tegen uw zorgteam.',

  birthTitle: 'Wat is uw geboortedatum?',
  birthWhose: 'De geboortedatum van de patiënt. Zo weten we dat deze vragen bij de goede persoon komen.',
  birthLabel: 'Geboortedatum',
  birthHint: 'Dag, maand en jaar. Bijvoorbeeld 31-3-1957.',
  birthNotADate: 'Dit is geen datum. Schrijf dag, maand en jaar, bijvoorbeeld 31-3-1957.',
  birthWrong: (left: number) =>
    `Deze datum klopt niet. Kijk hem na. U kunt het nog ${left === 1 ? 'één keer' : `${left} keer`} proberen.`,
  goFurther: 'Verder',
  birthLocked: 'Deze link is op slot',
  birthLockedAbout:
    'De geboortedatum klopte te vaak niet. Vraag hieronder een nieuwe link. Lukt het niet? Bel uw zorgteam.',

  oldTitle: 'Deze link is niet meer in gebruik',
  oldAbout:
    'Dat is niet erg. Misschien zijn de vragen al beantwoord, of staat er een nieuwere mail in uw postvak. Was de mail niet voor u bedoeld? Gooi hem dan weg.',
  whatNow: 'Wat u nu kunt doen',
  newLink: 'Stuur mij een nieuwe link',
  newLinkAbout: 'De link gaat naar het mailadres dat het ziekenhuis van u heeft.',
  newLinkSent: 'Kijk in uw mail',
  newLinkSentAbout: [
    'Staan er vragen voor u klaar, dan krijgt u binnen enkele minuten een mail met een nieuwe link.',
    'De mail gaat naar het adres dat het ziekenhuis van u heeft.',
    'Geen mail gekregen? Bel uw zorgteam.',
  ],
  results: 'Bekijk mijn uitslagen en afspraken',
  resultsAbout: 'U logt daarvoor in.',
  openAgain: 'Open de link in uw mail',
  openAgainAbout: [
    'Wij weten nu niet wie u bent. Open de link in de mail opnieuw.',
    'Wat u al invulde, is bewaard.',
  ],
  doneTitle: 'Er staan geen vragen voor u klaar',
  doneAbout: 'U hoeft nu niets te doen. Staat er iets nieuws klaar, dan krijgt u een mail.',
  tooMany: 'Even wachten',
  tooManyAbout: 'Er werden vanaf hier te veel links geprobeerd. Probeer het over een minuut opnieuw.',
  failed: 'Dit lukte niet',
  failedAbout: 'Er is niets veranderd. Ga terug en probeer het opnieuw.',
}

const en: typeof nl = {
  questions: 'Questions before your appointment',
  begin: 'Begin',
  beginAbout: 'Your care team asks how you are. You need no password.',
  notLive: 'Nobody is watching live.',
  cannotWait: 'Can it not wait?',
  call: (phone) => `Call ${phone}`,
  demo: 'This is an example. These people do not exist.',

  otherLanguage: 'Nederlands',
  textSize: 'Letters',
  textSizeNow: (size) => (size === 3 ? 'Letters back to normal' : 'Letters larger'),

  hello: (name) => `Hello ${name}`,
  lead: (clinician, team) =>
    clinician
      ? `${clinician} would like to know how you are now. Your answers help in the conversation.`
      : `Your care team (${team}) would like to know how you are now.`,
  appointment: (clinician) => (clinician ? `Your appointment with ${clinician}` : 'Your appointment'),
  needed: 'Time you need',
  minutes: (count) => (count === 1 ? 'About 1 minute.' : `About ${count} minutes.`),
  pause: 'You can take a break.',
  kept: 'What you have filled in is kept.',
  whoReads: 'Who reads your answers',
  readers: (teams) => `Your care team: ${teams}.`,
  moreAboutData: 'More about your data',
  aboutData: [
    'Your answers belong to your record. Only your care team sees them with your name.',
    'The team also looks at all answers together. Nobody can recognise you in those.',
    'We write down who looks at your answers. You may ask for that list.',
  ],
  start: 'Start the questions',
  goOn: 'Go on with the questions',
  respondentNow: {
    patient: '',
    proxy: 'You answer for somebody else.',
    together: 'You answer together.',
  },
  forSomebodyElse: 'I answer for somebody else',
  whoAnswers: 'Who fills in the answers?',
  respondents: {
    patient: (name) => `${name}, in person`,
    together: (name) => `${name} and I together`,
    proxy: (name) => `I do, for ${name}`,
  },
  keep: 'Keep this',
  remindMe: { tonight: 'Remind me tonight', tomorrow: 'Remind me tomorrow' },
  remindedAt: (when) => `By mail: ${when}`,
  reminded: (when) => `You will get a mail: ${when}. You can close this screen.`,
  ratherNot: 'I want no more mail',
  stopTitle: 'Would you like no more mail?',
  stopAbout: [
    'You will get no more questions and messages from us. Your treatment stays the same.',
    'What you sent before stays in your record.',
    'Did you change your mind? Tell your care team.',
  ],
  stop: 'Send me no more mail',
  backToQuestions: 'Back to the questions',
  stopped: 'You will get no more mail',
  stoppedAbout: 'That is fine. Did you change your mind? Tell your care team.',

  birthTitle: 'What is your date of birth?',
  birthWhose: 'The date of birth of the patient. It tells us that these questions reach the right person.',
  birthLabel: 'Date of birth',
  birthHint: 'Day, month and year. For example 31-3-1957.',
  birthNotADate: 'This is not a date. Write day, month and year, for example 31-3-1957.',
  birthWrong: (left) =>
    `This date is not right. Please check it. You can try ${left === 1 ? 'once' : `${left} times`} more.`,
  goFurther: 'Continue',
  birthLocked: 'This link is locked',
  birthLockedAbout:
    'The date of birth was wrong too often. Ask for a new link below. Does it not work? Call your care team.',

  oldTitle: 'This link is no longer in use',
  oldAbout:
    'That is all right. Perhaps the questions were answered, or a newer mail is in your inbox. Was the mail not meant for you? Then throw it away.',
  whatNow: 'What you can do now',
  newLink: 'Send me a new link',
  newLinkAbout: 'The link goes to the mail address that the hospital has for you.',
  newLinkSent: 'Look in your mail',
  newLinkSentAbout: [
    'If questions are waiting for you, a mail with a new link reaches you within a few minutes.',
    'The mail goes to the address that the hospital has for you.',
    'No mail? Call your care team.',
  ],
  results: 'See my results and agreements',
  resultsAbout: 'You sign in for that.',
  openAgain: 'Open the link in your mail',
  openAgainAbout: [
    'We do not know who you are right now. Open the link in the mail again.',
    'What you have filled in is kept.',
  ],
  doneTitle: 'No questions are waiting for you',
  doneAbout: 'You need not do anything now. You will get a mail when there is something new.',
  tooMany: 'Please wait a moment',
  tooManyAbout: 'Too many links were tried from here. Try again in a minute.',
  failed: 'This did not work',
  failedAbout: 'Nothing was changed. Go back and try again.',
}

export const words = { nl, en } satisfies Words<typeof nl>
export type FormWords = typeof nl
