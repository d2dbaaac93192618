import type { Reach } from '../../../core/mail/outreach.ts'
import type { Words } from '../../../core/words.ts'

const nl = {
  title: 'Brieven',
  about: 'voor wie met mail niet te bereiken is',
  back: 'Naar de mail',
  empty: 'Geen brieven vandaag',
  emptyAbout:
    'Wie geen mailadres heeft dat werkt, krijgt een brief met een QR-code en een code om in te typen. Zodra er iemand is, staat die hier.',
  patient: 'Patiënt',
  why: 'Waarom een brief',
  until: 'Antwoorden kan',
  state: 'Stand',
  born: (date: string) => `geboren ${date}`,
  whys: {
    'visit-near': 'de afspraak is dichtbij',
    'no-answer': 'niet geantwoord op de mail',
    'no-address': 'geen mailadres bekend',
    'address-dead': 'het mailadres werkt niet',
    'address-unsure': 'van wie het mailadres is, is nog niet bekend',
  } satisfies Record<Reach['why'], string>,
  toMake: 'nog te maken',
  made: 'gemaakt, nog niet op de post',
  make: (n: number) => (n === 1 ? 'Maak 1 brief' : `Maak ${n} brieven`),
  makeAbout: 'Het adres komt van uw eigen etiketten: op de brief staan de naam en het patiëntnummer.',
  making: 'De brieven worden gemaakt …',
  print: 'Afdrukken',
  posted: 'Alles is op de post gedaan',
  postedAbout: 'Druk pas hierop als de brieven echt weg zijn: vanaf dan tellen ze als verstuurd.',
  done: (n: number) => (n === 1 ? '1 brief is verstuurd.' : `${n} brieven zijn verstuurd.`),
  none: 'Er is niets meer te versturen: wie op de lijst stond, heeft intussen geantwoord.',
  number: (number: string) => `Nummer ${number}`,
  qr: 'QR-code die de vragen opent',
  letters: 'De brieven',
}

const en: typeof nl = {
  title: 'Letters',
  about: 'for who cannot be reached by mail',
  back: 'To the mail',
  empty: 'No letters today',
  emptyAbout:
    'Who has no mail address that works gets a letter with a QR code and a code to type. As soon as there is somebody, they stand here.',
  patient: 'Patient',
  why: 'Why a letter',
  until: 'Can be answered',
  state: 'State',
  born: (date) => `born ${date}`,
  whys: {
    'visit-near': 'the visit is near',
    'no-answer': 'no answer to the mail',
    'no-address': 'no mail address known',
    'address-dead': 'the mail address does not work',
    'address-unsure': 'whose the mail address is, is not known yet',
  },
  toMake: 'to be made',
  made: 'made, not posted yet',
  make: (n) => (n === 1 ? 'Make 1 letter' : `Make ${n} letters`),
  makeAbout: 'The address comes from your own labels: the letter has the name and the patient number.',
  making: 'The letters are being made …',
  print: 'Print',
  posted: 'All have been posted',
  postedAbout: 'Press this only when the letters have really gone: from then on they count as sent.',
  done: (n) => (n === 1 ? '1 letter was sent.' : `${n} letters were sent.`),
  none: 'There is nothing left to send: who was on the list has answered meanwhile.',
  number: (number) => `Number ${number}`,
  qr: 'QR code that opens the questions',
  letters: 'The letters',
}

export const letterWords = { nl, en } satisfies Words<typeof nl>
