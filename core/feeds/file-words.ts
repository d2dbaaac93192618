import type { Language, Words } from '../words.ts'

/** What the program says about a file that as a whole cannot be taken in, on its pages and on the command line. */
export const fileWords = {
  nl: {
    failures: {
      csv_empty: 'Het bestand is leeg. Exporteer het opnieuw.',
      csv_spreadsheet: 'Dit is een Excel-bestand van een oude soort (.xls). Sla het op als .xlsx of als CSV.',
      xlsx_unreadable:
        'Dit Excel-bestand kan niet gelezen worden, of heeft meer dan 20.000 regels. Sla het op als CSV en probeer het opnieuw.',
      csv_not_text: 'Dit is geen tekstbestand. Exporteer het als CSV.',
      csv_no_header: 'De eerste regel noemt geen kolommen. Zet de namen van de kolommen op de eerste regel.',
      csv_header_twice: 'Twee kolommen betekenen hetzelfde. Laat één ervan staan.',
      csv_columns_missing: 'Er ontbreken kolommen. Voeg ze toe en probeer het opnieuw.',
      csv_no_rows: 'Onder de kolomnamen staat niets.',
      csv_too_long: 'Het bestand heeft meer dan 100.000 regels. Knip het in stukken.',
      csv_quote: 'Een aanhalingsteken is niet gesloten of staat midden in een waarde. Verbeter die regel.',
      csv_malformed: 'Dit bestand is geen goede CSV. Exporteer het opnieuw.',
      file_too_large: 'Het bestand is te groot. Knip het in stukken.',
      changed_meanwhile: 'Iemand anders voerde tegelijk hetzelfde in. Probeer het opnieuw.',
      changed_elsewhere: 'Iemand anders voerde tegelijk een van deze regels in. Probeer het opnieuw.',
      not_as_checked:
        'Het bestand of het team is niet meer hetzelfde als bij de controle. Kies het bestand opnieuw en kijk eerst wat er zou gebeuren.',
      interrupted:
        'Het programma is tussendoor gestopt. Probeer hetzelfde bestand opnieuw: wat al binnen is, blijft zoals het is.',
      import_failed:
        'Er ging hier iets mis. Probeer hetzelfde bestand opnieuw: wat al binnen is, blijft zoals het is.',
    } as Record<string, string>,
    nearLine: (line: number) => `Kijk rond regel ${line}.`,
    these: (names: string) => `Het gaat om: ${names}.`,
  },
  en: {
    failures: {
      csv_empty: 'The file is empty. Export it again.',
      csv_spreadsheet: 'This is an Excel file of an old kind (.xls). Save it as .xlsx or as CSV.',
      xlsx_unreadable:
        'This Excel file cannot be read, or has more than 20,000 lines. Save it as CSV and try again.',
      csv_not_text: 'This is not a text file. Export it as CSV.',
      csv_no_header: 'The first line names no columns. Put the names of the columns on the first line.',
      csv_header_twice: 'Two columns mean the same. Keep one of them.',
      csv_columns_missing: 'Some columns are missing. Add them and try again.',
      csv_no_rows: 'There is nothing below the names of the columns.',
      csv_too_long: 'The file has more than 100,000 lines. Cut it into pieces.',
      csv_quote: 'A quotation mark is not closed, or stands inside a value. Correct that line.',
      csv_malformed: 'This file is not proper CSV. Export it again.',
      file_too_large: 'The file is too large. Cut it into pieces.',
      changed_meanwhile: 'Somebody else took in the same at the same time. Try again.',
      changed_elsewhere: 'Somebody else entered one of these lines at the same time. Try again.',
      not_as_checked:
        'The file or the team is no longer the same as when it was checked. Choose the file again and look first at what would happen.',
      interrupted:
        'The program stopped in between. Try the same file again: what is in already stays as it is.',
      import_failed: 'Something went wrong here. Try the same file again: what is in already stays as it is.',
    } as Record<string, string>,
    nearLine: (line: number) => `Look around line ${line}.`,
    these: (names: string) => `These: ${names}.`,
  },
} satisfies Words<unknown>

/** Why a file could not be taken in, in sentences: what to do, which columns it is about, and near which line. */
export function explainFailure(
  { code, detail }: { code: string; detail: Record<string, unknown> },
  language: Language,
): string[] {
  const { failures, nearLine, these } = fileWords[language]
  const columns = Array.isArray(detail.columns) ? detail.columns.map(firstName) : []
  return [
    (Object.hasOwn(failures, code) ? failures[code] : failures.import_failed) ?? code,
    ...(columns.length > 0 ? [these(columns.join(', '))] : []),
    ...(typeof detail.line === 'number' ? [nearLine(detail.line)] : []),
  ]
}

/** A column by its first name: some come with all the names that would do. */
function firstName(column: unknown): string {
  const name: unknown = Array.isArray(column) ? column[0] : column
  return typeof name === 'string' ? name : ''
}
