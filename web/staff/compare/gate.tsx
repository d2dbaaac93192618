import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '../../kit/button.tsx'
import { Empty, useRefusal } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { openComparison } from './queries.ts'
import { words } from './words.ts'

function useGate(teamId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (open: boolean) => openComparison(teamId, open),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['team-comparison'] }),
  })
}

/** What comparing means, before anybody sees a figure of it. */
export function Closed({ teamId, mayOpen }: { teamId: string; mayOpen: boolean }) {
  const say = useWords(words)
  const refusal = useRefusal()
  const gate = useGate(teamId)
  return (
    <>
      <header className="team-lede">
        <h1>{say.closed.heading}</h1>
      </header>
      <Empty
        title={say.closed.title}
        action={
          mayOpen ? (
            <Button look="primary" size="page" disabled={gate.isPending} onClick={() => gate.mutate(true)}>
              {say.closed.open}
            </Button>
          ) : null
        }
      >
        {[say.closed.about, say.closed.both, mayOpen ? '' : say.closed.lead].join(' ')}
      </Empty>
      <FormProblem>{gate.error ? refusal(gate.error) : null}</FormProblem>
    </>
  )
}

/** The way back: then the team sees no others, and others do not see it. */
export function CloseAgain({ teamId }: { teamId: string }) {
  const say = useWords(words)
  const gate = useGate(teamId)
  return (
    <p className="section">
      <Button look="text" disabled={gate.isPending} onClick={() => gate.mutate(false)}>
        {say.close}
      </Button>
    </p>
  )
}
