import type { PatientLanguage, Words } from '../../core/words.ts'
import type { AlertMail, StaffLinkKind } from './content.ts'
import { ar } from './words/ar.ts'
import { de } from './words/de.ts'
import { tr } from './words/tr.ts'

// What mail says. No word here may tell what somebody's care is about: a mail can be read by others in the house
// (tests/unit/mail.test.ts holds the list). B1 Dutch, one thing per sentence.

export type MailWords = {
  dear: (name: string) => string
  dearNobody: string
  visitSubject: (organisation: string) => string
  askSubject: (organisation: string) => string
  reminderSubject: (organisation: string) => string
  newLinkSubject: (organisation: string) => string
  agreementSubject: (organisation: string) => string
  ask: (organisation: string) => string
  /** Instead, to who answers for a patient, at their own address. */
  askForAnother: (organisation: string) => string
  remind: (organisation: string) => string
  wanted: string
  newLink: string
  newAddress: (organisation: string) => string
  visit: (day: string, time: string) => string
  /** The visit is by telephone or on a screen. */
  fromHome: string
  /** There is something to do before it; what, stands behind the signing in. */
  prepare: string
  minutes: (minutes: number) => string
  toQuestions: string
  until: (day: string) => string
  untilTime: (day: string, time: string) => string
  whoReads: (organisation: string) => string
  free: string
  freeForAnother: string
  thanksSubject: (organisation: string) => string
  thanks: (organisation: string) => string
  elsewhereSubject: (organisation: string) => string
  elsewhere: (organisation: string) => string
  agreement: (organisation: string) => string
  toReading: string
  urgent: (phone: string) => string
  noReply: (phone: string) => string
  shared: string
  /** To who answers for a patient, at their own address. */
  forAnother: string
  noMore: string
  optOut: string
  /** Under a mail whose translation nobody has signed for. */
  unchecked: string
}

