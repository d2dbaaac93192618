import { type MetBy, metByLine } from '../../../core/alerts/met-by.ts'
import { useFormats } from '../../kit/format.ts'
import { useLanguage } from '../../kit/words.tsx'

/** What was answered that raised the alert: with it one knows whether to call. */
export function MetByLine({ met }: { met: MetBy }) {
  const { language } = useLanguage()
  return <span className="line">{metByLine(met, language, useFormats())}</span>
}
