import { useId } from 'react'
import { type Change, parts } from '../../../../core/difference/difference.ts'
import { isOthersWording } from '../../../../core/instruments/instrument.ts'
import { titleForStaff } from '../../../../core/outcome-sets/staff-title.ts'
import { FieldError } from '../../../kit/field.tsx'
import { useLocal, useWords } from '../../../kit/words.tsx'
import { Fact } from '../facts.tsx'
import type { Version } from '../queries.ts'
import { changesOf } from './changes.tsx'
import { UnderWay, UnderWayChoice } from './under-way.tsx'
import { words } from './words.ts'

/** What publishing does: how much changes, what goes with it, and what becomes of who is under way; `untold` asks for that. */
export function PublishAbout({ of, untold }: { of: Version; untold: string | null }) {
  const say = useWords(words)
  const local = useLocal()
  const changes = changesOf(of)
  const along = of.instruments.filter((_, place) => of.states[place]?.status === 'review')
  return (
    <>
      <dl className="version-facts">
        <Fact name={say.changes}>{changes ? <Counted changes={changes} /> : say.publishFirst}</Fact>
        {along.length > 0 ? (
          <Fact name={say.goesAlong}>{along.map((one) => local(titleForStaff(one))).join(', ')}</Fact>
        ) : null}
        <UnderWay of={of} />
      </dl>
      <UnderWayChoice of={of} untold={untold} />
    </>
  )
}

/** How much changes, and in what: all of it stands on the page below. */
function Counted({ changes }: { changes: readonly Change[] }) {
  const say = useWords(words)
  const byPart = Map.groupBy(changes, ({ part }) => part)
  const counts = parts.flatMap((part) => {
    const own = byPart.get(part)
    return own ? [`${say.parts[part]} ${own.length}`] : []
  })
  return (
    <>
      {say.publishAbout(changes.length)}
      {counts.length > 0 ? <span className="table-about">{counts.join(' · ')}</span> : null}
    </>
  )
}

/** Wording of others goes out under the name of whoever compared it; `untold` asks for that. */
export function Compared({ of, untold }: { of: Version; untold: string | null }) {
  const id = useId()
  const say = useWords(words)
  const local = useLocal()
  const waiting = of.instruments.filter((_, place) => of.states[place]?.status === 'review')
  const worded = [...waiting, ...(of.instrument ? [of.instrument] : [])].filter(isOthersWording)
  if (worded.length === 0) return null
  return (
    <>
      <label className="version-tick">
        <input type="checkbox" name="compared" value="yes" aria-describedby={untold ? id : undefined} />{' '}
        {say.compare(worded.map((one) => local(titleForStaff(one))).join(', '))}
      </label>
      <FieldError id={id}>{untold}</FieldError>
    </>
  )
}
