import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Draft } from '../../../../core/design/draft.ts'
import { copiedSet, copyShape, startedSet, startShape } from '../../../../core/design/start-set.ts'
import type { OutcomeSet } from '../../../../core/outcome-sets/outcome-set.ts'
import { type Definition, takeDefinitions, useDefinitionAct, version } from '../queries.ts'

/** How a new set begins. */
export type Way = 'empty' | 'copy'

/** Makes a draft of what was filled in, and goes to where it is designed. */
export function useBegin(way: Way, known: readonly Definition[]) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const taken = known.map(({ definition }) => ({ id: definition }))
  const whole = (id: string) => queries.fetchQuery(version(id))
  const made = async (draft: Draft): Promise<OutcomeSet> => {
    if (way === 'empty') {
      const start = startShape.parse(draft)
      const asked = await Promise.all(start.asked.map(whole))
      return startedSet(
        start,
        asked.flatMap(({ instrument }) => instrument ?? []),
        taken,
      )
    }
    const named = copyShape.parse(draft)
    const { set } = await whole(named.from)
    if (!set) throw new Error('only an outcome set is offered to be copied')
    return copiedSet(set, named, taken)
  }
  const beginning = useDefinitionAct(async (draft: Draft) =>
    takeDefinitions({ text: JSON.stringify(await made(draft)) }),
  )
  return {
    begin: (draft: Draft) =>
      beginning.mutate(draft, {
        onSuccess: ({ written: [one] }) => {
          if (one)
            void navigate({
              to: '/staff/definitions/$versionId',
              params: { versionId: one.id },
              search: { show: 'text' },
            })
        },
      }),
    busy: beginning.isPending,
    error: beginning.error,
  }
}
