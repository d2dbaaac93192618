import type { ObjectionPurpose } from '../../../core/patients/objections.ts'
import type { Relation } from '../../../core/patients/proxy.ts'
import type { Words } from '../../../core/words.ts'

type ChoicesWords = {
  title: string
  about: string
  purposes: Record<ObjectionPurpose, string>
  research: string
  objects: (date: string) => string
  counts: string
  agrees: (date: string) => string
  never: string
  object: string
  noMore: string
  agree: string
  withdraw: string
  proxy: string
  nobody: string
  now: (name: string, relation: string, date: string) => string
  reads: string
  relations: Record<Relation, string>
  name: string
  relation: string
  until: string
  readsMail: string
  readsMailHint: string
  email: string
  emailHint: string
  mailTo: (address: string) => string
  mailDead: (address: string) => string
  mailOff: (address: string) => string
  yes: string
  no: string
  set: string
  end: string
  problems: Record<string, string>
}

export const choicesWords = {
  nl: {
    title: 'Keuzes van de patiënt',
    about: 'De patiënt regelt dit zelf op de eigen pagina. Leg het hier vast voor wie belt of schrijft.',
    purposes: {
      learning: 'Leren van de antwoorden van groepen',
      registers: 'Registers die de wet niet verplicht',
    },
    research: 'Wetenschappelijk onderzoek',
    objects: (date) => `bezwaar sinds ${date}`,
    counts: 'geen bezwaar',
    agrees: (date) => `toestemming sinds ${date}`,
    never: 'geen toestemming',
    object: 'Bezwaar vastleggen',
    noMore: 'Bezwaar intrekken',
    agree: 'Toestemming vastleggen',
    withdraw: 'Toestemming intrekken',
    proxy: 'Wie antwoordt voor deze patiënt',
    nobody: 'De patiënt antwoordt zelf.',
    now: (name, relation, date) => `${name} (${relation}), tot en met ${date}.`,
    reads:
      'Het mailadres is van deze persoon. Na die dag gaat er geen mail meer heen en werken de links niet meer.',
    relations: {
      parent: 'ouder',
      partner: 'partner',
      child: 'kind',
      family: 'familie',
      carer: 'mantelzorger',
    },
    name: 'Naam',
    relation: 'Wie is dat van de patiënt',
    until: 'Tot en met',
    readsMail: 'Is het mailadres hierboven van deze persoon?',
    readsMailHint: 'Dan stopt de mail daarheen na de laatste dag, en krijgt deze persoon daar bericht van.',
    email: 'Eigen mailadres van deze persoon',
    emailHint:
      'Mag leeg blijven. Vragen die deze persoon beantwoordt, gaan dan naar dit adres. De patiënt houdt het eigen adres.',
    mailTo: (address) => `Vragen voor deze persoon gaan naar ${address}.`,
    mailDead: (address) => `Mail naar ${address} komt niet aan. Beëindig dit en leg een ander adres vast.`,
    mailOff: (address) => `Deze persoon wil geen mail meer op ${address}. De mail aan de patiënt gaat door.`,
    yes: 'Ja',
    no: 'Nee',
    set: 'Vastleggen',
    end: 'Nu beëindigen',
    problems: {
      invalid: 'Vul een naam en een dag in, en een heel mailadres of geen.',
      day_passed: 'Kies vandaag of een latere dag.',
      day_too_far: 'Kies een dag binnen vijf jaar.',
      parent_too_late: 'Op deze leeftijd antwoordt geen ouder meer.',
    },
  },
  en: {
    title: 'Choices of the patient',
    about: 'The patient arranges this on their own page. Record it here for whoever calls or writes.',
    purposes: {
      learning: 'Learning from the answers of groups',
      registers: 'Registers that no law demands',
    },
    research: 'Scientific research',
    objects: (date) => `objects since ${date}`,
    counts: 'no objection',
    agrees: (date) => `agrees since ${date}`,
    never: 'no consent',
    object: 'Record an objection',
    noMore: 'Withdraw the objection',
    agree: 'Record consent',
    withdraw: 'Withdraw consent',
    proxy: 'Who answers for this patient',
    nobody: 'The patient answers.',
    now: (name, relation, date) => `${name} (${relation}), up to and including ${date}.`,
    reads: 'The mail address is this person’s. After that day no mail goes there and the links stop working.',
    relations: { parent: 'parent', partner: 'partner', child: 'child', family: 'family', carer: 'carer' },
    name: 'Name',
    relation: 'Who is that to the patient',
    until: 'Up to and including',
    readsMail: 'Is the mail address above this person’s?',
    readsMailHint: 'Then mail there stops after the last day, and this person is told so.',
    email: 'Own mail address of this person',
    emailHint:
      'May stay empty. Questions that this person answers then go to this address. The patient keeps their own address.',
    mailTo: (address) => `Questions for this person go to ${address}.`,
    mailDead: (address) => `Mail to ${address} does not arrive. End this and record another address.`,
    mailOff: (address) => `This person wants no more mail at ${address}. Mail to the patient goes on.`,
    yes: 'Yes',
    no: 'No',
    set: 'Record',
    end: 'End now',
    problems: {
      invalid: 'Fill in a name and a day, and a whole mail address or none.',
      day_passed: 'Choose today or a later day.',
      day_too_far: 'Choose a day within five years.',
      parent_too_late: 'At this age no parent answers any more.',
    },
  },
} satisfies Words<ChoicesWords>
