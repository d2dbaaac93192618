// No imports at run time: the page and the server read a form alike.
import type { CheckedItem } from './item-check.ts'

/** Digits as Arabic keyboards write them, as those that every computer counts with. */
export const latinDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16)).replace('٫', '.')

const wholeNumber = /^-?\d{1,9}$/
const decimalNumber = /^-?\d{1,12}([.,]\d{1,12})?$/

/**
 * What the fields of a form say about one item, as `checkFor` takes it: null when nothing was filled in. What is no
 * number stays a text, and is refused there by name.
 */
export function typedAnswer(item: CheckedItem, fields: readonly string[]): unknown {
  if (item.kind === 'multiple') return fields.length === 0 ? null : fields.map(asWhole)
  const [typed = ''] = fields
  if (item.kind === 'text') return typed
  const text = latinDigits(typed.trim())
  if (text === '') return null
  if (item.kind === 'date') return text
  return item.kind === 'number' ? asDecimal(text) : asWhole(text)
}

const asWhole = (text: string) => (wholeNumber.test(text) ? Number(text) : text)

/** Dutch writes 1,5 and English 1.5: a thousands separator is not read, since nobody can tell which of both it is. */
const asDecimal = (text: string) => (decimalNumber.test(text) ? Number(text.replace(',', '.')) : text)
