import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

export const patientBsn = (patientId: string) =>
  queryOptions({
    queryKey: ['bsn', patientId],
    queryFn: () => read(api.bsn[':patientId'].$get({ param: { patientId } })),
  })
export type BsnState = Awaited<ReturnType<NonNullable<ReturnType<typeof patientBsn>['queryFn']>>>

/** All of the number. Asked anew each time and kept by no cache: each look is in the log. */
export const showBsn = (patientId: string) =>
  read(api.bsn[':patientId'].shown.$post({ param: { patientId } }))

export const verifyBsn = (patientId: string, json: { reason: string; seen: string }) =>
  read(api.bsn[':patientId'].verified.$put({ param: { patientId }, json }))

export const removeBsn = (patientId: string) => read(api.bsn[':patientId'].$delete({ param: { patientId } }))

/** An act on the number, after which what is known of it is read again. */
export function useBsnAct<Given>(patientId: string, act: (given: Given) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: patientBsn(patientId).queryKey }),
  })
}
