import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFormats } from '../../kit/format.ts'
import { Page, Section } from '../../kit/frame.tsx'
import { Empty, Loading, Trouble } from '../../kit/states.tsx'
import { State } from '../../kit/status.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { Bsn } from './bsn.tsx'
import { PatientChoices } from './choices.tsx'
import { Contact } from './contact.tsx'
import { type PatientMail, patientMail } from './queries.ts'
import { SigningIn } from './signing-in.tsx'
import { sayReached, sayWhy, words } from './words.ts'

/** How one patient is reached, every mail to them, what was never mailed about, whether they can sign in, and their citizen service number. */
export function MailOfPatient({ patientId }: { patientId: string }) {
  const say = useWords(words)
  const format = useFormats()
  const { data, error, refetch } = useQuery(patientMail(patientId))
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const { name, birthDate, numbers } = data.patient
  const about = [say.born(format.date(birthDate)), ...numbers].join(' · ')
  return (
    <Page title={name} about={about} aside={<Link to="/staff/mail">{say.back}</Link>}>
      <Contact key={patientId} patientId={patientId} contact={data.contact} />
      {data.messages.length === 0 ? (
        <Empty title={say.noMail}>{say.noMailAbout}</Empty>
      ) : (
        <Sent mail={data} />
      )}
      {data.notMailed.length + data.remindedLater.length > 0 ? <Never mail={data} /> : null}
      <PatientChoices patientId={patientId} />
      <SigningIn patientId={patientId} />
      <Bsn patientId={patientId} />
    </Page>
  )
}

function Table({ columns, children }: { columns: string[]; children: ReactNode }) {
  return (
    <table className="table mail-table">
      <thead>
        <tr>
          {columns.map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

const signs = {
  sent: ['done', 'better'],
  waiting: ['open', 'quiet'],
  suppressed: ['dash', 'quiet'],
  failed: ['failed', 'worse'],
} as const

function Sent({ mail }: { mail: PatientMail }) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  return (
    <Table columns={[say.when, say.what, say.became]}>
      {mail.messages.map(({ id, at, kind, state, why, early, about, ...row }) => {
        const [sign, tone] = signs[state]
        const after = why ? sayWhy(say, why) : state === 'sent' ? sayReached(say, row, format.dayTime) : ''
        return (
          <tr key={id}>
            <th scope="row">{format.dayTime(at)}</th>
            <td>
              {say.kinds[kind] ?? kind}
              {[...new Set(about.map(({ title }) => local(title)))].map((title) => (
                <span className="line quiet" key={title}>
                  {title}
                </span>
              ))}
            </td>
            <td>
              <State sign={sign} tone={tone}>
                {`${say.states[state]}${after ? `: ${after}` : ''}`}
              </State>
              {early ? <span className="line quiet">{say.early[early]}</span> : null}
            </td>
          </tr>
        )
      })}
    </Table>
  )
}

function Never({ mail }: { mail: PatientMail }) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  const later = ({ until, days }: { until: string; days: number }) => say.waits(format.date(until), days)
  return (
    <Section title={say.never}>
      <Table columns={[say.moment, say.opens, say.reason]}>
        {mail.notMailed.map(({ assessmentId, title, opensAt, why, waits }) => (
          <tr key={assessmentId}>
            <th scope="row">{local(title)}</th>
            <td>{format.day(opensAt)}</td>
            <td>{why ? sayWhy(say, why) : waits ? later(waits) : say.nextMail}</td>
          </tr>
        ))}
        {mail.remindedLater.map(({ assessmentId, title, opensAt, waits }) => (
          <tr key={assessmentId}>
            <th scope="row">
              {local(title)}
              <span className="line quiet">{say.reminder}</span>
            </th>
            <td>{format.day(opensAt)}</td>
            <td>{later(waits)}</td>
          </tr>
        ))}
      </Table>
    </Section>
  )
}
