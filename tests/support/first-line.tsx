import { renderToStaticMarkup } from 'react-dom/server'
import type { OnePager } from '../../core/consult/one-pager.ts'
import type { Language } from '../../core/words.ts'
import { LanguageProvider } from '../../web/kit/words.tsx'
import { Lead } from '../../web/staff/patient/lead.tsx'

/** What stands above everything else on the page of a patient. */
export function firstLineOf(page: OnePager, language: Language): string {
  const shown = renderToStaticMarkup(
    <LanguageProvider first={language}>
      <Lead page={page} />
    </LanguageProvider>,
  )
  const heading = /<h2[^>]*>(.*?)<\/h2>/s.exec(shown)?.[1] ?? ''
  return heading.replaceAll(/<[^>]*>/g, '').trim()
}
