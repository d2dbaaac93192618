import type { AlertRow } from '../../../core/alerts/alert-desk.ts'
import type { AlertOutcome } from '../../../core/alerts/alert-outcome.ts'
import { useFormats } from '../../kit/format.ts'
import { useWords } from '../../kit/words.tsx'
import { words } from './words.ts'

/** That the same rule was met before, and what came of that. */
export function Earlier({ row: { before, isWorse } }: { row: AlertRow }) {
  const say = useWords(words)
  const format = useFormats()
  if (!before) return null
  const code = before.outcomeCode
  const outcome = code === null || !(code in say.outcomes) ? '' : say.outcomes[code as AlertOutcome]
  return (
    <>
      <span className={isWorse ? 'line worse' : 'line quiet'}>{isWorse ? say.worse : say.again}</span>
      <span className="line quiet">
        {before.closedBy
          ? say.earlier(format.date(before.closedAt ?? before.raisedAt), outcome, before.outcome ?? '')
          : say.goesOn(format.date(before.raisedAt))}
      </span>
    </>
  )
}
