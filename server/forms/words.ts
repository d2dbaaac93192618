import type { PatientLanguage, Words } from '../../core/words.ts'
import { ar } from './words/ar.ts'
import { de } from './words/de.ts'
import { tr } from './words/tr.ts'

const nl = {
  languageName: 'Nederlands',
  language: 'Taal',
  unchecked: 'Deze vertaling is nog niet door mensen nagekeken. Is iets niet duidelijk? Vraag het uw team.',

  questions: 'Vragen voor uw afspraak',
  begin: 'Begin',
  beginAbout:
    'Het zorgteam vraagt hoe het gaat met u, of met iemand voor wie u antwoordt. U heeft geen wachtwoord nodig.',
  notLive: 'Niemand kijkt nu live met u mee.',
  cannotWait: 'Is er iets dat niet kan wachten?',
  call: (phone: string) => `Bel ${phone}`,
  demo: 'Dit is een voorbeeld. Deze mensen bestaan niet.',

  textSize: 'Letters',
  textSizeNow: (size: number): string => (size === 3 ? 'Letters weer gewoon' : 'Letters groter'),

  hello: (name: string) => `Dag ${name}`,
  lead: (clinician: string | null, team: string, isVisit: boolean) =>
    clinician
      ? `${clinician} wil graag weten hoe het nu met u gaat. ${isVisit ? 'Uw antwoorden helpen bij het gesprek.' : 'Uw zorgteam leest uw antwoorden.'}`
      : `Uw zorgteam (${team}) wil graag weten hoe het nu met u gaat.`,
  /** Instead, to who answers for the patient. */
  leadForAnother: (patient: string, clinician: string | null, team: string, isVisit: boolean) =>
    clinician
      ? `${clinician} wil graag weten hoe het nu met ${patient} gaat. ${isVisit ? 'Uw antwoorden helpen bij het gesprek.' : 'Het zorgteam leest uw antwoorden.'}`
      : `Het zorgteam (${team}) wil graag weten hoe het nu met ${patient} gaat.`,
  appointment: (clinician: string | null) => (clinician ? `Uw afspraak met ${clinician}` : 'Uw afspraak'),
  appointmentOf: (patient: string, clinician: string | null) =>
    clinician ? `De afspraak van ${patient} met ${clinician}` : `De afspraak van ${patient}`,
  needed: 'Tijd die u nodig heeft',
  minutes: (count: number) => (count === 1 ? 'Ongeveer 1 minuut.' : `Ongeveer ${count} minuten.`),
  pause: 'Een pauze mag.',
  kept: 'Wat u al invulde, is bewaard.',
  whoReads: 'Wie leest uw antwoorden',
  readers: (teams: string) => `Uw zorgteam: ${teams}.`,
  moreAboutData: 'Meer over uw gegevens',
  aboutData: [
    'Uw antwoorden horen bij uw dossier. Alleen uw zorgteam ziet ze met uw naam erbij.',
    'Het team kijkt ook naar antwoorden van veel mensen samen. Daarin bent u niet te herkennen. Zei u dat u dit niet wilt? Dan tellen uw antwoorden niet mee.',
    'Wij schrijven op wie uw antwoorden bekijkt. U mag dat opvragen.',
  ],
  start: 'Start de vragen',
  goOn: 'Ga verder met de vragen',
  proxyUntil: (name: string, patient: string, last: string) =>
    `${name} mag voor ${patient} antwoorden, tot en met ${last}.`,
  respondentNow: {
    patient: '',
    proxy: 'U antwoordt voor iemand anders.',
    together: 'U antwoordt samen.',
  } as Record<string, string>,
  forSomebodyElse: 'Ik antwoord voor iemand anders',
  family: (name: string) => `Naar de vragen van ${name}`,
  familyAbout: 'Wij vragen eerst de geboortedatum.',
  whoAnswers: 'Wie vult de vragen in?',
  respondents: {
    patient: (name: string) => `${name} zelf`,
    together: (name: string) => `${name} en ik samen`,
    proxy: (name: string) => `Ik, voor ${name}`,
  },
  keep: 'Bewaren',
  remindMe: { tonight: 'Herinner mij vanavond', tomorrow: 'Herinner mij morgen' },
  remindedAt: (when: string) => `Met een bericht: ${when}`,
  reminded: (when: string) => `U krijgt een bericht: ${when}. U kunt dit scherm sluiten.`,
  ratherNot: 'Liever niet',
  noMoreMessages: 'Ik wil geen berichten meer',
  declineTitle: 'Wilt u deze vragen liever niet beantwoorden?',
  declineAbout: [
    'Dat mag. Uw behandeling verandert niet. Wij sturen u geen berichten meer over deze vragen.',
  ],
  declineWhy: 'Mogen wij weten waarom? U hoeft niets te kiezen. Uw zorgteam kan dit lezen.',
  declineReasons: {
    'too-much': 'Het zijn te veel vragen',
    'too-ill': 'Ik voel mij te ziek of te moe',
    'no-use': 'Ik weet niet wat ik eraan heb',
    'rather-talk': 'Ik vertel het liever in het gesprek',
    private: 'Ik wil dit niet delen',
  },
  decline: 'Deze vragen liever niet',
  declined: 'Dat is goed',
  declinedAbout: [
    'U krijgt geen berichten meer over deze vragen. Uw zorgteam ziet dat u liever niet antwoordt.',
    'Bedenkt u zich? Open de link in uw mail of sms opnieuw.',
  ],
  declinedBefore: 'U wilde deze vragen liever niet beantwoorden. Bedenkt u zich? Dan kan het nu nog.',
  stopTitle: 'Wilt u geen berichten meer krijgen?',
  stopAbout: [
    'U krijgt dan geen mail en geen sms meer van ons. Uw behandeling verandert niet.',
    'Wat u eerder verstuurde, blijft in uw dossier.',
    'Bedenkt u zich? Zeg het tegen uw zorgteam.',
  ],
  stopWhich: 'Waarover wilt u geen berichten meer?',
  stopScopes: {
    care: 'Over deze vragen',
    organisation: 'Van deze zorgorganisatie',
    everywhere: 'Over mij, van alle organisaties die dit programma gebruiken',
  },
  stoppedScope: {
    care: 'U krijgt over deze vragen geen mail of sms meer',
    organisation: 'U krijgt geen mail of sms meer',
    everywhere: 'U krijgt van geen enkele organisatie meer mail of sms van dit programma',
  },
  stop: 'Stuur mij geen berichten meer',
  backToQuestions: 'Terug naar de vragen',
  stopped: 'U krijgt geen mail of sms meer',
  stoppedAbout: 'Dat is goed. Bedenkt u zich? Zeg het tegen uw zorgteam.',
  stoppedOthers:
    'Dit geldt alleen voor u. Krijgt nog iemand mail op dit adres, of bent u ergens onder een andere naam of een ander mailadres bekend? Die mail stopt met de link in die mail zelf.',
  unknownTitle: 'Deze link werkt niet',
  unknownAbout: [
    'Misschien is de link te oud, of is hij niet helemaal gekopieerd.',
    'Wilt u geen berichten meer krijgen? Gebruik de link in uw laatste bericht, of bel uw zorgteam.',
  ],

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
  codeTitle: 'Typ de code uit uw brief',
  codeAbout:
    'Het zorgteam vraagt hoe het gaat met u, of met iemand voor wie u antwoordt. De code in de brief opent uw vragen.',
  codeLabel: 'Code',
  codeHint: 'Dertien letters en cijfers, zoals ABCD-EFGH-JKMN-P. Streepjes hoeven niet.',
  codeSlip: 'Deze code klopt nog niet. Kijk of elk teken goed staat.',
  codeUnknown: 'Deze code werkt niet of niet meer. Bel het nummer in uw brief.',
  codeWait:
    'Er zijn te veel codes geprobeerd. Kijk elk teken nog eens na, of richt uw camera op het vierkant in de brief.',
  birthLockedToday: 'Vandaag lukt het niet meer',
  birthLockedTodayAbout: [
    'De geboortedatum klopte te vaak niet. Met een nieuwe link lukt het nu ook niet.',
    'Na 24 uur kunt u het opnieuw proberen. Wilt u niet wachten? Bel uw zorgteam.',
  ],

  giveBack: 'Stop en geef de tablet terug',
  givenBack: 'Dank u wel',
  givenBackAbout: [
    'Geef de tablet nu terug.',
    'Er staat niets meer van u op de tablet. Wat u invulde, is bewaard bij uw zorgteam.',
  ],

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
  openAgain: 'Open de link in uw mail of sms',
  openAgainAbout: ['Wij weten nu niet wie u bent. Open die link opnieuw.', 'Wat u al invulde, is bewaard.'],
  doneTitle: 'Er staan geen vragen voor u klaar',
  doneAbout: 'Staat er iets nieuws klaar, dan krijgt u een bericht.',
  /** Where no care path runs any more, whyever. */
  pathStopped:
    'Over een zorgpad dat is gestopt, krijgt u geen vragen meer. Wilt u iets vragen of vertellen? Bel uw team.',
  received: 'Uw antwoorden zijn binnen',
  receivedAt: (when: string) => `Verstuurd: ${when}.`,
  readAgain: 'Lees wat er nu gebeurt',
  tooMany: 'Even wachten',
  tooManyAbout: 'Er werden vanaf hier te veel links geprobeerd. Probeer het over een minuut opnieuw.',
  failed: 'Dit lukte niet',
  failedAbout: 'Er is niets veranderd. Ga terug en probeer het opnieuw.',
}

