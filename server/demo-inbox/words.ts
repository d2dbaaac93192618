import type { Words } from '../../core/words.ts'

type InboxWords = {
  title: string
  about: string
  demo: string
  otherLanguage: string
  search: string
  find: string
  none: string
  noneFound: (name: string) => string
  open: string
  boxes: Record<'patients' | 'staff', string>
  boxesLabel: string
  sms: string
  smsOf: (recipient: string) => string
  older: string
  newest: string
  back: string
  staff: string
  from: string
  to: string
  sent: string
  plain: string
  headers: string
  gone: string
}

export const words = {
  nl: {
    title: 'Postvak van de demo',
    about:
      'Hier staan de mails en sms’jes die Uitkomst zou versturen. In deze demo gaat niets echt weg. De links werken.',
    demo: 'Dit is een voorbeeld. Deze mensen en hun antwoorden bestaan niet.',
    otherLanguage: 'English',
    search: 'Naam van de ontvanger',
    find: 'Zoeken',
    none: 'Er is nog geen mail. Zodra er iets te vragen is, staat het hier.',
    noneFound: (name) => `Er is geen mail aan iemand die ‘${name}’ heet.`,
    open: 'kan nu worden ingevuld',
    boxes: { patients: 'Aan patiënten', staff: 'Aan medewerkers' },
    boxesLabel: 'Aan wie',
    sms: 'sms',
    smsOf: (recipient) => `Sms aan ${recipient}`,
    older: 'Oudere mail',
    newest: 'Nieuwste mail',
    back: 'Terug naar het postvak',
    staff: 'Inloggen als medewerker',
    from: 'Van',
    to: 'Aan',
    sent: 'Verstuurd',
    plain: 'Dezelfde mail als platte tekst',
    headers: 'Technische kopregels',
    gone: 'Deze mail is er niet (meer).',
  },
  en: {
    title: 'Inbox of the demo',
    about:
      'These are the mails and text messages that Uitkomst would send. In this demo nothing really goes out. The links work.',
    demo: 'This is an example. These people and their answers do not exist.',
    otherLanguage: 'Nederlands',
    search: 'Name of the recipient',
    find: 'Search',
    none: 'There is no mail yet. As soon as there is something to ask, it appears here.',
    noneFound: (name) => `There is no mail to anybody called ‘${name}’.`,
    open: 'can be answered now',
    boxes: { patients: 'To patients', staff: 'To staff' },
    boxesLabel: 'To whom',
    sms: 'text',
    smsOf: (recipient) => `Text message to ${recipient}`,
    older: 'Older mail',
    newest: 'Newest mail',
    back: 'Back to the inbox',
    staff: 'Sign in as staff',
    from: 'From',
    to: 'To',
    sent: 'Sent',
    plain: 'The same mail as plain text',
    headers: 'Technical headers',
    gone: 'This mail is not here (any more).',
  },
} satisfies Words<InboxWords>
