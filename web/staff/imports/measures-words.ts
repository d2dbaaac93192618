import type { Words } from '../../../core/words.ts'

const rows = (n: string, one: string, many: string) => `${n} ${n === '1' ? one : many}`

export const measureWords = {
  nl: {
    title: 'Metingen en gebeurtenissen invoeren',
    about:
      'Zet een bestand uit een registratie of de administratie hier neer. U ziet eerst wat er per regel zou gebeuren.',
    limits: 'Tot 5 MB. De hele lijst gaat erin, of niets ervan.',
    columns:
      'Kolommen: patiëntnummer, maat, datum, waarde, en zijde waar iemand aan twee kanten een zorgpad volgt.',
    happenedTitle: 'Wat er is gebeurd, in hetzelfde bestand',
    happened: [
      'Als maat mag ook iets staan wat is gebeurd, zoals een operatie, een bevalling of een verlies. De waarde is dan ja, of nee als het niet zo was.',
      'Een code van uw ziekenhuis mag ook, als er onder Koppelingen een regel voor is.',
      'Is hetzelfde meer dan eens gebeurd? Geef elk dan een eigen nummer in de kolom gebeurtenisnummer.',
    ],
    summary: (n: string) => `${rows(n, 'regel', 'regels')} gelezen.`,
    wrong: (problems: string, n: string) =>
      `${rows(problems, 'fout', 'fouten')} in ${rows(n, 'regel', 'regels')}. Verbeter het bestand en zet het opnieuw neer.`,
    added: 'nieuw',
    changed: 'gewijzigd',
    unchanged: 'al bekend',
    withoutEffect: (n: string) =>
      `${rows(n, 'regel gaat', 'regels gaan')} over iets na het einde van het zorgpad. Dat wordt bewaard, maar er verandert niets door.`,
    afterEnd: 'na het einde van het zorgpad, verandert niets',
    measure: 'Maat',
    date: 'Datum',
    value: 'Waarde',
    before: (value: string) => `was ${value}`,
    yes: 'ja',
    no: 'nee',
    listedFirst: (n: number) => `De eerste ${n} regels die iets toevoegen of wijzigen.`,
    nothingNew: 'Alles in dit bestand was al bekend.',
    columnNames: {
      patientNumber: 'patiëntnummer',
      measure: 'maat',
      date: 'datum',
      value: 'waarde',
      side: 'zijde',
      number: 'gebeurtenisnummer',
    },
  },
  en: {
    title: 'Bring in measures and events',
    about:
      'Put a file from a register or the administration here. You first see what would happen, line by line.',
    limits: 'Up to 5 MB. All of it goes in, or none of it.',
    columns:
      'Columns: patient number, measure, date, value, and side where somebody is on a care path on two sides.',
    happenedTitle: 'What happened, in the same file',
    happened: [
      'A measure may also be something that happened, such as an operation, a birth or a loss. Its value is then yes, or no where it was not so.',
      'A code of your hospital will do too, where a rule under Feeds says what it means.',
      'Did the same happen more than once? Then give each its own number in the column event number.',
    ],
    summary: (n: string) => `${rows(n, 'line', 'lines')} read.`,
    wrong: (problems: string, n: string) =>
      `${rows(problems, 'mistake', 'mistakes')} in ${rows(n, 'line', 'lines')}. Correct the file and put it here again.`,
    added: 'new',
    changed: 'changed',
    unchanged: 'known already',
    withoutEffect: (n: string) =>
      `${rows(n, 'line is', 'lines are')} about something after the end of the care path. It is kept, but changes nothing.`,
    afterEnd: 'after the end of the care path, changes nothing',
    measure: 'Measure',
    date: 'Date',
    value: 'Value',
    before: (value: string) => `was ${value}`,
    yes: 'yes',
    no: 'no',
    listedFirst: (n: number) => `The first ${n} lines that add or change something.`,
    nothingNew: 'Everything in this file was known already.',
    columnNames: {
      patientNumber: 'patient number',
      measure: 'measure',
      date: 'date',
      value: 'value',
      side: 'side',
      number: 'event number',
    },
  },
} satisfies Words<unknown>