const en: typeof nl = {
  languageName: 'English',
  language: 'Language',
  unchecked: 'This translation has not been checked by people yet. Is anything unclear? Ask your team.',

  questions: 'Questions before your appointment',
  begin: 'Begin',
  beginAbout:
    'The care team asks how you are, or how the person you answer for is doing. You need no password.',
  notLive: 'Nobody is watching live.',
  cannotWait: 'Is there anything that cannot wait?',
  call: (phone) => `Call ${phone}`,
  demo: 'This is an example. These people do not exist.',

  textSize: 'Text size',
  textSizeNow: (size) => (size === 3 ? 'Text size: normal' : 'Text size: larger'),

  hello: (name) => `Hello ${name}`,
  lead: (clinician, team, isVisit) =>
    clinician
      ? `${clinician} would like to know how you are now. ${isVisit ? 'Your answers help in the conversation.' : 'Your care team reads your answers.'}`
      : `Your care team (${team}) would like to know how you are now.`,
  leadForAnother: (patient, clinician, team, isVisit) =>
    clinician
      ? `${clinician} would like to know how ${patient} is now. ${isVisit ? 'Your answers help in the conversation.' : 'The care team reads your answers.'}`
      : `The care team (${team}) would like to know how ${patient} is now.`,
  appointment: (clinician) => (clinician ? `Your appointment with ${clinician}` : 'Your appointment'),
  appointmentOf: (patient, clinician) =>
    clinician ? `The appointment of ${patient} with ${clinician}` : `The appointment of ${patient}`,
  needed: 'Time you need',
  minutes: (count) => (count === 1 ? 'About 1 minute.' : `About ${count} minutes.`),
  pause: 'You can take a break.',
  kept: 'What you have filled in is kept.',
  whoReads: 'Who reads your answers',
  readers: (teams) => `Your care team: ${teams}.`,
  moreAboutData: 'More about your data',
  aboutData: [
    'Your answers belong to your record. Only your care team sees them with your name.',
    'The team also looks at the answers of many people together. Nobody can recognise you in those. Did you say that you do not want this? Then your answers do not count.',
    'We write down who looks at your answers. You may ask for that list.',
  ],
  start: 'Start the questions',
  goOn: 'Go on with the questions',
  proxyUntil: (name, patient, last) => `${name} may answer for ${patient}, up to and including ${last}.`,
  respondentNow: {
    patient: '',
    proxy: 'You answer for somebody else.',
    together: 'You answer together.',
  },
  forSomebodyElse: 'I answer for somebody else',
  family: (name) => `To the questions of ${name}`,
  familyAbout: 'We ask for the date of birth first.',
  whoAnswers: 'Who fills in the answers?',
  respondents: {
    patient: (name) => `${name}, in person`,
    together: (name) => `${name} and I together`,
    proxy: (name) => `I do, for ${name}`,
  },
  keep: 'Keep this',
  remindMe: { tonight: 'Remind me tonight', tomorrow: 'Remind me tomorrow' },
  remindedAt: (when) => `By a message: ${when}`,
  reminded: (when) => `You will get a message: ${when}. You can close this screen.`,
  ratherNot: 'I’d rather not',
  noMoreMessages: 'I want no more messages',
  declineTitle: 'Would you rather not answer these questions?',
  declineAbout: [
    'That is fine. Your treatment stays the same. We send no more messages about these questions.',
  ],
  declineWhy: 'May we know why? You need not choose anything. Your care team can read this.',
  declineReasons: {
    'too-much': 'There are too many questions',
    'too-ill': 'I feel too ill or too tired',
    'no-use': 'I do not know what it is good for',
    'rather-talk': 'I would rather tell it in the conversation',
    private: 'I do not want to share this',
  },
  decline: 'Not these questions, please',
  declined: 'That is fine',
  declinedAbout: [
    'You will get no more messages about these questions. Your care team sees that you would rather not answer.',
    'Did you change your mind? Open the link in your mail or text message again.',
  ],
  declinedBefore: 'You would rather not answer these questions. Did you change your mind? You still can.',
  stopTitle: 'Would you like no more messages?',
  stopAbout: [
    'You will get no more mail and no more text messages from us. Your treatment stays the same.',
    'What you sent before stays in your record.',
    'Did you change your mind? Tell your care team.',
  ],
  stopWhich: 'What would you like no more messages about?',
  stopScopes: {
    care: 'About these questions',
    organisation: 'From this care organisation',
    everywhere: 'About me, from any organisation that uses this program',
  },
  stoppedScope: {
    care: 'You will get no more mail or text messages about these questions',
    organisation: 'You will get no more mail or text messages',
    everywhere: 'You will get no more mail or text messages of this program from any organisation',
  },
  stop: 'Send me no more messages',
  backToQuestions: 'Back to the questions',
  stopped: 'You will get no more mail or text messages',
  stoppedAbout: 'That is fine. Did you change your mind? Tell your care team.',
  stoppedOthers:
    'This holds for you alone. Does somebody else get mail at this address, or are you known somewhere under another name or another mail address? That mail ends with the link in that mail itself.',
  unknownTitle: 'This link does not work',
  unknownAbout: [
    'The link may be too old, or it was not copied completely.',
    'Would you rather get no more messages? Use the link in your last message, or call your care team.',
  ],

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
  codeTitle: 'Type the code in your letter',
  codeAbout:
    'The care team asks how you are, or how the person you answer for is doing. The code in the letter opens your questions.',
  codeLabel: 'Code',
  codeHint: 'Thirteen letters and digits, such as ABCD-EFGH-JKMN-P. You can leave out the dashes.',
  codeSlip: 'This code is not right yet. See whether each character is the same.',
  codeUnknown: 'This code does not work, or no longer. Call the number in your letter.',
  codeWait:
    'Too many codes were tried. Check each character again, or point your camera at the square in the letter.',
  birthLockedToday: 'It is not possible any more today',
  birthLockedTodayAbout: [
    'The date of birth was wrong too often. A new link does not help now.',
    'You can try again after 24 hours. Would you rather not wait? Call your care team.',
  ],

  giveBack: 'Stop and give the tablet back',
  givenBack: 'Thank you',
  givenBackAbout: [
    'Please give the tablet back now.',
    'Nothing about you is left on the tablet. What you filled in is kept by your care team.',
  ],

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
  openAgain: 'Open the link in your mail or text message',
  openAgainAbout: [
    'We do not know who you are right now. Open that link again.',
    'What you have filled in is kept.',
  ],
  doneTitle: 'No questions are waiting for you',
  doneAbout: 'When there is something new, you will get a message.',
  pathStopped:
    'You will get no more questions about a care path that was stopped. Is there anything you want to ask or tell? Call your team.',
  received: 'We have your answers',
  receivedAt: (when) => `Sent: ${when}.`,
  readAgain: 'Read what happens next',
  tooMany: 'Please wait a moment',
  tooManyAbout: 'Too many links were tried from here. Try again in a minute.',
  failed: 'This did not work',
  failedAbout: 'Nothing was changed. Go back and try again.',
}

export type FormWords = typeof nl
export const words = { nl, en, de, tr, ar } satisfies Words<FormWords, PatientLanguage>
