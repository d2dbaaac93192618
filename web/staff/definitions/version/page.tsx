import './version.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { titleForStaff } from '../../../../core/outcome-sets/staff-title.ts'
import { useFormats } from '../../../kit/format.ts'
import { Page } from '../../../kit/frame.tsx'
import { State } from '../../../kit/status.tsx'
import { useLocal, useWords } from '../../../kit/words.tsx'
import { me } from '../../queries.ts'
import { type Version, version } from '../queries.ts'
import { Acts } from './acts.tsx'
import { Downloads } from './downloads.tsx'
import { LicenceNotice } from './licence-notice.tsx'
import { MoveAct } from './move-act.tsx'
import { Moving } from './moving.tsx'
import { Rescoring } from './rescoring.tsx'
import { Sides } from './sides.tsx'
import { words } from './words.ts'
import { useWriting } from './writing/use-writing.ts'

const route = getRouteApi('/shell/staff/definitions/$versionId')

/** One version of a set or an instrument: what it is, what changes with it, and what can be done with it. */
export function VersionPage() {
  const { versionId } = route.useParams()
  const { data: of } = useSuspenseQuery(version(versionId))
  return <OneVersion key={versionId} of={of} />
}

function OneVersion({ of }: { of: Version }) {
  const say = useWords(words)
  const local = useLocal()
  const writing = useWriting(of)
  const { data: who } = useSuspenseQuery(me)
  const mayWrite = of.keptHere && who.permissions.includes('definitions:write')
  const name = local(of.set ? of.set.title : titleForStaff(of.instrument))
  return (
    <Page title={say.title(name, of.version)} about={local((of.set ?? of.instrument).about)}>
      <p>
        <Link to="/staff/definitions">{say.back}</Link>
      </p>
      <Standing of={of} />
      {of.status === 'retired' ? null : (
        <LicenceNotice instruments={of.instrument ? [of.instrument] : of.instruments} today={of.today} />
      )}
      <Rescoring of={of} />
      <Moving of={of} />
      {mayWrite ? <Acts of={of} name={name} store={writing.storeNow} /> : null}
      {who.permissions.includes('definitions:write') ? <MoveAct of={of} /> : null}
      <Sides of={of} mayWrite={mayWrite} writing={writing} />
    </Page>
  )
}

const SIGNS = { draft: 'half', review: 'question', published: 'done', retired: 'dash' } as const

function Standing({ of }: { of: Version }) {
  const say = useWords(words)
  const { dayTime } = useFormats()
  const status = of.status as keyof typeof SIGNS
  const state = status === 'retired' && !of.publishedAt ? 'givenUp' : status
  const isWaiting = status === 'draft' || status === 'review'
  return (
    <div className="version-standing">
      <p>
        <State sign={SIGNS[status]} tone={isWaiting ? 'watch' : 'quiet'}>
          {say.states[state]}
        </State>
        <Downloads of={of} />
      </p>
      {of.steps.length === 0 ? (
        <p className="quiet">{say.fromFile}</p>
      ) : (
        <ol>
          {of.steps.map(({ act, staffName, note, at }) => (
            <li key={`${act} ${at}`}>
              <b>{staffName}</b> {say.acts[act]} <span className="quiet">{dayTime(at)}</span>
              {note ? <q>{note}</q> : null}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
