import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

/** The board of a team; of the reader's first one when none is asked for. */
export const board = (team: string | undefined) =>
  queryOptions({
    queryKey: ['board', team ?? 'first'],
    queryFn: () => read(api.board.$get({ query: team ? { team } : {} })),
    placeholderData: keepPreviousData,
  })
