import '../patient/patient.css'
import './emergency.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { OnePager } from '../../../core/consult/one-pager.ts'
import { ApiError } from '../../kit/api.ts'
import { buttonClass } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Section, useTitle } from '../../kit/frame.tsx'
import { Empty, Loading, Trouble } from '../../kit/states.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { Identity } from '../patient/identity.tsx'
import { Items } from '../patient/items.tsx'
import { Lead } from '../patient/lead.tsx'
import { Outcomes } from '../patient/outcomes.tsx'
import { OwnWords } from '../patient/own-words.tsx'
import { usePersonWords } from '../person.ts'
import { emergencyFile } from './queries.ts'
import { words } from './words.ts'

const route = getRouteApi('/shell/staff/emergency/$accessId')

/** One patient on one page, to read, for as long as the file is open. */
export function EmergencyFilePage() {
  const say = useWords(words)
  const { accessId } = route.useParams()
  const { enrolment } = route.useSearch()
  const { data, error, refetch } = useQuery(emergencyFile(accessId, enrolment))
  if (error instanceof ApiError && error.status === 410)
    return (
      <Empty
        title={say.over}
        action={
          <Link to="/staff/emergency" className={buttonClass('soft')}>
            {say.again}
          </Link>
        }
      >
        {say.overAbout}
      </Empty>
    )
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  return data ? <File page={data.page} endsAt={data.endsAt} /> : <Loading />
}

function File({ page, endsAt }: { page: OnePager; endsAt: string }) {
  const say = useWords(words)
  const format = useFormats()
  useTitle(say.title)
  return (
    <div className="page emergency-file">
      <p className="emergency-band" role="status">
        <Sign name="alert" /> {say.until(format.time(endsAt))}
      </p>
      <Identity page={{ ...page, enrolments: [] }} />
      <Paths page={page} />
      <OpenAlerts page={page} />
      {page.panels.length > 0 ? <Lead page={page} /> : null}
      <Outcomes page={page} alone />
      <Items page={page} />
      <OwnWords page={page} />
      <Agreements page={page} />
    </div>
  )
}

function Paths({ page: { enrolments, enrolment } }: { page: OnePager }) {
  const say = useWords(words)
  const local = useLocal()
  const person = usePersonWords()
  const { accessId } = route.useParams()
  if (enrolments.length < 2) return null
  return (
    <nav className="paths" aria-label={say.paths}>
      {enrolments.map(({ id, title, side }) => (
        <Link
          key={id}
          to="/staff/emergency/$accessId"
          params={{ accessId }}
          search={{ enrolment: id }}
          aria-current={id === enrolment.id ? 'true' : undefined}
        >
          {[local(title), person.side(side)].filter(Boolean).join(' · ')}
        </Link>
      ))}
    </nav>
  )
}

function OpenAlerts({ page }: { page: OnePager }) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  const open = page.alerts.filter(({ closedAt }) => closedAt === null)
  if (open.length === 0) return null
  return (
    <Section title={say.alerts}>
      {open.map(({ id, title, respondBy }) => (
        <p key={id} className="status worse">
          <Sign name="alert" /> {say.alertBefore(local(title), format.dayTime(respondBy))}
        </p>
      ))}
    </Section>
  )
}

function Agreements({ page: { agreements } }: { page: OnePager }) {
  const say = useWords(words)
  const format = useFormats()
  if (agreements.length === 0) return null
  return (
    <Section title={say.agreements}>
      <ul>
        {agreements.map(({ id, sentence, agreedAt, by }) => (
          <li key={id}>
            {sentence} <span className="quiet tiny">{[format.date(agreedAt), by].join(', ')}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
