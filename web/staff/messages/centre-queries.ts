import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

// Each look walks over all that is open, and is a line in the log.
const EVERY_FIVE_MINUTES = 300_000
const centre = api.messages.centre

/** How mail is doing and what comes. */
export const mailCentre = queryOptions({
  queryKey: ['mail', 'centre'],
  queryFn: () => read(centre.$get()),
  refetchInterval: EVERY_FIVE_MINUTES,
})
export type MailCentre = Awaited<ReturnType<NonNullable<typeof mailCentre.queryFn>>>

/** Who starts of the invited, divided in several ways. */
export const whoStarts = queryOptions({
  queryKey: ['mail', 'starts'],
  queryFn: () => read(centre.starts.$get()),
})

export const messageStates = ['waiting', 'sent', 'failed', 'suppressed'] as const
export type MessageState = (typeof messageStates)[number]

type Behind = { at?: string; id?: string }
const first: Behind = {}

/** Messages to patients in one state, fifty at a time. */
export const messageList = (state: MessageState) =>
  infiniteQueryOptions({
    queryKey: ['mail', 'list', state],
    queryFn: ({ pageParam }) => read(centre.list.$get({ query: { state, ...pageParam } })),
    initialPageParam: first,
    getNextPageParam: ({ more }): Behind | null => more,
  })

export const tryOut = () => read(centre['dry-run'].$get())
export type TriedOut = Awaited<ReturnType<typeof tryOut>>

export const pauseSet = ({ outcomeSet, reason }: { outcomeSet: string; reason: string }) =>
  read(centre.pauses[':outcomeSet'].$put({ param: { outcomeSet }, json: { reason } }))

export const resumeSet = (outcomeSet: string) =>
  read(centre.pauses[':outcomeSet'].$delete({ param: { outcomeSet } }))