export const words = {
  nl: {
    dear: (name) => `Beste ${name},`,
    dearNobody: 'Goedendag,',
    visitSubject: (organisation) => `Vragen voor uw afspraak bij ${organisation}`,
    askSubject: (organisation) => `Vragen voor u van ${organisation}`,
    reminderSubject: (organisation) => `Herinnering: er staan nog vragen voor u klaar bij ${organisation}`,
    newLinkSubject: (organisation) => `Uw nieuwe link van ${organisation}`,
    agreementSubject: (organisation) => `Er staat iets voor u klaar bij ${organisation}`,
    ask: (organisation) =>
      `${organisation} wil graag weten hoe het met u gaat. Er staan vragen voor u klaar.`,
    askForAnother: (organisation) =>
      `${organisation} wil graag weten hoe het gaat met iemand voor wie u antwoordt. Er staan vragen voor u klaar.`,
    remind: (organisation) =>
      `${organisation} heeft u vragen gestuurd. Uw antwoorden zijn er nog niet. U kunt ze nu nog geven.`,
    wanted: 'U vroeg ons om u te herinneren. De vragen staan voor u klaar.',
    newLink: 'U vroeg om een nieuwe link. Hier is hij.',
    newAddress: (organisation) =>
      `${organisation} heeft nu dit mailadres van u. Een link uit een eerdere mail werkt misschien niet meer. Hier is een nieuwe.`,
    visit: (day, time) =>
      `U heeft een afspraak op ${day} om ${time} uur. Met uw antwoorden bereidt uw team het gesprek voor.`,
    fromHome: 'Deze afspraak is op afstand. U hoeft er niet voor te komen.',
    prepare: 'Na het inloggen leest u hoe u zich op de afspraak voorbereidt.',
    minutes: (minutes) =>
      `Het kost u ongeveer ${minutes === 1 ? '1 minuut' : `${minutes} minuten`}. U mag tussendoor stoppen en later verdergaan.`,
    toQuestions: 'Naar de vragen',
    until: (day) => `U kunt antwoorden tot en met ${day}.`,
    untilTime: (day, time) => `U kunt antwoorden tot ${day}, ${time} uur.`,
    whoReads: (organisation) =>
      `Uw antwoorden gaan naar uw team bij ${organisation}. Het team leest ze en bespreekt ze met u. Het team leert er ook van, zonder uw naam, behalve als u dat niet wilt.`,
    thanksSubject: (organisation) => `Dank u wel, namens ${organisation}`,
    thanks: (organisation) =>
      `Uw antwoorden zijn aangekomen bij uw team van ${organisation}. Het team leest ze en praat er met u over. U hoeft niets meer te doen.`,
    elsewhereSubject: (organisation) => `Uw antwoord aan ${organisation} is niet gelezen`,
    elsewhere: (organisation) =>
      `U stuurde een antwoord op een mail van ${organisation}. Niemand leest wat u daar schrijft. Wij hebben het ook niet bewaard.`,
    free: 'U kiest zelf of u meedoet. Meedoen of niet: u wordt even goed geholpen.',
    freeForAnother: 'U kiest zelf of u meedoet. Wel of niet: voor wie u antwoordt, wordt even goed geholpen.',
    agreement: (organisation) =>
      `Bij ${organisation} staat iets voor u klaar om te lezen. U leest het nadat u bent ingelogd.`,
    toReading: 'Inloggen en lezen',
    urgent: (phone) => `Niemand kijkt nu met u mee. Kan iets niet wachten? Bel ${phone}.`,
    noReply: (phone) =>
      `Stuur geen vragen terug naar dit mailadres: niemand leest ze daar. Heeft u een vraag? Bel ${phone}.`,
    forAnother:
      'U krijgt deze mail omdat u antwoordt voor iemand anders. Hier staat geen naam. Na de link vragen we de geboortedatum van die persoon.',
    shared:
      'Meer mensen gebruiken dit mailadres. Daarom staat hier geen naam. Na de link vragen we een geboortedatum.',
    noMore: 'Wilt u geen mail meer van ons?',
    optOut: 'Geen mail meer',
    unchecked: 'Deze vertaling is nog niet door mensen nagekeken.',
  },
  en: {
    dear: (name) => `Dear ${name},`,
    dearNobody: 'Good day,',
    visitSubject: (organisation) => `Questions for your visit to ${organisation}`,
    askSubject: (organisation) => `Questions for you from ${organisation}`,
    reminderSubject: (organisation) => `Reminder: there are still questions for you at ${organisation}`,
    newLinkSubject: (organisation) => `Your new link from ${organisation}`,
    agreementSubject: (organisation) => `There is something for you at ${organisation}`,
    ask: (organisation) =>
      `${organisation} would like to know how you are doing. There are questions ready for you.`,
    askForAnother: (organisation) =>
      `${organisation} would like to know how somebody is doing for whom you answer. There are questions ready for you.`,
    remind: (organisation) =>
      `${organisation} sent you questions. Your answers are not there yet. You can still give them.`,
    wanted: 'You asked us to remind you. The questions are ready for you.',
    newLink: 'You asked for a new link. Here it is.',
    newAddress: (organisation) =>
      `${organisation} now has this mail address for you. A link in an earlier mail may no longer work. Here is a new one.`,
    visit: (day, time) =>
      `You have an appointment on ${day} at ${time}. Your team uses your answers to prepare for it.`,
    fromHome: 'This appointment is at a distance. You do not need to come in for it.',
    prepare: 'After signing in you read how to prepare for the appointment.',
    minutes: (minutes) =>
      `It takes about ${minutes === 1 ? '1 minute' : `${minutes} minutes`}. You can stop and go on later.`,
    toQuestions: 'Go to the questions',
    until: (day) => `You can answer until the end of ${day}.`,
    untilTime: (day, time) => `You can answer until ${day}, ${time}.`,
    whoReads: (organisation) =>
      `Your answers go to your team at ${organisation}. The team reads them and talks about them with you. It also learns from them, without your name, unless you do not want that.`,
    thanksSubject: (organisation) => `Thank you, from ${organisation}`,
    thanks: (organisation) =>
      `Your answers have reached your team at ${organisation}. The team reads them and talks about them with you. You do not have to do anything else.`,
    elsewhereSubject: (organisation) => `Your reply to ${organisation} was not read`,
    elsewhere: (organisation) =>
      `You sent a reply to a mail from ${organisation}. Nobody reads what you write there. We have not kept it either.`,
    free: 'It is your choice to take part. You will be helped just as well if you do not.',
    freeForAnother:
      'It is your choice to take part. The person you answer for will be helped just as well if you do not.',
    agreement: (organisation) =>
      `There is something for you to read at ${organisation}. You can read it after signing in.`,
    toReading: 'Sign in and read',
    urgent: (phone) => `Nobody is watching right now. Can something not wait? Call ${phone}.`,
    noReply: (phone) =>
      `Please do not send questions to this mail address: nobody reads them there. Do you have a question? Call ${phone}.`,
    forAnother:
      'You get this mail because you answer for somebody else. There is no name here. After the link we ask for that person’s date of birth.',
    shared:
      'More than one person uses this mail address. That is why there is no name here. After the link we ask for a date of birth.',
    noMore: 'Would you like no more mail from us?',
    optOut: 'No more mail',
    unchecked: 'This translation has not been checked by people yet.',
  },
  de,
  tr,
  ar,
} satisfies Words<MailWords, PatientLanguage>

