import type { Language, PatientLanguage, Words } from '../../../core/words.ts'
import { ar } from './words/ar.ts'
import { de } from './words/de.ts'
import { tr } from './words/tr.ts'

const nl = {
  title: 'Vragen voor uw afspraak',
  back: 'Terug',
  next: 'Verder',
  skip: 'Deze vraag overslaan',
  minutesLeft: (minutes: number) => (minutes <= 1 ? 'Nog 1 minuut' : `Nog ongeveer ${minutes} minuten`),
  lastQuestion: 'Laatste vraag',
  saved: 'Uw antwoord is bewaard',
  unsent: 'Nog niet verzonden. U kunt doorgaan: wij proberen het opnieuw.',
  merged: 'U gaf ook antwoorden op een ander scherm. Die staan hier nu bij.',
  side: { left: 'Linkerkant', right: 'Rechterkant', both: 'Beide kanten', '': '' } as Record<string, string>,
  /** Said above a question that was never written in the language of the page. */
  onlyIn: {
    nl: 'Deze vraag staat hier in het Nederlands.',
    en: 'Deze vraag is er nog niet in het Nederlands. Hij staat hier in het Engels.',
  } satisfies Record<Language, string>,
  /** Below the two drawings of a body map. */
  body: { front: 'Voorkant', back: 'Achterkant' },
  readAloud: 'Voorlezen',
  readNoMore: 'Stop met voorlezen',

  answerFirst: 'Geef eerst een antwoord op deze vraag.',
  answerOrSkip: 'Kies een antwoord. Of kies onderaan: Deze vraag overslaan.',
  chooseOne: 'Kies een van de antwoorden.',
  numberBetween: (min: number, max: number) => `Vul een getal in van ${min} tot en met ${max}.`,
  wholeBetween: (min: number, max: number) => `Vul een heel getal in van ${min} tot en met ${max}.`,
  aDate: 'Vul een datum in: dag, maand en jaar.',
  textWithin: (most: number) => `Dit is te lang. Gebruik hoogstens ${most} letters.`,

  topics: 'Waar wilt u over praten?',
  topicsAbout: (clinician: string | null, isVisit: boolean) =>
    isVisit
      ? `Kies 1 of 2 onderwerpen. ${clinician ?? 'Uw zorgteam'} begint daarmee.`
      : 'Kies 1 of 2 onderwerpen. Uw zorgteam leest wat u kiest.',
  topicsChosen: (count: number) => (count === 1 ? '1 onderwerp gekozen' : `${count} onderwerpen gekozen`),
  topicsMany: 'Kies er hoogstens 2. Haal eerst een vinkje weg.',
  topicText: 'Iets anders? Schrijf het hier.',

  urgent: 'Is er iets dat niet kan wachten?',
  urgentUntil: (day: string) => `Is er iets dat niet kan wachten tot ${day}?`,
  urgentAbout: 'Bijvoorbeeld koorts, benauwdheid, of klachten die snel erger worden.',
  canWait: 'Nee, het kan wachten',
  cannotWait: 'Ja, ik wil eerder hulp',
  urgentChoose: 'Kies nee of ja.',
  callNow: 'Bel ons nu',
  callNowAbout: 'Wij lezen uw antwoorden niet meteen. Wacht niet tot wij u bellen.',
  lifeAtRisk: 'Leven in gevaar?',
  send: 'Verstuur mijn antwoorden',
  sending: 'Uw antwoorden worden verstuurd.',
  sendFailed:
    'Het versturen lukte niet. Uw antwoorden staan hier nog. Kijk of u internet heeft en druk nog een keer op de knop.',
  changedElsewhere:
    'Op een ander scherm zijn antwoorden veranderd. Die staan hier nu bij. Kijk ze na en verstuur ze opnieuw.',

  sentTitle: 'Uw antwoorden zijn verstuurd',
  thanks: (name: string) => `Dank u wel, ${name}.`,
  sentTo: (team: string) => `Verstuurd naar uw zorgteam: ${team}.`,
  teamReads: 'Voor uw afspraak',
  teamReadsAbout: 'Uw zorgteam leest uw antwoorden.',
  teamReadsNoAppointment: 'Daarna',
  teamReadsSoon: 'Uw zorgteam leest uw antwoorden. U hoort van hen als dat nodig is.',
  talk: (clinician: string | null) => (clinician ? `U praat met ${clinician}.` : 'U heeft uw afspraak.'),
  talkAbout: (topics: readonly string[]) => `Eerst over ${topics.join(' en ')}.`,
  afterwards: 'Na het gesprek',
  afterwardsAbout: 'U leest wat u samen heeft afgesproken. U logt daarvoor in.',
  meaning: 'Wat uw antwoorden betekenen',
  firstTime: 'Dit is de eerste keer. Later ziet u wat er verandert.',
  changes: {
    better: 'Duidelijk beter dan de vorige keer.',
    worse: 'Minder goed dan de vorige keer.',
    'no-clear-change': 'Geen duidelijke verandering.',
    unknown: 'Of dit echt veranderd is, kunnen we niet zeggen.',
  },
  now: 'Nu:',
  nowScore: (value: string, max: string) => `Nu: ${value} van ${max}.`,
  normIs: (mean: string, value: string) => `Mensen zoals u in Nederland: gemiddeld ${mean}. U: ${value}.`,
  ownQuestions: 'Deze vragen zijn van onszelf. Het is geen gevalideerde vragenlijst.',
  notChecked: 'Niet alle getallen waarmee wij uw antwoorden vergelijken, zijn al nagekeken.',
  worse: 'Wordt het erger?',
  results: 'Bekijk mijn uitslagen',
  moreQuestions: 'Er staan nog vragen voor u klaar',

  asleep: 'Open de link in uw mail of sms opnieuw',
  asleepAbout: 'U was een tijd weg. Wat u invulde, is bewaard. Open de link opnieuw om verder te gaan.',
  gone: 'Deze vragen zijn al verstuurd of gesloten',
  goneAbout: 'Misschien deed u dat op een ander scherm. U hoeft nu niets te doen.',
}

