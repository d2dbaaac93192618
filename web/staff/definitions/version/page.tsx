import './version.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { titleForStaff } from '../../../../core/outcome-sets/staff-title.ts'
import { useFormats } from '../../../kit/format.ts'
import { Page } from '../../../kit/frame.tsx'
import { State } from '../../../kit/status.tsx'
import { useLocal, useWords } from '../../../kit/words.tsx'
import { me } from '../../queries.ts'
import { type Version, version } from '../queries.ts'
import type { Side } from '../search.ts'
import { Acts } from './acts.tsx'
import { Changes } from './changes.tsx'
import { Downloads } from './downloads.tsx'
import { FormSide } from './form.tsx'
import { LicenceNotice } from './licence-notice.tsx'
import { MoveAct } from './move-act.tsx'
import { Moving } from './moving.tsx'
import { CarePath } from './path.tsx'
import { Rescoring } from './rescoring.tsx'
import { Simulator } from './simulator.tsx'
import { Text, type Writing } from './text.tsx'
import { WordingSide } from './wording/side.tsx'
import { words } from './words.ts'

const route = getRouteApi('/shell/staff/definitions/$versionId')

/** One version of a set or an instrument: what it is, what changes with it, and what can be done with it. */
export function VersionPage() {
  const say = useWords(words)
  const local = useLocal()
  const { versionId } = route.useParams()
  const { data: of } = useSuspenseQuery(version(versionId))
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
      {mayWrite ? <Acts of={of} name={name} /> : null}
      {who.permissions.includes('definitions:write') ? <MoveAct of={of} /> : null}
      <Sides key={`${of.id} ${of.contentHash}`} of={of} mayWrite={mayWrite} />
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

type SidesProps = { of: Version; mayWrite: boolean }

function Sides({ of, mayWrite }: SidesProps) {
  const say = useWords(words)
  const isWaiting = of.status === 'draft' || of.status === 'review'
  const { show = of.set && !isWaiting ? 'path' : 'changes' } = route.useSearch()
  const [text, write] = useState<string | null>(null)
  return (
    <>
      <nav className="version-sides" aria-label={say.sides}>
        {sidesOf(of, takesWording({ of, mayWrite })).map((side) => (
          <Link
            key={side}
            from="/staff/definitions/$versionId"
            to="."
            search={{ show: side }}
            aria-current={side === show ? 'page' : undefined}
          >
            {side === 'text' && of.set && mayWrite && of.status !== 'review' ? say.design : say[side]}
          </Link>
        ))}
      </nav>
      <Shown of={of} mayWrite={mayWrite} show={show} writing={{ text, write }} />
    </>
  )
}

/** Questions of others get their words on the version that counts, as long as nobody is judging it. */
const takesWording = ({ of, mayWrite }: SidesProps) =>
  mayWrite && of.instrument?.kind === 'published' && of.isCurrent

const sidesOf = (of: Version, wording: boolean): Side[] =>
  of.set
    ? ['path', 'changes', 'simulate', 'form', 'text']
    : [...(wording ? (['wording'] as const) : []), 'changes', 'form', 'text']

function Shown({ of, mayWrite, show, writing }: SidesProps & { show: Side; writing: Writing }) {
  if (show === 'form') return <FormSide of={of} />
  if (show === 'text') return <Text of={of} mayWrite={mayWrite} writing={writing} />
  if (of.set && show === 'path') return <CarePath set={of.set} instruments={of.instruments} />
  if (of.set && show === 'simulate') return <Simulator set={of.set} instruments={of.instruments} />
  if (of.instrument && show === 'wording' && takesWording({ of, mayWrite }))
    return <WordingSide of={of} instrument={of.instrument} />
  return <Changes of={of} />
}
