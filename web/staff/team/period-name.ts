import { periodName, spanName } from '../../../core/time/period-name.ts'
import { useFormats } from '../../kit/format.ts'
import { useLanguage } from '../../kit/words.tsx'

/** Several periods by the first and the last of them, with the year, for this reader. */
export const useSpanName = () => spanName(useLanguage().language, useFormats())

/** What a period is called, for this reader. */
export const usePeriodName = () => periodName(useLanguage().language, useFormats())
