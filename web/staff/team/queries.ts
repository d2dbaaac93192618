import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'
import { type TeamSearch, USUAL_PERIOD } from './search.ts'

export const teams = queryOptions({
  queryKey: ['teams'],
  queryFn: () => read(api.teams.$get()),
  staleTime: 60_000,
})

/** The last months up to and including this one, by the browser's clock: the server counts whole months. */
export function lastMonths(count: number) {
  const now = new Date()
  const month = (back: number) =>
    new Date(Date.UTC(now.getFullYear(), now.getMonth() - back, 1)).toISOString().slice(0, 7)
  return { from: month(count - 1), to: month(0) }
}

const period = ({ months }: TeamSearch) => lastMonths(months ?? USUAL_PERIOD)

const withoutEmpty = (choice: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined))

/** What the page was asked, as it is asked of the server. */
export const outcomesQuery = (search: TeamSearch) => {
  const { measure, moment, who, by } = search
  return { ...period(search), ...withoutEmpty({ measure, moment, who }), ...(by && !who ? { by } : {}) }
}

export const outcomes = (teamId: string, search: TeamSearch) => {
  const query = outcomesQuery(search)
  return queryOptions({
    queryKey: ['team-outcomes', teamId, query],
    queryFn: () => read(api.teams[':teamId'].outcomes.$get({ param: { teamId }, query })),
    placeholderData: keepPreviousData,
  })
}

export const wishes = (teamId: string) =>
  queryOptions({
    queryKey: ['team-wishes', teamId],
    queryFn: () => read(api.teams[':teamId'].wishes.$get({ param: { teamId } })),
    staleTime: 60_000,
  })

export const funnel = (teamId: string, search: TeamSearch) => {
  const query = period(search)
  return queryOptions({
    queryKey: ['team-funnel', teamId, query],
    queryFn: () => read(api.teams[':teamId'].funnel.$get({ param: { teamId }, query })),
    placeholderData: keepPreviousData,
  })
}
