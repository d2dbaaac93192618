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
    forStaff: 'Vragenlijsten voor het team',
    forStaffAbout:
      'Voor medewerkers en partners. Ze gaan nooit naar patiënten, en kunnen hier nog niet verstuurd worden.',
    wordless: 'Vragenlijsten zonder tekst',
    wordlessAbout:
      'De tekst van deze vragenlijsten is van een ander en staat hier niet in. Scores kunt u er wel mee bewaren. Versturen kan pas als u de tekst zelf plaatst, met uw eigen licentie.',
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
    states: {
      draft: 'Concept',
      review: 'Wacht op een tweede persoon',
      published: 'Gepubliceerd',
      retired: 'Oude versie',
    } as Record<string, string>,
    since: (date: string) => `sinds ${date}`,
    look: (name: string, version: number) => `${name} versie ${version} bekijken`,
    waiting: 'Nog niet gepubliceerd',
    waitingAbout: 'Een concept wordt aangeboden door wie het schreef, en gepubliceerd door een ander.',
    upload: 'Een bestand opnemen',
    uploadAbout:
      'Een uitkomstenset, een vragenlijst, of een set met zijn vragenlijsten in één JSON-bestand. Het wordt nagekeken, en wordt een concept.',
    drop: 'Sleep een JSON-bestand hierheen',
    choose: 'of kies een bestand',
    sending: 'Wordt nagekeken …',
    takenIn: (count: number) =>
      count === 0
        ? 'Dit staat hier al, in dezelfde woorden. Er is niets opgenomen.'
        : `${count === 1 ? '1 concept' : `${count} concepten`} opgenomen.`,
    losses: 'Waar deze set mensen verliest',
    lossesAbout:
      'Geteld zonder namen, per week, alleen van wie op een scherm met script antwoordt. Groepen onder de 10 staan er niet bij.',
    showLosses: 'Tellingen tonen',
    noLosses: 'Nog geen vraag waar tien mensen aan toe kwamen.',
    pace: (finished: number, whole: string) =>
      `${finished} mensen deden alles achter elkaar, de middelste in ${whole}.`,
    first: (time: string) => `Van openen tot het eerste antwoord: ${time} (mediaan).`,
    worst: (question: string, share: string) => `De meesten stoppen bij “${question}”: ${share} %.`,
    question: 'Vraag',
    reached: 'Kwamen eraan toe',
    stopped: 'Stopten daar',
    median: 'Mediaan',
    seconds: (count: string) => `${count} s`,
  },
  en: {
    title: 'Outcome sets and questionnaires',
    about: 'What is measured with here. Open a line to see what is in it. A published version never changes.',
    keptBy: (organisation: string) => `${organisation} publishes new versions, for all organisations here.`,
    sets: 'Outcome sets',
    sendable: 'Questionnaires that can be sent',
    forStaff: 'Questionnaires for the team',
    forStaffAbout: 'For staff and partners. They never go to patients, and cannot be sent from here yet.',
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
    states: {
      draft: 'Draft',
      review: 'Waits for a second person',
      published: 'Published',
      retired: 'Earlier version',
    } as Record<string, string>,
    since: (date: string) => `since ${date}`,
    look: (name: string, version: number) => `Look at ${name} version ${version}`,
    waiting: 'Not published yet',
    waitingAbout: 'A draft is handed in by who wrote it, and published by somebody else.',
    upload: 'Bring in a file',
    uploadAbout:
      'An outcome set, a questionnaire, or a set with its questionnaires in one JSON file. It is checked, and becomes a draft.',
    drop: 'Drop a JSON file here',
    choose: 'or choose a file',
    sending: 'Being checked …',
    takenIn: (count: number) =>
      count === 0
        ? 'This is here already, in the same words. Nothing was taken in.'
        : `${count === 1 ? '1 draft' : `${count} drafts`} taken in.`,
    losses: 'Where this set loses people',
    lossesAbout:
      'Counted without names, per week, only of those who answer on a screen with a script. Groups below 10 are left out.',
    showLosses: 'Show the counts',
    noLosses: 'No question yet that ten people came to.',
    pace: (finished: number, whole: string) =>
      `${finished} people did everything in one go, the middle one in ${whole}.`,
    first: (time: string) => `From opening to the first answer: ${time} (median).`,
    worst: (question: string, share: string) => `Most people stop at “${question}”: ${share} %.`,
    question: 'Question',
    reached: 'Came to it',
    stopped: 'Stopped there',
    median: 'Median',
    seconds: (count: string) => `${count} s`,
  },
} satisfies Words<unknown>
