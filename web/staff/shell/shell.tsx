import './shell.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { useShortcuts } from '../../kit/shortcuts.ts'
import { useWords } from '../../kit/words.tsx'
import { ZoneProvider } from '../../kit/zone.tsx'
import { LaunchedFrame } from '../launched/frame.tsx'
import { type Me, me as meQuery } from '../queries.ts'
import { Keys } from './keys.tsx'
import { Palette } from './palette.tsx'
import { TopSpot } from './place.tsx'
import { Rail } from './rail.tsx'
import { Top } from './top.tsx'
import { words } from './words.ts'

/** The frame round every page behind sign-in; round the one patient of a record system, a slim one. */
export function Shell() {
  const { data: me } = useSuspenseQuery(meQuery)
  return (
    <ZoneProvider zone={me.organisation.timeZone}>
      {me.boundTo ? (
        <LaunchedFrame me={me} source={me.boundTo.source}>
          <Outlet />
        </LaunchedFrame>
      ) : (
        <House me={me} />
      )}
    </ZoneProvider>
  )
}

/** Rail, top bar, palette, keys. */
function House({ me }: { me: Me }) {
  const say = useWords(words)
  const [spot, setSpot] = useState<HTMLElement | null>(null)
  const [keysShown, showKeys] = useState(false)
  useShortcuts({ '?': () => showKeys(true) })
  return (
    <>
      <div className="shell">
        <a className="skip" href="#content">
          {say.skip}
        </a>
        <Rail permissions={me.permissions} showKeys={() => showKeys(true)} />
        <Top me={me} spot={setSpot} />
        <main className="content" id="content">
          <TopSpot value={spot}>
            <Outlet />
          </TopSpot>
        </main>
      </div>
      <Palette permissions={me.permissions} />
      <Keys opened={keysShown} close={() => showKeys(false)} />
    </>
  )
}
