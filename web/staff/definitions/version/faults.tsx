import './faults.css'
import type { Fault } from '../../../../core/definitions/definition-text.ts'
import { sentenceOf } from '../../../../core/problem.ts'
import type { Localised } from '../../../../core/words.ts'
import { ApiError } from '../../../kit/api.ts'
import { Button } from '../../../kit/button.tsx'
import { useLanguage, useLocal, useWords } from '../../../kit/words.tsx'
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
    <section className="faults faults-lines" aria-label={say.faults(faults.length)}>
      <ul>
        {faults.map((fault) => (
          <li key={faultKey(fault)}>
            <FaultWords fault={fault} inFile />
            {fault.line === null ? null : <Line line={fault.line} go={go} />}
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
    <span className="quiet">{say.line(line)}</span>
  )
}

/** Where something is wrong, and what would be right; `inFile`: with the names that a file can choose from. */
export function FaultWords({ fault, inFile = false }: { fault: Fault; inFile?: boolean }) {
  const local = useLocal()
  const { language } = useLanguage()
  const { where, message } = fault
  return (
    <span className="faults-words">
      {where ? <b>{local(where)}</b> : null}
      <span>{inSentence(sentenceOf(inFile ? fault : { message }, language))}</span>
    </span>
  )
}

/** What a check says, as a sentence of its own. */
export const wholeSentence = ({ nl, en }: Localised): Localised => ({
  nl: inSentence(nl),
  en: inSentence(en),
})

const inSentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

export const faultKey = ({ file, at, message }: Fault) => `${file} ${at} ${message.en}`
