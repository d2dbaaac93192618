import { indicatorFormat } from '../../../core/figures/indicator-format.ts'
import { useFormats } from '../../kit/format.ts'
import { useLanguage } from '../../kit/words.tsx'

/** How an indicator's values are written, for this reader. */
export const useIndicatorFormat = () => indicatorFormat(useLanguage().language, useFormats())
