import { isOthersWording } from '../../../../core/instrument.ts'
import { titleForStaff } from '../../../../core/staff-title.ts'
import { useLocal, useWords } from '../../../kit/words.tsx'
import type { Version } from '../queries.ts'
import { changesOf } from './changes.tsx'
import { UnderWay, UnderWayChoice } from './under-way.tsx'
import { words } from './words.ts'

/** What publishing does: how much changes, what goes with it, and what becomes of who is under way. */
export function PublishAbout({ of }: { of: Version }) {
  const say = useWords(words)
  const local = useLocal()
  const changes = changesOf(of)
  const along = of.instruments.filter((_, place) => of.states[place]?.status === 'review')
  return (
    <>
      <p>{changes ? say.publishAbout(changes.length) : say.publishFirst}</p>
      {along.length > 0 ? <p>{say.along(along.map((one) => local(titleForStaff(one))).join(', '))}</p> : null}
      <UnderWay of={of} />
      <UnderWayChoice of={of} />
    </>
  )
}

/** Wording of others goes out under the name of whoever compared it. */
export function Compared({ of }: { of: Version }) {
  const say = useWords(words)
  const local = useLocal()
  const waiting = of.instruments.filter((_, place) => of.states[place]?.status === 'review')
  const worded = [...waiting, ...(of.instrument ? [of.instrument] : [])].filter(isOthersWording)
  if (worded.length === 0) return null
  return (
    <label className="version-tick">
      <input type="checkbox" name="compared" value="yes" />{' '}
      {say.compare(worded.map((one) => local(titleForStaff(one))).join(', '))}
    </label>
  )
}
