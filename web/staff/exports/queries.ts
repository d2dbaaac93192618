import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

export const quality = (teamId: string) =>
  queryOptions({
    queryKey: ['data-quality', teamId],
    queryFn: () => read(api.exports[':teamId'].quality.$get({ param: { teamId } })),
    staleTime: 60_000,
  })
