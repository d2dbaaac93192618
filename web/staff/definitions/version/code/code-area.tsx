import { lazy, Suspense } from 'react'
import { useWords } from '../../../../kit/words.tsx'
import { words } from '../words.ts'
import type { CodeProps } from './code-editor.tsx'

/** The editor is fetched by whoever opens a definition as text. */
const CodeEditor = lazy(async () => ({ default: (await import('./code-editor.tsx')).CodeEditor }))

export function CodeArea(props: CodeProps) {
  const say = useWords(words)
  return (
    <Suspense fallback={<p className="quiet">{say.opening}</p>}>
      <CodeEditor {...props} />
    </Suspense>
  )
}
