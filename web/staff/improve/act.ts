import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useWords } from '../../kit/words.tsx'
import { useFormProblem } from '../form-problem.ts'
import { words } from './words.ts'

/** Something done to a team's improvements: its charts are read again after it. */
export function useImproving<Given>(act: (given: Given) => Promise<unknown>, done: () => void) {
  const queries = useQueryClient()
  const mutation = useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['team-charts'] })
      done()
    },
  })
  const problem = useFormProblem(mutation.error, useWords(words).problems)
  return { run: mutation.mutate, busy: mutation.isPending, problem: problem.summary, errorOf: problem.of }
}
