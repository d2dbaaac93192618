import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

const one = api.teams[':teamId']

export const costs = (teamId: string) =>
  queryOptions({
    queryKey: ['team-costs', teamId],
    queryFn: () => read(one.costs.$get({ param: { teamId } })),
    placeholderData: keepPreviousData,
  })

export type Prices = Parameters<typeof one.prices.$put>[0]['json']
export const setPrices = (teamId: string, json: Prices) => read(one.prices.$put({ param: { teamId }, json }))
