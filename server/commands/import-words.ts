import type { Words } from '../../core/words.ts'

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

export const importWords = {
  en: {
    nameOrganisation: (names: string) => `Name the organisation with --organisation: ${names}`,
    noOrganisation: (name: string, names: string) =>
      `There is no organisation ${name} here. There is: ${names}`,
    noTeam: (organisation: string, team: string, names: string) =>
      `${organisation} has no team ${team}. Its teams: ${names}`,
    noneYet: 'none yet',
    unreadable: {
      ENOENT: (file: string) => `There is no file ${file}.`,
      EACCES: (file: string) => `The file ${file} may not be read by you.`,
      EISDIR: (file: string) => `${file} is a folder. Name a CSV or Excel file.`,
      other: (file: string) => `The file ${file} cannot be read.`,
    },
    nothing: 'Nothing was imported.',
    stopped: 'The import has stopped.',
    wrong: (problems: number, wrongRows: number, rows: number) =>
      `Nothing was imported: ${counted(problems, 'mistake', 'mistakes')} in ${wrongRows} of ${counted(rows, 'line', 'lines')}.`,
    place: (line: number, column: string | null) => `line ${line}, ${column ?? 'whole line'}`,
    first: (n: number) => `  These are the first ${n}.`,
    would: (rows: number) => `${counted(rows, 'line', 'lines')} would be imported`,
    imported: (rows: number) => `${counted(rows, 'line', 'lines')} imported`,
    made: (people: number, paths: number) =>
      `${counted(people, 'new patient', 'new patients')}, ${counted(paths, 'new care path', 'new care paths')}.`,
    registered: (people: number) => `${counted(people, 'new patient', 'new patients')}.`,
    line: (n: number) => `line ${n}`,
  },
  nl: {
    nameOrganisation: (names: string) => `Noem de organisatie met --organisation: ${names}`,
    noOrganisation: (name: string, names: string) => `Er is hier geen organisatie ${name}. Wel: ${names}`,
    noTeam: (organisation: string, team: string, names: string) =>
      `${organisation} heeft geen team ${team}. De teams zijn: ${names}`,
    noneYet: 'nog geen',
    unreadable: {
      ENOENT: (file: string) => `Er is geen bestand ${file}.`,
      EACCES: (file: string) => `U mag het bestand ${file} niet lezen.`,
      EISDIR: (file: string) => `${file} is een map. Noem een CSV- of Excel-bestand.`,
      other: (file: string) => `Het bestand ${file} kan niet gelezen worden.`,
    },
    nothing: 'Er is niets ingevoerd.',
    stopped: 'Het invoeren is gestopt.',
    wrong: (problems: number, wrongRows: number, rows: number) =>
      `Er is niets ingevoerd: ${counted(problems, 'fout', 'fouten')} in ${wrongRows} van ${counted(rows, 'regel', 'regels')}.`,
    place: (line: number, column: string | null) => `regel ${line}, ${column ?? 'hele regel'}`,
    first: (n: number) => `  Dit zijn de eerste ${n}.`,
    would: (rows: number) => `${counted(rows, 'regel zou', 'regels zouden')} worden ingevoerd`,
    imported: (rows: number) => `${counted(rows, 'regel', 'regels')} ingevoerd`,
    made: (people: number, paths: number) =>
      `${counted(people, 'nieuwe patiënt', 'nieuwe patiënten')}, ${counted(paths, 'nieuw zorgpad', 'nieuwe zorgpaden')}.`,
    registered: (people: number) => `${counted(people, 'nieuwe patiënt', 'nieuwe patiënten')}.`,
    line: (n: number) => `regel ${n}`,
  },
} satisfies Words<unknown>
