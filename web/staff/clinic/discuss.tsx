import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ClinicRow, ResultRow } from '../../../core/consult/clinic-day.ts'
import { useRefusal } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { type Discussed, sayDiscussed } from '../discussed.ts'
import { showUndo } from '../undo.tsx'
import { words } from './words.ts'

/** Says that an answer was discussed, or, where that was said, takes it back. */
export function useDiscuss(): (row: ClinicRow | ResultRow) => void {
  const say = useWords(words)
  const refusal = useRefusal()
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: ['clinic'] })
  const refused = (error: unknown) => notifications.show({ color: 'red', message: refusal(error) })

  const undo = useMutation({
    mutationFn: (responseId: string) => sayDiscussed({ responseId, appointmentId: null, discussed: false }),
    onSuccess: refresh,
    onError: refused,
  })
  const record = useMutation({
    mutationFn: ({ responseId, appointmentId }: Omit<Discussed, 'discussed'> & { name: string }) =>
      sayDiscussed({ responseId, appointmentId, discussed: true }),
    onSuccess: async (_, { responseId, name }) => {
      await refresh()
      const undoIt = () => undo.mutate(responseId)
      const message = say.discussedNow(name)
      // After ten seconds the same key takes it back.
      showUndo({ id: `discussed ${responseId}`, message, undo: undoIt })
    },
    onError: refused,
  })

  return (row) => {
    const { responseId, standing, patient } = row
    if (responseId && standing.state === 'discussed') undo.mutate(responseId)
    if (!responseId || standing.state !== 'answered') return
    const appointmentId = 'appointmentId' in row ? row.appointmentId : null
    record.mutate({ responseId, appointmentId, name: `${patient.givenName} ${patient.familyName}` })
  }
}