const en: typeof nl = {
  title: 'Questions before your appointment',
  back: 'Back',
  next: 'Continue',
  skip: 'Skip this question',
  minutesLeft: (minutes) => (minutes <= 1 ? '1 minute left' : `About ${minutes} minutes left`),
  lastQuestion: 'Last question',
  saved: 'Your answer is saved',
  unsent: 'Not sent yet. You can go on: we try again.',
  merged: 'You also gave answers on another screen. They are shown here now.',
  side: { left: 'Left side', right: 'Right side', both: 'Both sides', '': '' },
  onlyIn: {
    nl: 'This question is not there in English yet. It is asked in Dutch here.',
    en: 'This question is asked in English here.',
  },
  body: { front: 'Front', back: 'Back' },
  readAloud: 'Read aloud',
  readNoMore: 'Stop reading',

  answerFirst: 'Please answer this question first.',
  answerOrSkip: 'Choose an answer. Or choose below: Skip this question.',
  chooseOne: 'Choose one of the answers.',
  numberBetween: (min, max) => `Fill in a number from ${min} to ${max}.`,
  wholeBetween: (min, max) => `Fill in a whole number from ${min} to ${max}.`,
  aDate: 'Fill in a date: day, month and year.',
  textWithin: (most) => `This is too long. Use ${most} characters at most.`,

  topics: 'What would you like to talk about?',
  topicsAbout: (clinician, isVisit) =>
    isVisit
      ? `Choose 1 or 2 topics. ${clinician ?? 'Your care team'} starts with those.`
      : 'Choose 1 or 2 topics. Your care team reads what you choose.',
  topicsChosen: (count) => (count === 1 ? '1 topic chosen' : `${count} topics chosen`),
  topicsMany: 'Choose 2 at most. Untick one first.',
  topicText: 'Something else? Write it here.',

  urgent: 'Is there anything that cannot wait?',
  urgentUntil: (day) => `Is there anything that cannot wait until ${day}?`,
  urgentAbout: 'For example a fever, shortness of breath, or complaints that quickly get worse.',
  canWait: 'No, it can wait',
  cannotWait: 'Yes, I want help sooner',
  urgentChoose: 'Choose no or yes.',
  callNow: 'Call us now',
  callNowAbout: 'We do not read your answers at once. Do not wait for us to call you.',
  lifeAtRisk: 'Life in danger?',
  send: 'Send my answers',
  sending: 'Your answers are being sent.',
  sendFailed:
    'Sending did not work. Your answers are still here. Check your internet connection and press the button again.',
  changedElsewhere:
    'Answers were changed on another screen. They are shown here now. Look them over and send them again.',

  sentTitle: 'Your answers have been sent',
  thanks: (name) => `Thank you, ${name}.`,
  sentTo: (team) => `Sent to your care team: ${team}.`,
  teamReads: 'Before your appointment',
  teamReadsAbout: 'Your care team reads your answers.',
  teamReadsNoAppointment: 'After that',
  teamReadsSoon: 'Your care team reads your answers. They contact you if that is needed.',
  talk: (clinician) => (clinician ? `You talk with ${clinician}.` : 'You have your appointment.'),
  talkAbout: (topics) => `First about ${topics.join(' and ')}.`,
  afterwards: 'After the conversation',
  afterwardsAbout: 'You can read what you agreed together. You sign in for that.',
  meaning: 'What your answers mean',
  firstTime: 'This is the first time. Later you will see what changes.',
  changes: {
    better: 'Clearly better than last time.',
    worse: 'Less well than last time.',
    'no-clear-change': 'No clear change.',
    unknown: 'We cannot say whether this has really changed.',
  },
  now: 'Now:',
  nowScore: (value, max) => `Now: ${value} of ${max}.`,
  normIs: (mean, value) => `People like you in the Netherlands: ${mean} on average. You: ${value}.`,
  ownQuestions: 'These questions are our own. They are not a validated questionnaire.',
  notChecked: 'Not every number that we compare your answers with has been checked yet.',
  worse: 'Is it getting worse?',
  results: 'See my results',
  moreQuestions: 'More questions are waiting for you',

  asleep: 'Open the link in your mail or text message again',
  asleepAbout: 'You were away for a while. What you filled in is kept. Open the link again to go on.',
  gone: 'These questions were sent or closed',
  goneAbout: 'Perhaps you did that on another screen. You need not do anything now.',
}

export type QuestionWords = typeof nl
export const questionWords = { nl, en, de, tr, ar } satisfies Words<QuestionWords, PatientLanguage>
