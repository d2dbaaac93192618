import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ChartTable } from '../../kit/charts/table.tsx'
import { Filter } from '../../kit/filter.tsx'
import { useFormats } from '../../kit/format.ts'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { Files, TABLES } from './files.tsx'
import { type DeliveryRead, delivery } from './queries.ts'
import { registerWords } from './register-words.ts'
import type { ExportSearch } from './search.ts'

type RegisterProps = { teamId: string; register: string; search: ExportSearch }

/** One delivery to a register: until when, what lacks for whom, and its files. */
export function RegisterDelivery({ teamId, register, search }: RegisterProps) {
  const { data, error, refetch } = useQuery(delivery(teamId, register, search.delivery))
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const { id } = data.delivery
  const addressOf = (file: string) => `/api/exports/${teamId}/registers/${register}/${file}?delivery=${id}`
  return (
    <>
      <About read={data} search={search} />
      <div className="export">
        <Fields read={data} />
        <Files files={TABLES} addressOf={addressOf} />
      </div>
      <Lacking read={data} />
    </>
  )
}

type Read = { read: DeliveryRead }

function About({ read, search }: Read & { search: ExportSearch }) {
  const say = useWords(registerWords)
  const local = useLocal()
  const format = useFormats()
  const navigate = useNavigate()
  const { register, today, deliveries, completeness } = read
  const { deadline, from, to } = read.delivery
  const choose = (chosen: string) =>
    navigate({
      to: '/staff/team/export',
      search: { ...search, delivery: chosen },
      replace: true,
      resetScroll: false,
    })
  return (
    <section className="export-register" aria-labelledby="register">
      <h2 id="register" className="heading">
        {local(register.title)}
      </h2>
      <p>
        {local(register.about)} {say.keeper(local(register.keeper))} {local(register.ground)}.
        {register.unverified ? ` ${say.unverified}` : ''}
      </p>
      <p className="filters">
        <Filter label={say.delivery} value={read.delivery.id} choose={choose}>
          {deliveries.map(({ id }) => (
            <option key={id} value={id}>
              {id}
            </option>
          ))}
        </Filter>
      </p>
      <p>
        {say.closes(format.day(from), format.day(to))}{' '}
        {deadline >= today ? say.before(format.day(deadline)) : say.was(format.day(deadline))}
      </p>
      <p>
        <strong>
          {completeness.rows === 0 ? say.nobody : say.complete(completeness.complete, completeness.rows)}
        </strong>
      </p>
    </section>
  )
}

function Fields({ read: { completeness } }: Read) {
  const say = useWords(registerWords)
  const local = useLocal()
  const format = useFormats()
  return (
    <section aria-labelledby="fields">
      <h2 id="fields" className="heading">
        {say.fields}
      </h2>
      <ChartTable
        caption={say.fields}
        columns={say.columns}
        rows={completeness.fields.map(({ name, title, asked, known }) => ({
          key: name,
          cells: [
            `${local(title)} (${name})`,
            asked,
            known,
            asked === 0 ? '–' : `${format.percent(known / asked)}\u00A0%`,
          ],
        }))}
      />
    </section>
  )
}

function Lacking({ read: { completeness } }: Read) {
  const say = useWords(registerWords)
  const local = useLocal()
  const format = useFormats()
  const { lacking, lackingInAll } = completeness
  if (lacking.length === 0) return null
  return (
    <section className="section" aria-labelledby="lacking">
      <h2 id="lacking" className="heading">
        {say.lacking}
      </h2>
      <p className="quiet">{say.lackingAbout}</p>
      <ul className="export-lacking">
        {lacking.map(({ who, pseudonym, enrolment, moment, closesOn, isOpen, fields }) => (
          <li key={`${enrolment} ${closesOn}`}>
            <span>
              {who ? (
                <Link to="/staff/patients/$patientId" params={{ patientId: who.id }} search={{ enrolment }}>
                  {who.name}
                </Link>
              ) : (
                pseudonym
              )}
            </span>
            <span>
              {local(moment)}, {isOpen ? say.openUntil(format.day(closesOn)) : say.over(format.day(closesOn))}
            </span>
            <span>{fields.map(({ title, lack }) => `${local(title)}${say.lacks[lack]}`).join(', ')}</span>
          </li>
        ))}
      </ul>
      {lackingInAll > lacking.length ? (
        <p className="quiet">{say.more(lackingInAll - lacking.length)}</p>
      ) : null}
    </section>
  )
}
