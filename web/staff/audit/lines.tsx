import type { Role } from '../../../core/access/access.ts'
import { useFormats } from '../../kit/format.ts'
import { Sign } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { names } from '../names.ts'
import { eventWords } from './event-words.ts'
import { whoActed } from './who.ts'
import { words } from './words.ts'

type Line = {
  id: string
  at: string
  type: string
  outcome: string
  actorKind: string
  actorName: string
  role: string | null
  purpose: string
  patients: { id: string; name: string | null }[]
  patientCount: number
}

/** Lines of the log as a table, newest first. */
export function Lines({ lines }: { lines: readonly Line[] }) {
  const say = useWords(words)
  return (
    <table className="table audit">
      <thead>
        <tr>
          {Object.entries(say.columns).map(([id, title]) => (
            <th key={id} scope="col" className={`audit-${id}`}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <LineRow key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  )
}

function LineRow({ line }: { line: Line }) {
  const say = useWords(words)
  const events = useWords(eventWords)
  const { roles } = useWords(names)
  const format = useFormats()
  const rest = line.patientCount - line.patients.length
  return (
    <tr>
      <td className="audit-day">{format.dayTime(line.at)}</td>
      <td>
        <b>{whoActed(line, say)}</b>
        {line.role ? <small>{roles[line.role as Role] ?? line.role}</small> : null}
      </td>
      <td>
        {events[line.type] ?? line.type}
        {line.outcome === '0' ? null : (
          <span className="status worse">
            <Sign name="alert" /> {line.outcome === '4' ? say.refused : say.failed}
          </span>
        )}
      </td>
      <td>
        {line.patients.map(({ id, name }) => name ?? id).join(', ')}
        {rest > 0 ? ` ${say.others(rest)}` : ''}
      </td>
      <td>{say.purposes[line.purpose] ?? line.purpose}</td>
    </tr>
  )
}
