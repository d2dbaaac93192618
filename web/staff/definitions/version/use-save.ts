import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../kit/words.tsx'
import { useProblem } from '../../sign-in/problem.ts'
import { changeDraft, takeDefinitions, useDefinitionAct, type Version } from '../queries.ts'
import { faultsOf } from './faults.tsx'
import { words } from './words.ts'

/** Keeps what somebody wrote: in the draft that it is, or as the next version. `refused` is what the server has against it. */
export function useSave(of: Version) {
  const problem = useProblem(useWords(words).problems)
  const navigate = useNavigate()
  const changing = useDefinitionAct(changeDraft)
  const taking = useDefinitionAct(takeDefinitions)
  const error = changing.error ?? taking.error
  return {
    save: (text: string) => {
      if (of.status === 'draft') return changing.mutate({ versionId: of.id, text, seen: of.contentHash })
      return taking.mutate(text, {
        onSuccess: ({ written }) => {
          const [draft] = written
          if (draft)
            void navigate({
              to: '/staff/definitions/$versionId',
              params: { versionId: draft.id },
              search: { show: 'text' },
            })
        },
      })
    },
    busy: changing.isPending || taking.isPending,
    problem: error ? problem(error) : null,
    refused: faultsOf(error),
  }
}
