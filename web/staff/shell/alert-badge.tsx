import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../kit/words.tsx'
import { alertCount } from '../alerts/queries.ts'
import { words } from './words.ts'

/** How many alerts wait for the reader, or for nobody in particular: on every page, whatever mail does. */
export function AlertBadge() {
  const say = useWords(words)
  const { data } = useQuery(alertCount)
  if (!data || data.mine === 0) return null
  return (
    <span className="rail-badge">
      {data.mine}
      <span className="reader-only"> {say.waiting}</span>
    </span>
  )
}
