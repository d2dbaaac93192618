import { Button } from '../../../../kit/button.tsx'
import { useFormats } from '../../../../kit/format.ts'
import { useWords } from '../../../../kit/words.tsx'
import { useProblem } from '../../../sign-in/problem.ts'
import { words } from '../words.ts'
import { isConflict, type Writing } from './use-writing.ts'
import { writingWords } from './writing-words.ts'

/** Whether what was typed is stored, for whoever wants to go home. */
export function Stored({ writing, isFaulty }: { writing: Writing; isFaulty: boolean }) {
  const say = useWords(writingWords)
  const { dayTime } = useFormats()
  const { state, storedAt, storeNow } = writing
  if (state === 'untouched' || state === 'refused') return null
  const when = storedAt ? dayTime(storedAt) : ''
  return (
    <>
      <span className="quiet">
        {state === 'stored' ? (isFaulty ? say.storedFaulty(when) : say.stored(when)) : say.states[state]}
      </span>
      {state === 'failed' ? (
        <Button look="soft" onClick={storeNow}>
          {say.retry}
        </Button>
      ) : null}
    </>
  )
}

/** Why it is refused; what somebody else wrote meanwhile is told apart. */
export function useNotStored({ state, error }: Writing): string | null {
  const problem = useProblem(useWords(words).problems)
  return state === 'refused' && !isConflict(error) ? problem(error) : null
}
