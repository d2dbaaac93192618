import './kinds.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../kit/words.tsx'
import { me } from '../queries.ts'
import { words } from './words.ts'

const kinds = [
  { name: 'appointments', to: '/staff/imports', needs: 'imports:write' },
  { name: 'patients', to: '/staff/imports/patients', needs: 'imports:write' },
  { name: 'measures', to: '/staff/imports/measures', needs: 'measures:import' },
  { name: 'feeds', to: '/staff/imports/feeds', needs: 'imports:write' },
] as const

/** What may be brought in, and by what, for whoever may bring in more than one kind. */
export function ImportKinds() {
  const say = useWords(words)
  const { data } = useQuery(me)
  const permissions: readonly string[] = data?.permissions ?? []
  const mine = kinds.filter(({ needs }) => permissions.includes(needs))
  if (mine.length < 2) return null
  return (
    <nav className="tabs imports-kinds" aria-label={say.kindsLabel}>
      {mine.map(({ name, to }) => (
        <Link key={name} to={to} className="tab" activeOptions={{ exact: true, includeSearch: false }}>
          {say.kinds[name]}
        </Link>
      ))}
    </nav>
  )
}
