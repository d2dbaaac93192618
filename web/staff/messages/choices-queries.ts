import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

const own = api.choices[':patientId']

/** What one patient chose. */
export const patientChoices = (patientId: string) =>
  queryOptions({
    queryKey: ['choices', patientId],
    queryFn: () => read(own.$get({ param: { patientId } })),
  })
export type Choices = Awaited<ReturnType<NonNullable<ReturnType<typeof patientChoices>['queryFn']>>>

type Objection = Parameters<typeof own.objection.$put>[0]['json']
export const sayObjection = (patientId: string, json: Objection) =>
  read(own.objection.$put({ param: { patientId }, json }))
export const sayConsent = (patientId: string, consents: boolean) =>
  read(own.research.$put({ param: { patientId }, json: { consents } }))

export type NewProxy = Parameters<typeof own.proxy.$put>[0]['json']
export const setProxy = (patientId: string, json: NewProxy) =>
  read(own.proxy.$put({ param: { patientId }, json }))
export const endProxy = (patientId: string) => read(own.proxy.$delete({ param: { patientId } }))

/** Records a choice and shows the page as it then is. */
export function useChoice<Given>(act: (given: Given) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () =>
      Promise.all([['choices'], ['mail']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  })
}
