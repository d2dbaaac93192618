import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'
import { lastMonths } from '../team/queries.ts'

const one = api.teams[':teamId']
const SPAN = 24 // months

export const costs = (teamId: string) => {
  const query = lastMonths(SPAN)
  return queryOptions({
    queryKey: ['team-costs', teamId, query],
    queryFn: () => read(one.costs.$get({ param: { teamId }, query })),
    placeholderData: keepPreviousData,
  })
}

export type Prices = Parameters<typeof one.prices.$put>[0]['json']
export const setPrices = (teamId: string, json: Prices) => read(one.prices.$put({ param: { teamId }, json }))
