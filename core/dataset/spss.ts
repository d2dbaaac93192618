import type { Language } from '../words.ts'
import type { Column } from './columns.ts'

const TEXT_WIDTH = 64

const quoted = (text: string) => `'${text.replaceAll("'", "''").replaceAll(/\s+/g, ' ')}'`
const code = (value: string | number) => (typeof value === 'number' ? String(value) : quoted(value))

const format = ({ kind, decimals }: Column) => {
  if (kind === 'date') return 'SDATE10'
  return kind === 'text' ? `A${TEXT_WIDTH}` : `F${8 + decimals}.${decimals}`
}

/** Syntax that reads the CSV with its types, and gives each column its label and values (IBM SPSS Statistics, GET DATA). */
export function spssSyntax(columns: readonly Column[], file: string, language: Language): string {
  const valued = columns.filter(({ values }) => values.length > 0)
  return [
    'SET DECIMAL=DOT.',
    'GET DATA',
    `  /TYPE=TXT /FILE=${quoted(file)} /ENCODING='UTF8'`,
    `  /ARRANGEMENT=DELIMITED /DELIMITERS=';' /QUALIFIER='"' /FIRSTCASE=2`,
    '  /VARIABLES=',
    ...columns.map((column) => `    ${column.name} ${format(column)}`),
    '  .',
    'VARIABLE LABELS',
    ...columns.map(({ name, label }) => `  ${name} ${quoted(label[language])}`),
    '  .',
    ...valued.flatMap(({ name, values }) => [
      `VALUE LABELS ${name}`,
      ...values.map(({ value, label }) => `  ${code(value)} ${quoted(label[language])}`),
      '  .',
    ]),
    'EXECUTE.',
    '',
  ].join('\r\n')
}