type StaffLetter = { subject: string; says: string; label: string; after: string }
type StaffWords = Record<StaffLinkKind | AlertMail | 'emergency' | 'elsewhere' | 'test', StaffLetter> & {
  hello: string
  /** An invitation by a colleague: who asks, and for which organisation. */
  invitedBy: {
    subject: (organisation: string) => string
    hello: (name: string) => string
    says: (by: string, organisation: string) => string
    after: (days: number, by: string) => string
  }
}

const once = {
  nl: 'De link werkt één keer. Vroeg u hier niet om? Meld het dan aan uw beheerder.',
  en: 'The link works once. Did you not ask for this? Then tell your administrator.',
}

export const staffWords = {
  nl: {
    hello: 'Goedendag,',
    invitedBy: {
      subject: (organisation) => `Uw account voor Uitkomst bij ${organisation}`,
      hello: (name) => `Beste ${name},`,
      says: (by, organisation) =>
        `${by} nodigt u uit om bij ${organisation} met Uitkomst te werken. Daarin staat wat patiënten antwoorden op vragen over hun gezondheid.`,
      after: (days, by) =>
        `De link werkt één keer, en ${days} dagen lang. Twijfelt u of deze mail echt is? Vraag het aan ${by}.`,
    },
    'first-administrator': {
      subject: 'Uw account als eerste beheerder',
      says: 'Uitkomst is geïnstalleerd. Met deze link maakt u het account van de eerste beheerder.',
      label: 'Account maken',
      after: once.nl,
    },
    invitation: {
      subject: 'Uw account voor Uitkomst',
      says: 'Er is een account voor u gemaakt. Kies met deze link uw wachtwoord en uw tweede stap.',
      label: 'Account openen',
      after: once.nl,
    },
    password: {
      subject: 'Een nieuw wachtwoord kiezen',
      says: 'Met deze link kiest u een nieuw wachtwoord voor Uitkomst.',
      label: 'Nieuw wachtwoord kiezen',
      after: once.nl,
    },
    'second-factor': {
      subject: 'Uw tweede stap opnieuw instellen',
      says: 'Met deze link stelt u de tweede stap van het inloggen opnieuw in.',
      label: 'Tweede stap instellen',
      after: once.nl,
    },
    alert: {
      subject: 'Er is een nieuwe alert voor uw team',
      says: 'Er is een nieuwe alert voor uw team. In deze mail staat niet over wie. Log in om te zien wat er nodig is.',
      label: 'Inloggen',
      after: 'U krijgt hoogstens één zo’n mail per uur, en nog één als er iets dringends bij komt.',
    },
    'alert-to-nobody': {
      subject: 'Een alert wacht, en het team heeft geen leden',
      says: 'Er is een nieuwe alert voor een team waarin niemand werkt. Niemand ziet hem nu. Geef iemand een rol in dat team, of neem contact op met de afdeling.',
      label: 'Inloggen',
      after:
        'U krijgt deze mail als beheerder, hoogstens één keer per uur, en nog één keer als er iets dringends bij komt.',
    },
    'alert-waits': {
      subject: 'Een alert wacht, en nu op u',
      says: 'Een alert van uw team heeft nog geen antwoord van wie eerst aan de beurt was. Nu is hij voor u. In deze mail staat niet over wie. Log in om te zien wat er nodig is.',
      label: 'Inloggen',
      after: 'U krijgt hoogstens één zo’n mail per uur, en nog één als er iets dringends bij komt.',
    },
    'alert-unanswered': {
      subject: 'Een alert is niet beantwoord',
      says: 'Een team heeft een alert niet op tijd beantwoord, ook de teamleider niet. Neem vandaag contact op met de afdeling. Als beheerder ziet u niet over wie het gaat.',
      label: 'Inloggen',
      after: 'Deze mail komt elke werkdag terug, tot iemand van het team de alert heeft afgesloten.',
    },
    emergency: {
      subject: 'Een dossier is met noodtoegang geopend',
      says: 'Iemand die een patiënt niet in behandeling heeft, opende het dossier met noodtoegang. In deze mail staat niet wie en van wie. Leidt u het team, vraag dan de controleur. Controleert u het logboek, log dan in en beoordeel de reden binnen zeven dagen. Bent u beheerder, geef dan iemand de rol van controleur: nu beoordeelt niemand dit.',
      label: 'Inloggen',
      after: 'U krijgt deze mail omdat u het team leidt, het logboek controleert, of beheerder bent.',
    },
    elsewhere: {
      subject: 'Uw antwoord aan Uitkomst is niet gelezen',
      says: 'U stuurde een antwoord op een mail van Uitkomst. Niemand leest wat u daar schrijft, en het is niet bewaard. Gaat het om een patiënt, doe het dan in Uitkomst zelf.',
      label: 'Naar Uitkomst',
      after: 'Kan iets niet wachten, of heeft u een vraag over Uitkomst? Bel uw team of uw beheerder.',
    },
    test: {
      subject: 'Testmail van Uitkomst',
      says: 'Deze mail laat zien dat Uitkomst mail kan versturen. U hoeft niets te doen.',
      label: 'Uitkomst openen',
      after: 'U vroeg deze testmail zelf aan.',
    },
  },
  en: {
    hello: 'Good day,',
    invitedBy: {
      subject: (organisation) => `Your Uitkomst account at ${organisation}`,
      hello: (name) => `Dear ${name},`,
      says: (by, organisation) =>
        `${by} invites you to work with Uitkomst at ${organisation}. It holds what patients answer to questions about their health.`,
      after: (days, by) =>
        `The link works once, for ${days} days. Do you doubt whether this mail is real? Ask ${by}.`,
    },
    'first-administrator': {
      subject: 'Your account as the first administrator',
      says: 'Uitkomst has been installed. With this link you make the account of the first administrator.',
      label: 'Make the account',
      after: once.en,
    },
    invitation: {
      subject: 'Your Uitkomst account',
      says: 'An account was made for you. Choose your password and your second step with this link.',
      label: 'Open the account',
      after: once.en,
    },
    password: {
      subject: 'Choose a new password',
      says: 'With this link you choose a new password for Uitkomst.',
      label: 'Choose a new password',
      after: once.en,
    },
    'second-factor': {
      subject: 'Set up your second step again',
      says: 'With this link you set up the second step of signing in again.',
      label: 'Set up the second step',
      after: once.en,
    },
    alert: {
      subject: 'There is a new alert for your team',
      says: 'There is a new alert for your team. This mail does not say about whom. Sign in to see what is needed.',
      label: 'Sign in',
      after: 'You get at most one such mail an hour, and one more when something urgent is added.',
    },
    'alert-to-nobody': {
      subject: 'An alert waits, and its team has no members',
      says: 'There is a new alert for a team in which nobody works. Nobody sees it now. Give somebody a role in that team, or contact the department.',
      label: 'Sign in',
      after:
        'You get this mail as an administrator, at most once an hour, and once more when something urgent is added.',
    },
    'alert-waits': {
      subject: 'An alert waits, and now for you',
      says: 'An alert of your team has not been answered by whose turn it was first. Now it is yours. This mail does not say about whom. Sign in to see what is needed.',
      label: 'Sign in',
      after: 'You get at most one such mail an hour, and one more when something urgent is added.',
    },
    'alert-unanswered': {
      subject: 'An alert was not answered',
      says: 'A team did not answer an alert in time, and its lead did not either. Contact the department today. As an administrator you do not see whom it is about.',
      label: 'Sign in',
      after: 'This mail comes back every working day until somebody of the team has closed the alert.',
    },
    emergency: {
      subject: 'A file was opened by emergency access',
      says: 'Somebody who does not treat a patient opened the file by emergency access. This mail does not say who, and whose. If you lead the team, ask the auditor. If you check the log, sign in and judge the reason within seven days. If you are an administrator, give somebody the role of auditor: now nobody judges this.',
      label: 'Sign in',
      after: 'You get this mail because you lead the team, check the log, or are an administrator.',
    },
    elsewhere: {
      subject: 'Your reply to Uitkomst was not read',
      says: 'You sent a reply to a mail from Uitkomst. Nobody reads what you write there, and it was not kept. Is it about a patient? Then do it in Uitkomst itself.',
      label: 'To Uitkomst',
      after:
        'Is it something that cannot wait, or a question about Uitkomst? Call your team or your administrator.',
    },
    test: {
      subject: 'Test mail from Uitkomst',
      says: 'This mail shows that Uitkomst can send mail. You do not have to do anything.',
      label: 'Open Uitkomst',
      after: 'You asked for this test mail yourself.',
    },
  },
} satisfies Words<StaffWords>
