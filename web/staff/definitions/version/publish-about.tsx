import { titleForStaff } from '../../../../core/staff-title.ts'
import { useLocal, useWords } from '../../../kit/words.tsx'
import type { Version } from '../queries.ts'
import { changesOf } from './changes.tsx'
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
      {of.underWay ? (
        <p>
          {say.underWay(of.underWay.enrolments, of.underWay.assessments)}{' '}
          {of.underWay.elsewhere === null ? '' : say.elsewhere(of.underWay.elsewhere)} {say.theyKeep}
        </p>
      ) : null}
    </>
  )
}
