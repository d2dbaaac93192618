import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

/** What patients asked and nobody has answered. */
export const openRequests = queryOptions({
  queryKey: ['requests'],
  queryFn: () => read(api.requests.$get()),
})
export type PatientRequest = Awaited<ReturnType<NonNullable<typeof openRequests.queryFn>>>['requests'][number]

export const answerRequest = ({ id, answer }: { id: string; answer: string }) =>
  read(api.requests[':id'].answer.$post({ param: { id }, json: { answer } }))
