import './launched.css'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api } from '../../kit/api.ts'
import { Button } from '../../kit/button.tsx'
import { launchOfTab } from '../../kit/launch.ts'
import { Sign } from '../../kit/symbols.tsx'
import { useLanguage, useWords } from '../../kit/words.tsx'
import { type Me, queryClient } from '../queries.ts'
import { words } from './words.ts'

/** What stands round the one patient whom a record system opened: where this came from, and the way out. */
export function LaunchedFrame({ me, source, children }: { me: Me; source: string; children: ReactNode }) {
  const say = useWords(words)
  const { language, choose } = useLanguage()
  const other = language === 'nl' ? 'en' : 'nl'
  const close = useClose()
  return (
    <div className="launched">
      <a className="skip" href="#content">
        {say.skip}
      </a>
      <header className="launched-band">
        <p>
          <Sign name="person" /> <b>{say.from(source)}</b> <span>{say.only}</span>
        </p>
        {me.demo ? <p className="launched-demo">{say.demo}</p> : null}
        <span className="launched-who">{me.staff.name}</span>
        <Button look="text" lang={other} onClick={() => choose(other)}>
          {say.otherLanguage}
        </Button>
        <Button look="soft" onClick={() => void close()}>
          {say.close}
        </Button>
      </header>
      <main className="content" id="content">
        {children}
      </main>
    </div>
  )
}

/** Ends it here and on the server; nothing that was read stays in memory. */
function useClose() {
  const navigate = useNavigate()
  return async () => {
    const launchId = launchOfTab() ?? ''
    await api.launched.$delete().catch(() => null)
    queryClient.clear()
    await navigate({ to: '/staff/launched/$launchId', params: { launchId }, replace: true })
  }
}
