import { TextField } from '../../kit/field.tsx'
import { Filter } from '../../kit/filter.tsx'
import { useWords } from '../../kit/words.tsx'
import type { Kind } from './find.ts'
import { words } from './words.ts'

type FinderProps = {
  text: string
  setText: (text: string) => void
  kind: Kind
  setKind: (kind: Kind) => void
  count: number
}

const KINDS: Kind[] = ['all', 'waiting', 'sets', 'sendable', 'forStaff', 'wordless', 'earlier']

/** Words to look for, and which kind; how much of it there is. */
export function Finder({ text, setText, kind, setKind, count }: FinderProps) {
  const say = useWords(words)
  return (
    <search className="definition-finder">
      <TextField
        label={say.find}
        type="search"
        value={text}
        onChange={({ target }) => setText(target.value)}
        autoComplete="off"
      />
      <Filter
        label={say.show}
        value={kind}
        choose={(value) => setKind(KINDS.find((one) => one === value) ?? 'all')}
      >
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {say.kinds[one]}
          </option>
        ))}
      </Filter>
      <p className="quiet" role="status">
        {say.found(count)}
      </p>
    </search>
  )
}
