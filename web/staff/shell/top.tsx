import { Menu } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { Link } from '@tanstack/react-router'
import { Key } from '../../kit/key.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useLanguage, useWords } from '../../kit/words.tsx'
import type { Me } from '../queries.ts'
import { searchesFor } from './palette.tsx'
import { signOut } from './sign-out.ts'
import { words } from './words.ts'

export function Top({ me, spot }: { me: Me; spot: (element: HTMLElement | null) => void }) {
  const say = useWords(words)
  const { language, choose } = useLanguage()
  const other = language === 'nl' ? 'en' : 'nl'
  return (
    <header className="top">
      <button type="button" className="top-search" onClick={spotlight.open} aria-keyshortcuts="Control+K">
        <Sign name="find" />
        <span>{say.search[searchesFor(me.permissions)]}</span>
        <Key>Ctrl K</Key>
      </button>
      <div className="top-place" ref={spot} />
      {me.demo ? (
        <p className="top-demo">
          <b>{say.demo}</b>
          <span>{say.demoAbout}</span>
        </p>
      ) : null}
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <button type="button" className="top-who">
            <span className="reader-only">{say.account}</span>
            <span className="top-teams">
              {me.teams.map(({ name }) => name).join(', ') || me.organisation.name}
            </span>
            <b>{me.staff.name}</b>
            <Sign name="chevron" size={12} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{me.organisation.name}</Menu.Label>
          <Menu.Item component={Link} to="/staff/account">
            {say.account}
          </Menu.Item>
          <Menu.Item lang={other} onClick={() => choose(other)}>
            {say.otherLanguage}
          </Menu.Item>
          <Menu.Item onClick={() => void signOut()}>{say.signOut}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </header>
  )
}
