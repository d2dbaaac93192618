import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../kit/words.tsx'
import { words } from './columns-words.ts'
import { type ImportKind, importColumns } from './queries.ts'

/** For whoever makes the file: each column, whether it is needed, and what may stand in it. Asked for when unfolded. */
export function Columns({ kind }: { kind: ImportKind }) {
  const say = useWords(words)
  const [isOpen, setIsOpen] = useState(false)
  const { data } = useQuery({ ...importColumns(kind), enabled: isOpen })
  return (
    <details className="import-columns" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{say.title}</summary>
      <p className="quiet small">{say.about}</p>
      {data ? (
        <dl>
          {data.columns.map(({ id, name, required, options }) => (
            <div key={id}>
              <dt>
                {name}
                {required ? <span className="import-needed"> {say.required}</span> : null}
              </dt>
              <dd>
                {say.columns[id]} {options.length > 0 ? say.oneOf(options.join(', ')) : null}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </details>
  )
}
