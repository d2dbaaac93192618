import { useFormats } from '../../../kit/format.ts'
import { State } from '../../../kit/status.tsx'
import { useWords } from '../../../kit/words.tsx'
import type { Version } from '../queries.ts'
import { Failed } from './moving.tsx'
import { words } from './words.ts'

/** How far earlier answers are scored again, while it goes on and once it is done. */
export function Rescoring({ of: { rescoring } }: { of: Version }) {
  const say = useWords(words)
  const { percent } = useFormats()
  if (!rescoring) return null
  const { by, share, finishedAt, ended, failedAt } = rescoring
  if (finishedAt)
    return (
      <p role="status">
        <State sign={ended === 'done' ? 'done' : 'dash'} tone="quiet">
          {ended === 'done' ? say.rescored : say.overtaken}
        </State>
      </p>
    )
  return (
    <div role="status">
      <p>
        <State sign="half" tone="watch">
          {say.rescoring(by, percent(share))}
        </State>
      </p>
      <Failed at={failedAt} />
    </div>
  )
}
