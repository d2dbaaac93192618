import './exports.css'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { idShape, lineShape } from '../../../core/shapes.ts'
import { SelectField, TextField } from '../../kit/field.tsx'
import { useWords } from '../../kit/words.tsx'
import { TeamFrame } from '../team/frame.tsx'
import { lastMonths } from '../team/queries.ts'
import { Quality } from './quality.tsx'
import { words } from './words.ts'

const route = getRouteApi('/shell/staff/team/export')

/** A dataset of the team for a register or for its own analysis: for whom and why first, then the files. */
export function ExportPage() {
  const say = useWords(words)
  const { team } = route.useSearch()
  return (
    <TeamFrame title={say.tab} team={team}>
      {(teamId) => (
        <>
          <header className="team-lede">
            <h1>{say.title}</h1>
            <p className="team-more">{say.about}</p>
          </header>
          <Builder key={teamId} teamId={teamId} />
          <Quality teamId={teamId} />
        </>
      )}
    </TeamFrame>
  )
}

const SPANS = [12, 24, 60] as const
const BASES = ['own-quality', 'legal-duty'] as const

function Builder({ teamId }: { teamId: string }) {
  const say = useWords(words)
  const [project, setProject] = useState('')
  const [destination, setDestination] = useState('')
  const [basis, setBasis] = useState<string>(BASES[0])
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
          {BASES.map((one) => (
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
      <Files teamId={teamId} query={ready ? query.toString() : null} />
    </div>
  )
}

const FILES = ['data.xlsx', 'data.csv', 'codebook.csv', 'syntax.sps', 'observations.ndjson'] as const

function Files({ teamId, query }: { teamId: string; query: string | null }) {
  const say = useWords(words)
  return (
    <section aria-labelledby="files">
      <h2 id="files" className="heading">
        {say.files}
      </h2>
      {query === null ? <p className="quiet">{say.first}</p> : null}
      <dl className="export-files">
        {FILES.map((file) => (
          <div key={file}>
            <dt>{query === null ? file : <a href={`/api/exports/${teamId}/${file}?${query}`}>{file}</a>}</dt>
            <dd>{say.what[file]}</dd>
          </div>
        ))}
      </dl>
      <p className="chart-foot">{say.foot}</p>
    </section>
  )
}
