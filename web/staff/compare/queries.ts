import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'
import type { CompareSearch } from './search.ts'

const one = api.teams[':teamId'].comparison

export const comparison = (teamId: string, { indicator, by }: CompareSearch) => {
  const query = { ...(indicator ? { indicator } : {}), ...(by ? { by } : {}) }
  return queryOptions({
    queryKey: ['team-comparison', teamId, query],
    queryFn: () => read(one.$get({ param: { teamId }, query })),
    placeholderData: keepPreviousData,
  })
}

export const openComparison = (teamId: string, open: boolean) =>
  read(one.$put({ param: { teamId }, json: { open } }))
