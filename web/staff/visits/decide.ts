import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { VisitForm } from '../../../core/consult/triage.ts'
import { ApiError } from '../../kit/api.ts'
import { useRefusal } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { showUndo } from '../undo.tsx'
import { decideVisit, undecideVisit } from './queries.ts'
import { visitWords } from './words.ts'

export type Deciding = { appointmentId: string; form: VisitForm; name: string }

/** Decides how a visit goes on; for ten seconds it can be taken back. */
export function useDecideVisit(): (deciding: Deciding) => void {
  const say = useWords(visitWords)
  const refused = useVisitRefusal()
  const queries = useQueryClient()
  const refresh = () =>
    Promise.all(['clinic', 'visits'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
  const undo = useMutation({ mutationFn: undecideVisit, onSuccess: refresh, onError: refused })
  const decide = useMutation({
    mutationFn: ({ appointmentId, form }: Deciding) => decideVisit({ appointmentId, form }),
    onSuccess: async (_, { appointmentId, form, name }) => {
      await refresh()
      showUndo({
        id: `visit ${appointmentId}`,
        message: say.done[form](name),
        undo: () => undo.mutate(appointmentId),
      })
    },
    onError: refused,
  })
  return (deciding) => decide.mutate(deciding)
}

/** Says why not, in words. */
export function useVisitRefusal(): (error: unknown) => void {
  const say = useWords(visitWords)
  const refusal = useRefusal()
  return (error) => {
    const known = error instanceof ApiError ? say.problems[error.code] : undefined
    notifications.show({ color: 'red', message: known ?? refusal(error) })
  }
}
