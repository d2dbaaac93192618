import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'
import type { BoardSearch } from './search.ts'

/** The board of a team, of the reader's first one when none is asked for; whom of it, and which stages show everybody. */
export const board = (query: BoardSearch) =>
  queryOptions({
    queryKey: ['board', query],
    queryFn: () => read(api.board.$get({ query: given(query) })),
    placeholderData: keepPreviousData,
  })

/** Without what was not chosen. */
const given = ({ open, ...chosen }: BoardSearch) => ({
  ...(Object.fromEntries(Object.entries(chosen).filter(([, value]) => value)) as typeof chosen),
  ...(open?.length ? { open } : {}),
})
