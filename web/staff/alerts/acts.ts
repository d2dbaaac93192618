import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useWords } from '../../kit/words.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { words } from './words.ts'

/** Does something about alerts, and shows every page that tells of them as it then is. */
export function useAct<Given>(
  act: (given: Given) => Promise<unknown>,
  said?: (given: Given) => void,
  problems?: Record<string, string>,
) {
  const say = useWords(words)
  const queries = useQueryClient()
  const problem = useProblem(problems ?? say.problems)
  return useMutation({
    mutationFn: act,
    onSuccess: (_, given) => said?.(given),
    onSettled: () =>
      Promise.all(
        [['alerts'], ['patient'], ['clinic'], ['board']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
    onError: (error) => notifications.show({ color: 'red', message: problem(error) }),
  })
}
