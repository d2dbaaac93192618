import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useWords } from '../../kit/words.tsx'
import { useFormProblem } from '../form-problem.ts'
import { words } from './words.ts'

/** An act on a colleague: the list is read again after it, and what went wrong is a sentence. */
export function usePeopleAct<Given, Made>(act: (given: Given) => Promise<Made>, done?: (made: Made) => void) {
  const queries = useQueryClient()
  const mutation = useMutation({
    mutationFn: act,
    onSuccess: async (made) => {
      await Promise.all([['people'], ['leaving']].map((queryKey) => queries.invalidateQueries({ queryKey })))
      done?.(made)
    },
  })
  const problem = useFormProblem(mutation.error, useWords(words).problems)
  return {
    run: mutation.mutate,
    busy: mutation.isPending,
    made: mutation.data,
    problem: problem.summary,
    errorOf: problem.of,
  }
}
