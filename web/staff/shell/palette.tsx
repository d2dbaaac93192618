import { Spotlight, spotlight } from '@mantine/spotlight'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useDeferredValue, useState } from 'react'
import { fold } from '../../../core/words/fold.ts'
import { api, read } from '../../kit/api.ts'
import { useFormats } from '../../kit/format.ts'
import { useRefusal } from '../../kit/states.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { pagesFor } from './rail.tsx'
import { words } from './words.ts'

const ENOUGH = 2 // letters before the server is asked

/** What somebody with these permissions can look for. */
export const searchesFor = (permissions: readonly string[]): 'patients' | 'pages' =>
  permissions.includes('patients:read') ? 'patients' : 'pages'

/** Ctrl K: patients of one's own teams, and the pages of the house. */
export function Palette({ permissions }: { permissions: readonly string[] }) {
  const say = useWords(words)
  const [query, setQuery] = useState('')
  const searches = searchesFor(permissions)
  const label = say.search[searches]
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={['mod + K']}
      scrollable
      maxHeight={420}
      attributes={{ content: { 'aria-label': label } }}
    >
      <Spotlight.Search
        placeholder={label}
        aria-label={label}
        leftSection={<Sign name="find" />}
        onKeyDown={openFirst}
      />
      <Spotlight.ActionsList>
        {searches === 'patients' ? <Patients query={query} /> : null}
        <Pages query={query} permissions={permissions} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** Enter opens the first hit, where none was chosen with the arrows. */
function openFirst({ key, currentTarget }: KeyboardEvent<HTMLInputElement>) {
  const dialog = currentTarget.closest('[role=dialog]')
  if (key === 'Enter' && !dialog?.querySelector('[data-selected]'))
    dialog?.querySelector<HTMLElement>('[data-action]')?.click()
}

function Patients({ query }: { query: string }) {
  const say = useWords(words)
  const format = useFormats()
  const navigate = useNavigate()
  const search = useDeferredValue(query.trim())
  const refusal = useRefusal()
  const { data, error } = useQuery({
    queryKey: ['patients', search],
    queryFn: () => read(api.clinic.patients.$get({ query: { search } })),
    enabled: search.length >= ENOUGH,
    placeholderData: keepPreviousData,
  })
  if (search.length < ENOUGH) return null
  if (error) return <Spotlight.Empty role="alert">{refusal(error)}</Spotlight.Empty>
  if (!data) return <Spotlight.Empty role="status">{say.searching}</Spotlight.Empty>
  if (data.length === 0)
    return (
      <>
        <Spotlight.Empty role="status">{say.noneFound}</Spotlight.Empty>
        <Spotlight.Action
          label={say.emergency}
          description={say.emergencyAbout}
          leftSection={<Sign name="alert" />}
          onClick={() => void navigate({ to: '/staff/emergency' })}
        />
      </>
    )
  return (
    <Spotlight.ActionsGroup label={say.patients}>
      {data.map((patient) => (
        <Spotlight.Action
          key={patient.id}
          label={`${patient.givenName} ${patient.familyName}`}
          description={format.date(patient.birthDate)}
          leftSection={<Sign name="person" />}
          onClick={() =>
            void navigate({ to: '/staff/patients/$patientId', params: { patientId: patient.id } })
          }
        />
      ))}
    </Spotlight.ActionsGroup>
  )
}

function Pages({ query, permissions }: { query: string; permissions: readonly string[] }) {
  const say = useWords(words)
  const navigate = useNavigate()
  const pages = pagesFor(permissions).filter(({ name }) => fold(say.rail[name]).includes(fold(query)))
  if (pages.length === 0)
    return searchesFor(permissions) === 'pages' ? (
      <Spotlight.Empty role="status">{say.noPage}</Spotlight.Empty>
    ) : null
  return (
    <Spotlight.ActionsGroup label={say.pages}>
      {pages.map(({ name, to, sign }) => (
        <Spotlight.Action
          key={name}
          label={say.rail[name]}
          leftSection={<Sign name={sign} />}
          onClick={() => {
            spotlight.close()
            void navigate({ to })
          }}
        />
      ))}
    </Spotlight.ActionsGroup>
  )
}
