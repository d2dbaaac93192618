import {
  type Change,
  instrumentDifference,
  parts,
  setDifference,
} from '../../../../core/difference/difference.ts'
import { Section } from '../../../kit/frame.tsx'
import { Scroller } from '../../../kit/scroller.tsx'
import { useLocal, useWords } from '../../../kit/words.tsx'
import type { Version } from '../queries.ts'
import { words } from './words.ts'

/** What a version says differently from the one before it; null where there is none. */
export function changesOf({ set, instrument, instruments, before }: Version): Change[] | null {
  if (before?.set && set)
    return setDifference({ set: before.set, instruments: before.instruments }, { set, instruments })
  return before?.instrument && instrument ? instrumentDifference(before.instrument, instrument) : null
}

/** Everything that changes with this version, by what it is about. */
export function Changes({ of }: { of: Version }) {
  const say = useWords(words)
  const changes = changesOf(of)
  if (!changes || !of.before) return <p className="quiet version-lead">{say.noBefore}</p>
  if (changes.length === 0) return <p className="version-lead">{say.noChanges(of.before.version)}</p>
  const byPart = Map.groupBy(changes, ({ part }) => part)
  return (
    <>
      <p className="version-lead">{say.comparedWith(changes.length, of.before.version)}</p>
      {parts.map((part) => {
        const own = byPart.get(part)
        return own ? (
          <Section key={part} title={`${say.parts[part]} (${own.length})`}>
            <ChangeTable changes={own} label={say.parts[part]} />
          </Section>
        ) : null
      })}
    </>
  )
}

type TableProps = { changes: readonly Change[]; label: string; heads?: { was: string; becomes: string } }

/** What differs, one to a row; `heads` names the two that are compared, where they do not follow each other. */
export function ChangeTable({ changes, label, heads }: TableProps) {
  const say = useWords(words)
  const { was, becomes } = heads ?? say
  const local = useLocal()
  return (
    <Scroller label={label}>
      <table className="table version-changes">
        <thead>
          <tr>
            <th scope="col">{say.where}</th>
            <th scope="col">{was}</th>
            <th scope="col">{becomes}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.where.en} ${change.language} ${change.kind}`}>
              <th scope="row">
                {local(change.where)}
                <span className="table-about">
                  {say.kinds[change.kind]}
                  {change.language ? ` (${change.language})` : ''}
                </span>
              </th>
              <td>{change.before ? <del>{local(change.before)}</del> : '–'}</td>
              <td>{change.after ? <ins>{local(change.after)}</ins> : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}
