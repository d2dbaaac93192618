import './faults.css'
import type { Fault } from '../../../../core/definitions/definition-text.ts'
import { ApiError } from '../../../kit/api.ts'
import { Button } from '../../../kit/button.tsx'
import { useWords } from '../../../kit/words.tsx'
import { words } from './words.ts'

/** The faults that a refusal carries. */
export const faultsOf = (error: unknown): readonly Fault[] =>
  error instanceof ApiError && Array.isArray(error.detail.faults)
    ? (error.detail.faults as readonly Fault[])
    : []

/** Each fault with its place and what would be right; `go` leads to its line. */
export function FaultList({ faults, go }: { faults: readonly Fault[]; go?: (line: number) => void }) {
  const say = useWords(words)
  if (faults.length === 0) return null
  return (
    <section className="version-faults" aria-label={say.faults(faults.length)}>
      {say.faultsAbout ? <p className="quiet">{say.faultsAbout}</p> : null}
      <ul>
        {faults.map((fault) => (
          <li key={faultKey(fault)}>
            {fault.line === null ? null : <Line line={fault.line} go={go} />}
            <FaultWords fault={fault} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ line, go }: { line: number; go: ((line: number) => void) | undefined }) {
  const say = useWords(words)
  return go ? (
    <Button look="text" onClick={() => go(line)}>
      {say.line(line)}
    </Button>
  ) : (
    <span>{say.line(line)}</span>
  )
}

/** Where something is wrong, and what would be right. */
export function FaultWords({ fault: { file, at, message } }: { fault: Fault }) {
  return (
    <span lang="en">
      {at || file ? <code>{at || file}</code> : null} {message}
    </span>
  )
}

export const faultKey = ({ file, at, message }: Fault) => `${file} ${at} ${message}`
