import type { Language } from '../words.ts'
import type { Column } from './columns.ts'

/** What each column means, line by line: one for the column, then one for each of its values. */
export function codebookOf(columns: readonly Column[], language: Language): string[][] {
  return [
    ['column', 'value', 'label', 'kind', 'decimals', 'about'],
    ...columns.flatMap(({ name, label, kind, decimals, values, about }) => [
      [name, '', label[language], kind, kind === 'number' ? String(decimals) : '', about[language]],
      ...values.map((one) => [name, String(one.value), one.label[language], '', '', '']),
    ]),
  ]
}
