import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

const routes = api.teams[':teamId'].rounds

export const rounds = (teamId: string) =>
  queryOptions({
    queryKey: ['rounds', teamId],
    queryFn: () => read(routes.$get({ param: { teamId } })),
  })
export type Rounds = Awaited<ReturnType<NonNullable<ReturnType<typeof rounds>['queryFn']>>>
export type Round = Rounds['rounds'][number]

type Start = { teamId: string; instrument: string; people: number; days: number }
export const startRound = ({ teamId, ...json }: Start) => read(routes.$post({ param: { teamId }, json }))
export const endRound = (param: { teamId: string; roundId: string }) =>
  read(routes[':roundId'].ended.$put({ param }))
