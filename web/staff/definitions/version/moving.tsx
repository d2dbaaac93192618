import { useFormats } from '../../../kit/format.ts'
import { State } from '../../../kit/status.tsx'
import { useWords } from '../../../kit/words.tsx'
import type { Version } from '../queries.ts'
import { movingWords } from './moving-words.ts'

/** How far care paths have gone over to a version, while it goes on and once it is done. */
export function Moving({ of: { moving } }: { of: Version }) {
  const say = useWords(movingWords)
  if (!moving) return null
  const { moved, stayed, finishedAt, ended, failedAt } = moving
  if (finishedAt)
    return (
      <p role="status">
        <State sign={ended === 'done' ? 'done' : 'dash'} tone="quiet">
          {ended === 'done' ? say.done(moved, stayed) : say.overtaken}
        </State>
      </p>
    )
  return (
    <div role="status">
      <p>
        <State sign="half" tone="watch">
          {say.going(moved)}
        </State>
      </p>
      <Failed at={failedAt} />
    </div>
  )
}

/** A step that failed is tried again; whoever waits for it is told. */
export function Failed({ at }: { at: string | null }) {
  const say = useWords(movingWords)
  const { dayTime } = useFormats()
  return at ? (
    <p>
      <State sign="alert" tone="watch">
        {say.failed(dayTime(at))}
      </State>
    </p>
  ) : null
}
