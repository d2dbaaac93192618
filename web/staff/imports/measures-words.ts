import type { Words } from '../../../core/words.ts'

const rows = (n: string, one: string, many: string) => `${n} ${n === '1' ? one : many}`

export const measureWords = {
  nl: {
    title: 'Metingen en gebeurtenissen invoeren',
    about:
      'Zet een bestand uit een registratie of de administratie hier neer. U ziet eerst wat er per regel zou gebeuren.',
    limits: 'Tot 5 MB. De hele lijst gaat erin, of niets ervan.',
    columns:
      'Kolommen: patiëntnummer, maat, datum, waarde, en zijde waar iemand twee zorgpaden volgt. Als maat mag ook iets staan wat is gebeurd, zoals een operatie, een bevalling of een verlies: de waarde is dan ja, of nee als het niet zo was.',
    summary: (n: string) => `${rows(n, 'regel', 'regels')} gelezen.`,
    wrong: (problems: string, n: string) =>
      `${rows(problems, 'fout', 'fouten')} in ${rows(n, 'regel', 'regels')}. Verbeter het bestand en zet het opnieuw neer.`,
    added: 'nieuw',
    changed: 'gewijzigd',
    unchanged: 'al bekend',
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
    },
  },
  en: {
    title: 'Bring in measures and events',
    about:
      'Put a file from a register or the administration here. You first see what would happen, line by line.',
    limits: 'Up to 5 MB. All of it goes in, or none of it.',
    columns:
      'Columns: patient number, measure, date, value, and side where somebody is on two care paths. A measure may also be something that happened, such as an operation, a birth or a loss: its value is then yes, or no where it was not so.',
    summary: (n: string) => `${rows(n, 'line', 'lines')} read.`,
    wrong: (problems: string, n: string) =>
      `${rows(problems, 'mistake', 'mistakes')} in ${rows(n, 'line', 'lines')}. Correct the file and put it here again.`,
    added: 'new',
    changed: 'changed',
    unchanged: 'known already',
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
    },
  },
} satisfies Words<unknown>
