import type { PatientLanguage } from '../../core/words.ts'

const nl = {
  loading: 'De vragen komen eraan.',
  title: 'Vragen voor uw afspraak',
  back: 'Terug',
  next: 'Verder',
  skip: 'Deze vraag overslaan',
  minutesLeft: (minutes: number) => (minutes <= 1 ? 'Nog 1 minuut' : `Nog ongeveer ${minutes} minuten`),
  saved: 'Uw antwoord is bewaard',
  offline: 'Nog niet verzonden. U kunt doorgaan: wij proberen het opnieuw. Sluit dit scherm nog niet.',
  merged: 'U gaf ook antwoorden op een ander scherm. Die staan hier nu bij.',
  answerFirst: 'Geef eerst een antwoord op deze vraag.',
  answerOrSkip: 'Kies een antwoord. Of kies onderaan: Deze vraag overslaan.',
  onlyIn: {
    nl: 'Deze vraag staat hier in het Nederlands.',
    en: 'Deze vraag is er nog niet in het Nederlands. Hij staat hier in het Engels.',
  } as Record<string, string>,
  unchecked: 'Deze vertaling is nog niet door mensen nagekeken. Is iets niet duidelijk? Vraag het uw team.',
  side: { left: 'Linkerkant', right: 'Rechterkant', both: 'Beide kanten', '': '' } as Record<string, string>,
  call: (phone: string) => `Bel ${phone}`,

  nothing: 'Er staan geen vragen voor u klaar',
  nothingAbout: 'U hoeft nu niets te doen.',
  asleep: 'Open de link in uw mail of sms opnieuw',
  asleepAbout: 'U was een tijd weg. Wat u invulde, is bewaard. Open de link opnieuw om verder te gaan.',
  gone: 'Deze vragen zijn al verstuurd of gesloten',
  goneAbout: 'Misschien deed u dat op een ander scherm. U hoeft nu niets te doen.',
  failed: 'De vragen konden niet worden opgehaald',
  failedAbout: 'Kijk of u internet heeft en probeer het opnieuw. Wat u invulde, is bewaard.',
  again: 'Probeer opnieuw',
  demo: 'Dit is een voorbeeld. Deze mensen bestaan niet.',
}

const en: typeof nl = {
  loading: 'The questions are on their way.',
  title: 'Questions before your appointment',
  back: 'Back',
  next: 'Continue',
  skip: 'Skip this question',
  minutesLeft: (minutes) => (minutes <= 1 ? '1 minute left' : `About ${minutes} minutes left`),
  saved: 'Your answer is saved',
  offline: 'Not sent yet. You can go on: we try again. Please keep this screen open.',
  merged: 'You also gave answers on another screen. They are shown here now.',
  answerFirst: 'Please answer this question first.',
  answerOrSkip: 'Choose an answer. Or choose below: Skip this question.',
  onlyIn: {
    nl: 'This question is not there in English yet. It is asked in Dutch here.',
    en: 'This question is asked in English here.',
  },
  unchecked: 'This translation has not been checked by people yet. Is anything unclear? Ask your team.',
  side: { left: 'Left side', right: 'Right side', both: 'Both sides', '': '' },
  call: (phone) => `Call ${phone}`,

  nothing: 'No questions are waiting for you',
  nothingAbout: 'You need not do anything now.',
  asleep: 'Open the link in your mail or text message again',
  asleepAbout: 'You were away for a while. What you filled in is kept. Open the link again to go on.',
  gone: 'These questions were sent or closed',
  goneAbout: 'Perhaps you did that on another screen. You need not do anything now.',
  failed: 'The questions could not be fetched',
  failedAbout: 'Check your internet connection and try again. What you filled in is kept.',
  again: 'Try again',
  demo: 'This is an example. These people do not exist.',
}

export type PatientWords = typeof nl

const written: Record<PatientLanguage, () => Promise<PatientWords>> = {
  nl: async () => nl,
  en: async () => en,
  de: async () => (await import('./words/de.ts')).de,
  tr: async () => (await import('./words/tr.ts')).tr,
  ar: async () => (await import('./words/ar.ts')).ar,
}

/** The words of one language; the other three are fetched by whoever reads them. */
export const wordsIn = (language: PatientLanguage): Promise<PatientWords> => written[language]()

/** Before anything was asked of the server the page speaks as the browser does. */
export const wordsOfBrowser: PatientWords = navigator.language.startsWith('en') ? en : nl
