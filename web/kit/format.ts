import { type Formats, formats } from '../../core/formats.ts'
import { useLanguage } from './words.tsx'
import { useZone } from './zone.tsx'

/** Formats in the reader's language and the organisation's time zone. */
export function useFormats(): Formats {
  return formats(useLanguage().language, useZone(), new Date().toISOString())
}
