import './imports.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Page } from '../../kit/frame.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { AsideCard } from './aside-card.tsx'
import { words } from './aside-words.ts'
import { BsnDoubts } from './bsn-doubts.tsx'
import { acceptAside, type Decision, openAsides, rejectAside } from './queries.ts'
import { Stuck } from './stuck.tsx'

type Choice = { id: string; seen: string; decision: Decision | null }

/** Messages that may be about the wrong person: what differs side by side, and what to do. */
export function AsidePage() {
  const say = useWords(words)
  const { data, error, refetch } = useQuery(openAsides)
  const decide = useDecide()
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const { asides, total, stuck, bsn } = data
  const others = stuck.length + bsn.doubles.length + bsn.wrong.length
  return (
    <Page
      title={say.title}
      about={total === 0 && others > 0 ? '' : say.about(total)}
      aside={<Link to="/staff/imports">{say.back}</Link>}
    >
      <Stuck stuck={stuck} />
      <BsnDoubts doubts={bsn} />
      <Said decide={decide} />
      {asides.length === 0 && others === 0 ? <p className="quiet">{say.empty}</p> : null}
      {total > asides.length ? <p className="quiet">{say.first(asides.length)}</p> : null}
      {asides.map((aside) => (
        <AsideCard
          key={aside.id}
          aside={aside}
          busy={decide.isPending}
          decide={(decision) => decide.mutate({ id: aside.id, seen: aside.receivedAt, decision })}
        />
      ))}
    </Page>
  )
}

function useDecide() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, seen, decision }: Choice): Promise<'accepted' | 'stillAside' | 'rejected'> => {
      if (!decision) {
        await rejectAside({ id, seen })
        return 'rejected'
      }
      const { admissions } = await acceptAside({ id, seen, ...decision })
      return admissions.some(({ what }) => what === 'set-aside') ? 'stillAside' : 'accepted'
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['quarantine'] }),
        queries.invalidateQueries({ queryKey: ['imports', 'overview'] }),
      ]),
  })
}

function Said({ decide: { data, error } }: { decide: ReturnType<typeof useDecide> }) {
  const say = useWords(words)
  const problem = useProblem(say.problems)
  if (error)
    return (
      <p className="status worse" role="alert">
        <Sign name="alert" />
        {problem(error)}
      </p>
    )
  return (
    <p className="status better" role="status">
      {data ? (
        <>
          <Sign name="done" />
          {say[data]}
        </>
      ) : null}
    </p>
  )
}
