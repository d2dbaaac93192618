import { type ReactNode, useState } from 'react'
import type { Words } from '../../../core/words.ts'
import { Key } from '../key.tsx'
import { useShortcuts } from '../shortcuts.ts'
import { useWords } from '../words.tsx'

const words = {
  nl: { table: 'Tabel', chart: 'Grafiek' },
  en: { table: 'Table', chart: 'Chart' },
} satisfies Words<unknown>

type ChartFigureProps = {
  title: string
  /** The conclusion in one sentence; "no signal" is said as plainly as a change. */
  sentence: string
  /** The key that shows the numbers, unique on its page: '1', '2', 't' … */
  shortcut: string
  table: ReactNode
  /** What the picture counts, and who is not in it. */
  foot?: ReactNode
  children: ReactNode
}

/** Title, one sentence, picture, and the same numbers as a table one key away. */
export function ChartFigure({ title, sentence, shortcut, table, foot, children }: ChartFigureProps) {
  const say = useWords(words)
  const [asTable, setAsTable] = useState(false)
  const turn = () => setAsTable((before) => !before)
  useShortcuts({ [shortcut]: turn })
  return (
    <figure className="chart-figure">
      <figcaption>
        <h2>{title}</h2>
        <p>{sentence}</p>
      </figcaption>
      <button
        type="button"
        className="chart-turn"
        aria-pressed={asTable}
        aria-keyshortcuts={shortcut}
        onClick={turn}
      >
        {asTable ? say.chart : say.table} <Key>{shortcut.toUpperCase()}</Key>
      </button>
      <div className="chart-body">{asTable ? table : children}</div>
      {foot ? <p className="chart-foot">{foot}</p> : null}
    </figure>
  )
}
