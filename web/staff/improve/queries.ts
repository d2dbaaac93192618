import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'
import { lastMonths } from '../team/queries.ts'

const one = api.teams[':teamId']

export const charts = (teamId: string, months: number) => {
  const query = lastMonths(months)
  return queryOptions({
    queryKey: ['team-charts', teamId, query],
    queryFn: () => read(one.charts.$get({ param: { teamId }, query })),
    placeholderData: keepPreviousData,
  })
}

type Given = Parameters<typeof one.improvements.$post>[0]['json']
export const register = (teamId: string, json: Given) =>
  read(one.improvements.$post({ param: { teamId }, json }))

const ending = one.improvements[':improvementId'].end
export type Ending = Parameters<typeof ending.$post>[0]['json']
export const end = (teamId: string, improvementId: string, json: Ending) =>
  read(ending.$post({ param: { teamId, improvementId }, json }))
