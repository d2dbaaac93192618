import { type Formats, formats } from '../../core/words/formats.ts'
import { useLanguage } from './words.tsx'
import { useZone } from './zone.tsx'

/** When the page was opened: near enough to know which year it is. */
const openedAt = new Date().toISOString()

/** Formats in the reader's language and the organisation's time zone. */
export function useFormats(): Formats {
  return formats(useLanguage().language, useZone(), openedAt)
}
