import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

/** How far the organisation is; looked at again while the page is open, since others do steps too. */
export const startState = queryOptions({
  queryKey: ['start'],
  queryFn: () => read(api.start.state.$get()),
  refetchInterval: 10_000,
})
export type StartState = Awaited<ReturnType<NonNullable<typeof startState.queryFn>>>

export const sendTestMail = () => read(api.messages.test.$post())
