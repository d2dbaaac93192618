import { TextField } from '../../kit/field.tsx'
import { useWords } from '../../kit/words.tsx'
import type { Heading } from './find.ts'
import { words } from './words.ts'

type FinderProps = {
  text: string
  setText: (text: string) => void
  heading: Heading
  choose: (heading: Heading) => void
  counts: Record<Heading, number>
  found: number
}

const HEADINGS: Heading[] = ['sets', 'sendable', 'wordless', 'forStaff', 'waiting', 'earlier']

/** Words to look for in everything, or one kind of it; how much of each there is. */
export function Finder({ text, setText, heading, choose, counts, found }: FinderProps) {
  const say = useWords(words)
  const isSearching = text.trim() !== ''
  return (
    <search>
      <div className="definition-finder">
        <TextField
          label={say.find}
          type="search"
          value={text}
          onChange={({ target }) => setText(target.value)}
          autoComplete="off"
        />
        <p className="quiet" role="status">
          {isSearching ? say.found(found) : ''}
        </p>
      </div>
      <fieldset className="definition-kinds" aria-label={say.show}>
        {HEADINGS.filter((one) => counts[one] > 0).map((one) => (
          <button
            type="button"
            key={one}
            aria-pressed={!isSearching && one === heading}
            onClick={() => {
              setText('')
              choose(one)
            }}
          >
            {say.kinds[one]} <span>{counts[one]}</span>
          </button>
        ))}
      </fieldset>
    </search>
  )
}
