import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ClinicRow, ResultRow } from '../../../core/clinic-day.ts'
import { api, read } from '../../kit/api.ts'
import { Button } from '../../kit/button.tsx'
import { useRefusal } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { words } from './words.ts'

const talk = (responseId: string, discussed: boolean, appointmentId: string | null = null) => {
  const route = api.consults.responses[':responseId'].discussed
  const param = { responseId }
  return discussed ? read(route.$put({ param, json: { appointmentId } })) : read(route.$delete({ param }))
}

const LONG_ENOUGH = 10_000 // milliseconds to see that it was the wrong patient; after that the same key takes it back

/** Says that an answer was discussed, or, where that was said, takes it back. */
export function useDiscuss(): (row: ClinicRow | ResultRow) => void {
  const say = useWords(words)
  const refusal = useRefusal()
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: ['clinic'] })
  const refused = (error: unknown) => notifications.show({ color: 'red', message: refusal(error) })

  const undo = useMutation({
    mutationFn: (responseId: string) => talk(responseId, false),
    onSuccess: refresh,
    onError: refused,
  })
  const record = useMutation({
    mutationFn: (row: { responseId: string; appointmentId: string | null; name: string }) =>
      talk(row.responseId, true, row.appointmentId),
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
