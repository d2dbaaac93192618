import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

/** How the feeds are, and the rules by which they are read. */
export const feeds = queryOptions({ queryKey: ['feeds'], queryFn: () => read(api.feeds.$get()) })

type Overview = Awaited<ReturnType<NonNullable<typeof feeds.queryFn>>>
export type Feed = Overview['feeds'][number]
export type Subscription = Overview['subscriptions'][number]
export type Team = Overview['teams'][number]
export type Rules = Overview['rules']

type Saved = Parameters<typeof api.feeds.rules.$put>[0]['json']
export const saveRules = (json: Saved) => read(api.feeds.rules.$put({ json }))
