import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

export const programme = queryOptions({
  queryKey: ['programme'],
  queryFn: () => read(api.programme.$get()),
})

export const share = (shared: boolean) => read(api.programme.shared.$put({ json: { shared } }))
