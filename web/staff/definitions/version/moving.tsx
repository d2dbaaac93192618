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
      <div role="status">
        <p>
          <State sign={ended === 'done' ? 'done' : 'dash'} tone="quiet">
            {ended === 'done' ? say.done(moved) : say.overtaken}
          </State>
        </p>
        {ended === 'done' && stayed > 0 ? <p>{say.stayed(stayed)}</p> : null}
        <Stuck of={moving} />
      </div>
    )
  return (
    <div role="status">
      <p>
        <State sign="half" tone="watch">
          {say.going(moved)}
        </State>
      </p>
      <p>{say.goingAbout}</p>
      <Failed at={failedAt} />
      <Stuck of={moving} />
    </div>
  )
}

/** Care paths that could not be planned: by number, for whoever may look into them. */
function Stuck({ of: { stuck, allStuck, restsUntil } }: { of: NonNullable<Version['moving']> }) {
  const say = useWords(movingWords)
  const { dayTime } = useFormats()
  if (allStuck === 0) return null
  return (
    <>
      <p>
        <State sign="alert" tone="watch">
          {say.stuck(allStuck)}
        </State>
      </p>
      <p>{say.stuckAbout(restsUntil && dayTime(restsUntil))}</p>
      <ul>
        {stuck.map(({ path, team, tries, failure, failedAt }) => (
          <li key={path}>{say.stuckPath(team, path, tries, failure, dayTime(failedAt))}</li>
        ))}
        {allStuck > stuck.length ? <li>{say.more(allStuck - stuck.length)}</li> : null}
      </ul>
    </>
  )
}

/** A step that failed is tried again; whoever waits for it is told. */
export function Failed({ at }: { at: string | null }) {
  const say = useWords(movingWords)
  const { dayTime } = useFormats()
  return at ? (
    <>
      <p>
        <State sign="alert" tone="watch">
          {say.failed(dayTime(at))}
        </State>
      </p>
      <p>{say.failedAbout}</p>
    </>
  ) : null
}
