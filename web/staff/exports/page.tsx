import './exports.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { bases } from '../../../core/dataset/basis.ts'
import { idShape, lineShape } from '../../../core/shapes.ts'
import { SelectField, TextField } from '../../kit/field.tsx'
import { Filter } from '../../kit/filter.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { TeamFrame } from '../team/frame.tsx'
import { lastMonths } from '../team/queries.ts'
import { FHIR, Files, TABLES } from './files.tsx'
import { Quality } from './quality.tsx'
import { registers } from './queries.ts'
import { RegisterDelivery } from './register.tsx'
import { words } from './words.ts'

const route = getRouteApi('/shell/staff/team/export')

/** A dataset of the team for a register or for its own analysis: for whom and why first, then the files. */
export function ExportPage() {
  const say = useWords(words)
  const search = route.useSearch()
  return (
    <TeamFrame title={say.tab} team={search.team}>
      {(teamId) => (
        <>
          <header className="team-lede">
            <h1>{say.title}</h1>
            <p className="team-more">{search.register === undefined ? say.about : say.aboutRegister}</p>
          </header>
          <ForWhom teamId={teamId} register={search.register} />
          {search.register === undefined ? (
            <Builder key={teamId} teamId={teamId} />
          ) : (
            <RegisterDelivery teamId={teamId} register={search.register} search={search} />
          )}
          <Quality teamId={teamId} />
        </>
      )}
    </TeamFrame>
  )
}

/** The registers whose fields are known here, and a dataset of one's own. */
function ForWhom({ teamId, register }: { teamId: string; register: string | undefined }) {
  const say = useWords(words)
  const local = useLocal()
  const navigate = useNavigate()
  const { data } = useQuery(registers(teamId))
  if (!data || data.registers.length === 0) return null
  const choose = (chosen: string) =>
    navigate({ to: '/staff/team/export', search: { team: teamId, register: chosen || undefined } })
  return (
    <p className="filters">
      <Filter label={say.forWhom} value={register ?? ''} choose={choose}>
        <option value="">{say.ownChoice}</option>
        {data.registers.map(({ id, title }) => (
          <option key={id} value={id}>
            {local(title)}
          </option>
        ))}
      </Filter>
    </p>
  )
}

const SPANS = [12, 24, 60] as const

function Builder({ teamId }: { teamId: string }) {
  const say = useWords(words)
  const [project, setProject] = useState('')
  const [destination, setDestination] = useState('')
  const [basis, setBasis] = useState<string>(bases[0])
  const [months, setMonths] = useState(24)
  const wrong = {
    project: project !== '' && !idShape.safeParse(project).success,
    destination: destination !== '' && !lineShape(3, 120).safeParse(destination).success,
  }
  const ready = project !== '' && destination !== '' && !wrong.project && !wrong.destination
  const query = new URLSearchParams({ project, destination, basis, ...lastMonths(months) })
  return (
    <div className="export">
      <div>
        <TextField
          label={say.destination}
          hint={say.destinationHint}
          value={destination}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => setDestination(event.target.value)}
          error={wrong.destination ? say.destinationWrong : undefined}
        />
        <SelectField label={say.basis} value={basis} onChange={(event) => setBasis(event.target.value)}>
          {bases.map((one) => (
            <option key={one} value={one}>
              {say.bases[one]}
            </option>
          ))}
        </SelectField>
        <TextField
          label={say.project}
          hint={say.projectHint}
          value={project}
          maxLength={64}
          autoComplete="off"
          onChange={(event) => setProject(event.target.value)}
          error={wrong.project ? say.projectWrong : undefined}
        />
        <SelectField
          label={say.period}
          value={String(months)}
          onChange={(event) => setMonths(Number(event.target.value))}
        >
          {SPANS.map((count) => (
            <option key={count} value={count}>
              {say.lastMonths(count)}
            </option>
          ))}
        </SelectField>
      </div>
      <Files
        files={[...TABLES, ...FHIR]}
        addressOf={ready ? (file) => `/api/exports/${teamId}/${file}?${query}` : null}
      />
    </div>
  )
}
