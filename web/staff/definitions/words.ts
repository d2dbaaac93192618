import type { Words } from '../../../core/words.ts'

export const words = {
  nl: {
    title: 'Uitkomstensets en vragenlijsten',
    about:
      'Waarmee hier wordt gemeten. Open een regel om te zien wat erin staat. Een gepubliceerde versie verandert nooit.',
    keptBy: (organisation: string) =>
      `${organisation} publiceert nieuwe versies, voor alle organisaties hier.`,
    sets: 'Uitkomstensets',
    sendable: 'Vragenlijsten die verstuurd kunnen worden',
    wordless: 'Vragenlijsten zonder tekst',
    wordlessAbout:
      'De vragen zijn van een ander. Ze kunnen hier scores bewaren, en worden pas verstuurd als u de tekst zelf plaatst, met uw eigen licentie.',
    instruments: 'Vragenlijsten',
    moments: 'Meetmomenten',
    asks: 'Omvang',
    questions: (count: number, minutes: number) =>
      `${count === 1 ? '1 vraag' : `${count} vragen`}, ${minutes < 1 ? 'nog geen minuut' : minutes === 1 ? 'ongeveer 1 minuut' : `ongeveer ${minutes} minuten`}`,
    period: 'Gaat over',
    scales: 'Schalen',
    noScales: 'geen; de antwoorden zelf tellen',
    owner: 'Eigenaar',
    conditions: 'Voorwaarden, in het Engels',
    readMore: 'Meer lezen',
    name: 'Naam',
    version: 'Versie',
    versionOf: (version: number) => `versie ${version}`,
    state: 'Stand',
    licence: 'Licentie',
    licences: {
      own: 'Eigen vragen',
      A: 'Vrij te gebruiken',
      B: 'Vrij, onder voorwaarden',
      C: 'Toestemming vragen',
      D: 'Toestemming en betaling',
      X: 'Eigenaar weigert',
    } as Record<string, string>,
    states: { draft: 'Concept', published: 'Gepubliceerd', retired: 'Oude versie' } as Record<string, string>,
    since: (date: string) => `sinds ${date}`,
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
    about: 'What is measured with here. Open a line to see what is in it. A published version never changes.',
    keptBy: (organisation: string) => `${organisation} publishes new versions, for all organisations here.`,
    sets: 'Outcome sets',
    sendable: 'Questionnaires that can be sent',
    wordless: 'Questionnaires without their wording',
    wordlessAbout:
      'The questions belong to somebody else. They can hold scores here, and are sent only once you install the wording, under your own licence.',
    instruments: 'Questionnaires',
    moments: 'Moments',
    asks: 'Length',
    questions: (count: number, minutes: number) =>
      `${count === 1 ? '1 question' : `${count} questions`}, ${minutes < 1 ? 'less than a minute' : minutes === 1 ? 'about 1 minute' : `about ${minutes} minutes`}`,
    period: 'Is about',
    scales: 'Scales',
    noScales: 'none; the answers themselves count',
    owner: 'Owner',
    conditions: 'Conditions',
    readMore: 'Read more',
    name: 'Name',
    version: 'Version',
    versionOf: (version: number) => `version ${version}`,
    state: 'State',
    licence: 'Licence',
    licences: {
      own: 'Own questions',
      A: 'Free to use',
      B: 'Free, on conditions',
      C: 'Ask for permission',
      D: 'Permission and a fee',
      X: 'The owner refuses',
    } as Record<string, string>,
    states: { draft: 'Draft', published: 'Published', retired: 'Earlier version' } as Record<string, string>,
    since: (date: string) => `since ${date}`,
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
