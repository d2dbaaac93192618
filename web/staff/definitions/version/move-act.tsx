import { useState } from 'react'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { useWords } from '../../../kit/words.tsx'
import { FormProblem } from '../../sign-in/door.tsx'
import { useProblem } from '../../sign-in/problem.ts'
import { moveUnderWay, useDefinitionAct, type Version } from '../queries.ts'
import { movingWords } from './moving-words.ts'
import { Held, UnderWay } from './under-way.tsx'
import { words } from './words.ts'

/** Who kept an earlier version can go on with the one that runs later, too; other organisations choose so themselves. */
export function MoveAct({ of }: { of: Version }) {
  const say = useWords(movingWords)
  const [isOpen, setOpen] = useState(false)
  const isGoingOn = of.moving !== null && of.moving.finishedAt === null
  const waiting = (of.underWay?.enrolments ?? 0) - (of.underWay?.held ?? 0)
  if (of.status !== 'published' || isGoingOn || waiting <= 0) return null
  return (
    <div className="version-acts">
      <Button look="soft" size="page" onClick={() => setOpen(true)}>
        {say.act}
      </Button>
      {isOpen ? <MoveDialog of={of} close={() => setOpen(false)} /> : null}
    </div>
  )
}

function MoveDialog({ of, close }: { of: Version; close: () => void }) {
  const [say, move] = [useWords(words), useWords(movingWords)]
  const problem = useProblem(say.problems)
  const acting = useDefinitionAct(() => moveUnderWay(of.id))
  return (
    <Dialog title={move.act} closeLabel={say.cancel} size="lg" close={close}>
      <dl className="version-facts">
        <UnderWay of={of} />
      </dl>
      <p>{move.moveAbout}</p>
      <Held of={of} />
      <FormProblem>{acting.error ? problem(acting.error) : null}</FormProblem>
      <p className="version-keys">
        <Button
          look="primary"
          size="page"
          disabled={acting.isPending}
          onClick={() => acting.mutate(undefined, { onSuccess: close })}
        >
          {move.act}
        </Button>
        <Button look="text" onClick={close}>
          {say.cancel}
        </Button>
      </p>
    </Dialog>
  )
}
