import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api, read } from '../../kit/api.ts'
import type { AuditSearch } from './search.ts'

export type Filter = z.infer<typeof AuditSearch>

/** The log by pages, newest first. Each reading is a line of it, so it is not read again by itself. */
export const auditLog = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) =>
      read(api.audit.$get({ query: { ...filter, ...(pageParam ? { after: pageParam } : {}) } })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

export const auditPeople = queryOptions({
  queryKey: ['audit-people'],
  queryFn: () => read(api.audit.people.$get()),
})
