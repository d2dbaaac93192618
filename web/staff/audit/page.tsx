import './audit.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { Button } from '../../kit/button.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { Page } from '../../kit/frame.tsx'
import { Empty, Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { EmergencyReviews } from '../emergency/reviews.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { fieldsOf } from '../sign-in/fields.ts'
import { useProblem } from '../sign-in/problem.ts'
import { Lines } from './lines.tsx'
import { auditLog, auditPeople, type Filter } from './queries.ts'
import { words } from './words.ts'

const NAMES = ['person', 'patient', 'from', 'until'] as const

/** The log of who saw and did what, for who checks it. What it is filtered by stands in the address. */
export function AuditPage() {
  const say = useWords(words)
  const filter = useSearch({ from: '/shell/staff/audit' })
  const problem = useProblem(say.problems)
  const log = useInfiniteQuery(auditLog(filter))
  const lines = log.data?.pages.flatMap((page) => page.lines) ?? []
  return (
    <Page title={say.title} about={say.about}>
      <EmergencyReviews />
      <FilterForm filter={filter} />
      <FormProblem>{log.error ? problem(log.error) : null}</FormProblem>
      {log.isPending ? <Loading /> : null}
      {log.data && lines.length === 0 ? <Empty title={say.none}>{say.noneAbout}</Empty> : null}
      {lines.length > 0 ? <Lines lines={lines} /> : null}
      {log.hasNextPage ? (
        <Button look="soft" onClick={() => void log.fetchNextPage()} disabled={log.isFetchingNextPage}>
          {say.more}
        </Button>
      ) : null}
    </Page>
  )
}

function FilterForm({ filter }: { filter: Filter }) {
  const say = useWords(words)
  const navigate = useNavigate()
  const { data: people, error } = useQuery(auditPeople)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const filled = Object.entries(fieldsOf(event.currentTarget, NAMES)).filter(
      ([, text]) => text.trim() !== '',
    )
    void navigate({ to: '/staff/audit', search: Object.fromEntries(filled) })
  }
  if (error) return <Trouble error={error} />
  return (
    <form onSubmit={submit} className="audit-filter" key={`${people?.length} ${JSON.stringify(filter)}`}>
      <SelectField label={say.person} name="person" defaultValue={filter.person ?? ''}>
        <option value="">{say.everybody}</option>
        {people?.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField label={say.patient} name="patient" defaultValue={filter.patient} autoComplete="off" />
      <TextField label={say.from} name="from" type="date" defaultValue={filter.from} />
      <TextField label={say.until} name="until" type="date" defaultValue={filter.until} />
      <Button type="submit" look="primary" size="page">
        {say.show}
      </Button>
    </form>
  )
}
