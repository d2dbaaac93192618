import { queryOptions } from '@tanstack/react-query'
import type { Verdict } from '../../../core/access/emergency.ts'
import { api, read } from '../../kit/api.ts'

type Emergency = Parameters<typeof api.emergency.$post>[0]['json']
export const openFile = (json: Emergency) => read(api.emergency.$post({ json }))

export const openFiles = queryOptions({
  queryKey: ['emergency-open'],
  queryFn: () => read(api.emergency.$get()),
})

/**
 * Each reading is a line of the log, so it is not read again by itself, but for once: when the hour is over, by the
 * clock of the server.
 */
export const emergencyFile = (id: string, enrolment: string | undefined) =>
  queryOptions({
    queryKey: ['emergency', id, enrolment],
    queryFn: () => read(api.emergency[':id'].$get({ param: { id }, query: enrolment ? { enrolment } : {} })),
    refetchInterval: ({ state: { data, error } }) =>
      data && !error ? Date.parse(data.endsAt) - Date.parse(data.page.now) + 1000 : false,
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

export const emergencyReviews = queryOptions({
  queryKey: ['emergency-reviews'],
  queryFn: () => read(api.emergency.reviews.$get()),
  refetchOnWindowFocus: false,
})

export const judge = ({ id, ...json }: { id: string; verdict: Verdict; note: string }) =>
  read(api.emergency.reviews[':id'].$put({ param: { id }, json }))
