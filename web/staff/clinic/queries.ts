import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

const EVERY_MINUTE = 60_000

/** The clinic of one day (ISO date; undefined for today). */
export const clinicDay = (day: string | undefined) =>
  queryOptions({
    queryKey: ['clinic', day ?? 'today'],
    queryFn: () => read(api.clinic.$get({ query: day ? { day } : {} })),
    refetchInterval: EVERY_MINUTE,
    placeholderData: keepPreviousData,
  })
