import { Link, useLocation } from '@tanstack/react-router'
import type { Permission } from '../../../core/access/access.ts'
import { Mark, Sign, type SymbolName } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { AlertBadge } from './alert-badge.tsx'
import { words } from './words.ts'

export type RailName = keyof (typeof words)['nl']['rail']

/** A page in the rail, for whoever holds one of its permissions; the order is the order on screen. */
export const railPages = [
  { name: 'clinic', to: '/staff/clinic', sign: 'calendar', needs: ['clinic:read'] },
  { name: 'alerts', to: '/staff/alerts', sign: 'alert', needs: ['alerts:write'] },
  { name: 'board', to: '/staff/board', sign: 'columns', needs: ['clinic:read'] },
  { name: 'publish', to: '/staff/publications', sign: 'eye', needs: ['publications:approve'] },
  { name: 'programme', to: '/staff/programme', sign: 'list', needs: ['programme:read'] },
  { name: 'meetings', to: '/staff/meetings', sign: 'talk', needs: ['meetings:attend'] },
  { name: 'imports', to: '/staff/imports', sign: 'tray', needs: ['imports:write'] },
  { name: 'visits', to: '/staff/visits', sign: 'calendar', needs: ['imports:write'] },
  { name: 'calls', to: '/staff/calls', sign: 'phone', needs: ['calls:write'] },
  { name: 'team', to: '/staff/team', sign: 'chart', needs: ['cohort:read'] },
  { name: 'enrol', to: '/staff/enrol', sign: 'person', needs: ['enrolments:write'] },
  { name: 'start', to: '/staff/start', sign: 'flag', needs: ['organisation:write'] },
  { name: 'people', to: '/staff/people', sign: 'people', needs: ['staff:write'] },
  { name: 'mail', to: '/staff/mail', sign: 'mail', needs: ['messages:oversee'] },
  { name: 'requests', to: '/staff/requests', sign: 'talk', needs: ['patients:identify'] },
  { name: 'settings', to: '/staff/settings', sign: 'gear', needs: ['organisation:write'] },
  { name: 'definitions', to: '/staff/definitions', sign: 'list', needs: ['definitions:read'] },
  { name: 'audit', to: '/staff/audit', sign: 'eye', needs: ['audit:read'] },
] as const satisfies readonly {
  name: RailName
  to: string
  sign: SymbolName
  needs: readonly Permission[]
}[]

/** Pages that are reached from one in the rail, and belong to it. */
const WITHIN: Partial<Record<RailName, readonly string[]>> = {
  clinic: ['/staff/patients/', '/staff/care-paths/', '/staff/emergency', '/staff/visits'],
  imports: ['/staff/quarantine'],
  mail: ['/staff/letters'],
}

/** The pages that somebody with these permissions may see. */
export const pagesFor = (permissions: readonly string[]) =>
  railPages.filter(({ needs }) => needs.some((permission) => permissions.includes(permission)))

/** Where somebody with these permissions begins: at work of their own; at meetings only who does nothing but attend them. */
export function homeOf(permissions: readonly string[]): (typeof railPages)[number]['to'] | '/staff/account' {
  const pages = pagesFor(permissions)
  return (pages.find(({ name }) => name !== 'meetings') ?? pages[0])?.to ?? '/staff/account'
}

export function Rail({ permissions, showKeys }: { permissions: readonly string[]; showKeys: () => void }) {
  const say = useWords(words)
  const pages = pagesFor(permissions)
  const { pathname } = useLocation()
  const isWithin = (name: RailName) => WITHIN[name]?.some((path) => pathname.startsWith(path)) ?? false
  return (
    <nav className="rail" aria-label={say.menu}>
      <Link className="rail-mark" to={homeOf(permissions)} aria-label={say.home}>
        <Mark />
      </Link>
      {pages.map(({ name, to, sign }) => (
        <Link
          key={name}
          className="rail-page"
          to={to}
          activeOptions={{ includeSearch: false }}
          aria-current={isWithin(name) ? 'true' : undefined}
        >
          <Sign name={sign} size={20} />
          {say.rail[name]}
          {name === 'alerts' ? <AlertBadge /> : null}
        </Link>
      ))}
      <button type="button" className="rail-page rail-end" onClick={showKeys} aria-keyshortcuts="?">
        <Sign name="help" size={20} />
        {say.keys} ?
      </button>
    </nav>
  )
}
