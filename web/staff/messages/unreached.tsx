import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { Empty, Loading, Trouble } from '../../kit/states.tsx'
import { State } from '../../kit/status.tsx'
import { useWords } from '../../kit/words.tsx'
import { mailTrouble, type Unreached } from './queries.ts'
import { sayWhy, words } from './words.ts'

/** Who is to be asked and is not reached: the work list of whoever keeps addresses right. */
export function UnreachedList() {
  const say = useWords(words)
  const { data, error, refetch } = useQuery(mailTrouble)
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.length === 0) return <Empty title={say.nobody}>{say.nobodyAbout}</Empty>
  return (
    <Section title={say.trouble} about={say.troubleAbout}>
      <table className="table mail-table">
        <thead>
          <tr>
            {[say.patient, say.reason, say.since].map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.map((row) => (
            <UnreachedRow key={row.patientId} row={row} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function UnreachedRow({ row }: { row: Unreached }) {
  const say = useWords(words)
  const format = useFormats()
  return (
    <tr>
      <th scope="row">
        <Link to="/staff/mail" search={{ patient: row.patientId }}>
          {row.name}
        </Link>
        <span className="line quiet">
          {[say.born(format.date(row.birthDate)), ...row.numbers].join(' · ')}
        </span>
      </th>
      <td>
        <State sign="failed" tone="worse">
          {sayWhy(say, row.why)}
        </State>
        {row.proxy === null ? null : <span className="line quiet">{say.addressOf(row.proxy)}</span>}
      </td>
      <td>{format.day(row.since)}</td>
    </tr>
  )
}
