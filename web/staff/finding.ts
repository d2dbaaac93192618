import type { Finding } from '../../core/change/finding.ts'
import { findingSentence, missingSentence, severeSentence } from '../../core/change/finding-words.ts'
import { useFormats } from '../kit/format.ts'
import { useLanguage } from '../kit/words.tsx'

/** What stands out, in one sentence. */
export function useFindingSentence(): (finding: Finding) => string {
  const { language } = useLanguage()
  const format = useFormats()
  return (finding) => findingSentence(finding, language, format)
}

/** What is of high concern whatever changed, in one sentence; '' where nothing is. */
export function useSevereSentence(): (finding: Finding) => string {
  const { language } = useLanguage()
  const format = useFormats()
  return (finding) => severeSentence(finding, language, format)
}

/** Which scales have no score though they were answered, and why; '' where none. */
export function useMissingSentence(): (finding: Finding) => string {
  const { language } = useLanguage()
  return (finding) => missingSentence(finding, language)
}
