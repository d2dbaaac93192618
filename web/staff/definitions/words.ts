import type { Words } from '../../../core/words.ts'

export const words = {
  nl: {
    title: 'Uitkomstensets en vragenlijsten',
    about: 'Waarmee hier wordt gemeten. Een gepubliceerde versie verandert nooit.',
    keptBy: (organisation: string) =>
      `${organisation} publiceert nieuwe versies, voor alle organisaties hier.`,
    sets: 'Uitkomstensets',
    instruments: 'Vragenlijsten',
    name: 'Naam',
    version: 'Versie',
    state: 'Stand',
    licence: 'Licentie',
    own: 'eigen vragen',
    licenceOf: (letter: string, owner: string) => `${owner}, klasse ${letter}`,
    states: { draft: 'Concept', published: 'Gepubliceerd', retired: 'Oude versie' } as Record<string, string>,
    since: (date: string) => `sinds ${date}`,
    cannotBeSent: 'Tekst niet geïnstalleerd: kan scores bewaren, kan niet worden verstuurd.',
    publish: 'Publiceren',
    publishAs: (name: string, version: number) => `${name} versie ${version} publiceren`,
    draftAbout:
      'Een gewijzigd bestand. Wie hierna begint, krijgt deze versie; lopende zorgpaden houden de hunne.',
    problems: {
      not_a_draft: 'Deze versie is al gepubliceerd. De lijst is bijgewerkt.',
      not_the_keeper: 'Een andere organisatie publiceert hier voor iedereen. Vraag het daar.',
      instruments_missing:
        'Deze set noemt vragenlijsten die hier niet zijn geïnstalleerd. Zet hun bestanden in surveys/instruments en start opnieuw.',
    },
  },
  en: {
    title: 'Outcome sets and questionnaires',
    about: 'What is measured with here. A published version never changes.',
    keptBy: (organisation: string) => `${organisation} publishes new versions, for all organisations here.`,
    sets: 'Outcome sets',
    instruments: 'Questionnaires',
    name: 'Name',
    version: 'Version',
    state: 'State',
    licence: 'Licence',
    own: 'own questions',
    licenceOf: (letter: string, owner: string) => `${owner}, class ${letter}`,
    states: { draft: 'Draft', published: 'Published', retired: 'Earlier version' } as Record<string, string>,
    since: (date: string) => `since ${date}`,
    cannotBeSent: 'Wording not installed: can hold scores, cannot be sent.',
    publish: 'Publish',
    publishAs: (name: string, version: number) => `Publish ${name} version ${version}`,
    draftAbout: 'A changed file. Who begins from now on gets this version; care paths under way keep theirs.',
    problems: {
      not_a_draft: 'This version has been published already. The list is up to date.',
      not_the_keeper: 'Another organisation publishes for everybody here. Ask there.',
      instruments_missing:
        'This set names questionnaires that are not installed here. Put their files into surveys/instruments and start again.',
    },
  },
} satisfies Words<unknown>
