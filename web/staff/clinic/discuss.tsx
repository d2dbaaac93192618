import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ClinicRow, ResultRow } from '../../../core/clinic-day.ts'
import { Button } from '../../kit/button.tsx'
import { useRefusal } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { type Discussed, sayDiscussed } from '../discussed.ts'
import { words } from './words.ts'

const LONG_ENOUGH = 10_000 // milliseconds to see that it was the wrong patient; after that the same key takes it back

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
      const id = `discussed ${responseId}`
      const takeBack = () => {
        notifications.hide(id)
        undo.mutate(responseId)
      }
      notifications.show({
        id,
        autoClose: LONG_ENOUGH,
        message: (
          <span className="undo">
            {say.discussedNow(name)} <Button onClick={takeBack}>{say.undo}</Button>
          </span>
        ),
      })
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
