import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'
import { useRefusal } from '../../kit/states.tsx'

const { consults } = api

/** Does something about the patient on screen, and shows the page as it then is. */
export function useAct<Given>(act: (given: Given) => Promise<unknown>, said?: string) {
  const queries = useQueryClient()
  const refusal = useRefusal()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['patient'] }),
        queries.invalidateQueries({ queryKey: ['clinic'] }),
      ])
      if (said) notifications.show({ message: said })
    },
    onError: (error) => notifications.show({ color: 'red', message: refusal(error) }),
  })
}

export const sayOpened = (responseId: string) =>
  read(consults.responses[':responseId'].opened.$put({ param: { responseId } }))

type Agreement = {
  sentence: string
  who: string | null
  dueOn: string | null
  responseId: string | null
  key: string
}

/** A key by which the server knows an agreement that it already has; sent again, it stays one. */
export const newKey = () => crypto.getRandomValues(new Uint32Array(4)).join('-')

export const agree = ({ enrolmentId, ...json }: Agreement & { enrolmentId: string }) =>
  read(consults.enrolments[':enrolmentId'].agreements.$post({ param: { enrolmentId }, json }))

export const takeBack = (param: { enrolmentId: string; agreementId: string }) =>
  read(consults.enrolments[':enrolmentId'].agreements[':agreementId'].$delete({ param }))

export const takeAlert = (alertId: string) =>
  read(consults.alerts[':alertId'].acknowledged.$put({ param: { alertId } }))

export const closeAlert = ({ alertId, outcome }: { alertId: string; outcome: string }) =>
  read(consults.alerts[':alertId'].closed.$put({ param: { alertId }, json: { outcome } }))

export const enterMeasure = ({
  enrolmentId,
  ...json
}: {
  enrolmentId: string
  measure: string
  value: number
  measuredOn: string
}) => read(consults.enrolments[':enrolmentId'].measures.$post({ param: { enrolmentId }, json }))
