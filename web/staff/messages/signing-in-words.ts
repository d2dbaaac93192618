import type { Words } from '../../../core/words.ts'

const nl = {
  title: 'Inloggen',
  about: 'Om uitslagen en afspraken te lezen, logt de patiënt in bij uw aanbieder van identiteiten.',
  noProvider:
    'Patiënten kunnen hier nog niet inloggen: er is geen aanbieder van identiteiten ingesteld (PATIENT_ISSUER).',
  linked: (date: string) => `Deze patiënt kan inloggen, sinds ${date}.`,
  notLinked: 'Deze patiënt kan nog niet inloggen.',
  subject: 'Inlognummer',
  subjectHint:
    'De ‘subject’ waarmee uw aanbieder deze persoon kent. Controleer dat het van deze patiënt is: wie ermee inlogt, leest dit dossier. Het nummer wordt niet leesbaar bewaard.',
  subjectMissing: 'Vul het inlognummer in.',
  link: 'Koppelen',
  remove: 'Koppeling verwijderen',
  removing: 'De patiënt wordt meteen uitgelogd en kan niet meer inloggen, tot iemand opnieuw koppelt.',
  removeNow: 'Ja, verwijderen',
  cancel: 'Toch niet',
  taken:
    'Dit is niet gekoppeld: het inlognummer is al van een andere patiënt. Controleer het nummer, of verwijder eerst die koppeling.',
}

const en: typeof nl = {
  title: 'Signing in',
  about: 'To read results and agreements, the patient signs in with your identity provider.',
  noProvider: 'Patients cannot sign in here yet: no identity provider has been set (PATIENT_ISSUER).',
  linked: (date) => `This patient can sign in, since ${date}.`,
  notLinked: 'This patient cannot sign in yet.',
  subject: 'Sign-in number',
  subjectHint:
    'The “subject” by which your provider knows this person. Make sure that it is this patient’s: whoever signs in with it reads this record. The number is not kept readable.',
  subjectMissing: 'Enter the sign-in number.',
  link: 'Link',
  remove: 'Remove the link',
  removing: 'The patient is signed out at once and cannot sign in any more, until somebody links again.',
  removeNow: 'Yes, remove',
  cancel: 'Keep it',
  taken:
    'This was not linked: the sign-in number is another patient’s. Check the number, or remove that link first.',
}

export const signingInWords = { nl, en } satisfies Words<typeof nl>
