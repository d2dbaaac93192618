import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { writeFigure } from '../../../core/publication/written-figure.ts'
import { Button } from '../../kit/button.tsx'
import { ChartTable } from '../../kit/charts/table.tsx'
import { useFormats } from '../../kit/format.ts'
import { Page, Section } from '../../kit/frame.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { approve, end, propose, publications, type Shown } from './queries.ts'
import { words } from './words.ts'

/** What teams show to everybody: proposed by leads, approved by the board. */
export function PublishPage() {
  const say = useWords(words)
  const queries = useQueryClient()
  const problem = useProblem(say.problems)
  const { data, error, refetch } = useQuery(publications)
  const act = useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    onSettled: () => queries.invalidateQueries({ queryKey: ['publications'] }),
  })
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const waiting = new Set(
    data.publications.filter(({ approvedAt }) => !approvedAt).map(({ teamId }) => teamId),
  )
  return (
    <Page title={say.title} about={say.about}>
      {data.led
        .filter(({ id }) => !waiting.has(id))
        .map(({ id, name }) => (
          <p key={id}>
            <Button
              look="primary"
              size="page"
              disabled={act.isPending}
              onClick={() => act.mutate(() => propose(id))}
            >
              {say.propose(name)}
            </Button>
          </p>
        ))}
      <FormProblem>{act.error ? problem(act.error) : null}</FormProblem>
      {data.publications.length === 0 ? <p className="quiet">{say.none}</p> : null}
      {data.publications.map((one) => (
        <Proposal
          key={one.id}
          shown={one}
          mayApprove={data.mayApprove}
          busy={act.isPending}
          run={act.mutate}
        />
      ))}
    </Page>
  )
}

type ProposalProps = {
  shown: Shown
  mayApprove: boolean
  busy: boolean
  run: (act: () => Promise<unknown>) => void
}

function Proposal({ shown, mayApprove, busy, run }: ProposalProps) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  const { id, teamId, content, proposedBy, proposedAt, approvedAt } = shown
  return (
    <Section title={`${content.team}: ${local(content.group)}`}>
      <p>
        <span className={`status ${approvedAt ? 'better' : 'watch'}`}>
          <Sign name={approvedAt ? 'done' : 'half'} /> {approvedAt ? say.public : say.waits}
        </span>{' '}
        · {say.by(proposedBy, format.day(proposedAt))}
        {approvedAt ? ` · ${say.since(format.day(approvedAt))}` : ''}
      </p>
      <Preview shown={shown} />
      <p className="dialog-row">
        {approvedAt ? (
          <a href={`/uitkomsten/${teamId}`} target="_blank" rel="noreferrer">
            {say.see}
          </a>
        ) : null}
        {mayApprove && !approvedAt ? (
          <Button look="primary" size="page" disabled={busy} onClick={() => run(() => approve(id))}>
            {say.approve}
          </Button>
        ) : null}
        <Button look="soft" disabled={busy} onClick={() => run(() => end(id))}>
          {mayApprove && !approvedAt ? say.refuse : say.withdraw}
        </Button>
      </p>
    </Section>
  )
}

/** Exactly what everybody would read. */
function Preview({ shown: { content } }: { shown: Shown }) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  const { language } = useLanguage()
  return (
    <>
      {content.response === null ? null : (
        <p>{say.response(say.bound(format.percent(content.response), content.responseBound ?? null))}</p>
      )}
      <ChartTable
        caption={content.team}
        columns={say.columns}
        rows={content.figures.map((figure) => {
          const { value, n } = writeFigure(language, figure)
          return { key: figure.id, cells: [local(figure.title), value, n] }
        })}
      />
    </>
  )
}
