import { QueryClient, queryOptions } from '@tanstack/react-query'
import { ApiError, api, read } from '../kit/api.ts'

const TRIES = 2

/** Old data stays on screen while new data comes; only what may pass by itself is tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => error instanceof ApiError && error.status === 0 && count < TRIES,
    },
  },
})

/** Who is signed in, what they may do, and whether this is the demo. */
export const me = queryOptions({ queryKey: ['me'], queryFn: () => read(api.me.$get()), staleTime: 60_000 })

export type Me = Awaited<ReturnType<NonNullable<typeof me.queryFn>>>
