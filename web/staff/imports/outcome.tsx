import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { Counts, RowList } from './admitted.tsx'
import { Failure, ProblemList } from './problems.tsx'
import { type Import, type ImportKind, importById, importsOverview, type Report } from './queries.ts'
import { words } from './words.ts'

type Props = {
  kind: ImportKind
  id: string
  show: 'attention' | 'all' | undefined
  importNow: (() => void) | null
}

/** One import or dry run: how far it is, then what came of it. */
export function Outcome({ kind, id, show, importNow }: Props) {
  const { data, error, refetch } = useQuery(importById(id))
  const queries = useQueryClient()
  const isOver = data !== undefined && data.state !== 'running'
  useEffect(() => {
    if (isOver) void queries.invalidateQueries(importsOverview(kind))
  }, [isOver, queries, kind])
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return null
  if (data.report === null || data.state === 'running') return <Running of={data} />
  return <Over kind={kind} of={data} report={data.report} show={show} importNow={importNow} />
}

function Running({ of: { progress, fileName, dryRun } }: { of: Import }) {
  const say = useWords(words)
  const { number } = useFormats()
  const { done, of } = progress
  const isWriting = of > 0 && done > 0
  return (
    <Section title={fileName}>
      <div role="status" className="imports-progress">
        <progress aria-label={fileName} {...(isWriting ? { value: done, max: of } : {})} />
        <p>
          {isWriting ? say.importing(number(done), number(of)) : say.checking(number(Math.max(done, of)))}
        </p>
        {dryRun ? null : <p className="quiet">{say.leave}</p>}
      </div>
    </Section>
  )
}

function Over({ kind, of, report, show, importNow }: Omit<Props, 'id'> & { of: Import; report: Report }) {
  const say = useWords(words)
  const { number } = useFormats()
  if (report.failure)
    return (
      <Section title={report.rows > 0 ? say.stoppedTitle : say.failedTitle} about={of.fileName}>
        <Failure failure={report.failure} />
      </Section>
    )
  if (report.problemCount > 0)
    return (
      <Section title={say.wrongTitle} about={of.fileName}>
        <ProblemList id={of.id} report={report} />
      </Section>
    )
  const { rows, newPatients, newEnrolments } = report
  return (
    <Section title={of.dryRun ? say.dryTitle : say.doneTitle} about={of.fileName}>
      <p>
        {kind === 'patients'
          ? say.registered(number(rows), number(newPatients))
          : say.summary(number(rows), number(newPatients), number(newEnrolments))}{' '}
        {of.dryRun ? say.dry : null}
      </p>
      <Counts report={report} />
      {of.dryRun ? <ImportNow importNow={importNow} /> : null}
      <RowList kind={kind} report={report} show={show} importId={of.id} />
    </Section>
  )
}

function ImportNow({ importNow }: { importNow: (() => void) | null }) {
  const say = useWords(words)
  return importNow ? (
    <p className="imports-now">
      <Button look="primary" size="page" onClick={importNow}>
        {say.now}
      </Button>
    </p>
  ) : (
    <p className="quiet">{say.again}</p>
  )
}
