import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { InferRequestType } from 'hono/client'
import type { EntryView } from '../../../core/answers/paper-entry.ts'
import { api, read } from '../../kit/api.ts'

const one = api.entries[':assessmentId']

/** What can be typed in for one assessment. Never fetched again by itself: somebody is typing in it. */
export const entry = (assessmentId: string, printed: number | undefined) =>
  queryOptions({
    queryKey: ['entry', assessmentId, printed ?? null],
    queryFn: (): Promise<EntryView> =>
      read(one.$get({ param: { assessmentId }, query: printed ? { printed: String(printed) } : {} })),
    placeholderData: keepPreviousData, // what was typed stays where another paper is chosen
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
export type Entry = InferRequestType<typeof one.$post>['json']

export const enter = ({ assessmentId, json }: { assessmentId: string; json: Entry }) =>
  read(one.$post({ param: { assessmentId }, json }))

/** Signs out here and gives the address that opens the questions for the patient. */
export const handOver = (assessmentId: string) => read(one.tablet.$post({ param: { assessmentId } }))
