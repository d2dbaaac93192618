import { Link } from '@tanstack/react-router'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { State } from '../../kit/status.tsx'
import { useWords } from '../../kit/words.tsx'
import { type ImportKind, pageOf } from './queries.ts'
import { words } from './words.ts'

type Earlier = { id: string; fileName: string; state: string; startedAt: string; progress: { of: number } }

const LOOKS = {
  running: ['half', 'watch'],
  checked: ['done', 'quiet'],
  done: ['done', 'better'],
  failed: ['alert', 'worse'],
} as const

/** The last imports of this kind of the organisation. */
export function Recent({ kind, imports }: { kind: ImportKind; imports: readonly Earlier[] }) {
  const say = useWords(words)
  const { dayTime } = useFormats()
  return (
    <Section title={say.recent}>
      {imports.length === 0 ? <p className="quiet">{say.noRecent}</p> : null}
      <ul className="imports-recent">
        {imports.map(({ id, fileName, state, startedAt }) => {
          const known = state in LOOKS ? (state as keyof typeof LOOKS) : 'failed'
          const [sign, tone] = LOOKS[known]
          return (
            <li key={id}>
              <Link to={pageOf[kind]} search={{ import: id }}>
                {fileName}
              </Link>
              <span className="quiet nowrap">{dayTime(startedAt)}</span>
              <State sign={sign} tone={tone}>
                {say.states[known]}
              </State>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
