import { fileWords } from '../../../core/feeds/file-words.ts'
import { ApiError } from '../../kit/api.ts'
import { Sign } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { words } from './words.ts'

/** A file on its way, or why it did not arrive. */
export function Sending({ isPending, error }: { isPending: boolean; error: Error | null }) {
  const say = useWords(words)
  const { failures } = useWords(fileWords)
  const problem = useProblem(failures)
  if (isPending) return <p role="status">{say.sending}</p>
  if (!error) return null
  return (
    <p className="status worse" role="alert">
      <Sign name="alert" />
      {error instanceof ApiError && error.status === 413 ? failures.file_too_large : problem(error)}
    </p>
  )
}
