import './door.css'
import type { ReactNode } from 'react'
import { useTitle } from '../../kit/frame.tsx'
import { Mark, Sign } from '../../kit/symbols.tsx'
import { useLanguage, useWords } from '../../kit/words.tsx'
import { words } from './words.ts'

/** A page outside of the shell: one thing to do, and the other language. */
export function Door({
  title,
  wide = false,
  children,
}: {
  title: string
  wide?: boolean
  children: ReactNode
}) {
  const say = useWords(words)
  const { language, choose } = useLanguage()
  const other = language === 'nl' ? 'en' : 'nl'
  useTitle(title)
  return (
    <main className={wide ? 'door door-wide' : 'door'}>
      <div className="door-top">
        <span className="door-mark">
          <Mark /> Uitkomst
        </span>
        <button type="button" className="button button-text" lang={other} onClick={() => choose(other)}>
          {say.otherLanguage}
        </button>
      </div>
      <h1>{title}</h1>
      {children}
    </main>
  )
}

/** What went wrong with a form, said at once. */
export function FormProblem({ children }: { children: string | null }) {
  return (
    <div role="alert">
      {children ? (
        <p className="status worse">
          <Sign name="alert" /> {children}
        </p>
      ) : null}
    </div>
  )
}
