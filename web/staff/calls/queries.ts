import { queryOptions } from '@tanstack/react-query'
import type { CallOutcome, OutreachRule } from '../../../core/mail/outreach.ts'
import { api, read } from '../../kit/api.ts'

const outreach = api.outreach

/** The caller's own teams. */
export const callTeams = queryOptions({
  queryKey: ['calls', 'teams'],
  queryFn: () => read(outreach.teams.$get()),
  staleTime: 60_000,
})

/** Whom a team calls today. */
export const callList = (teamId: string) =>
  queryOptions({
    queryKey: ['calls', teamId],
    queryFn: () => read(outreach[':teamId'].calls.$get({ param: { teamId } })),
  })
export type CallList = Awaited<ReturnType<NonNullable<ReturnType<typeof callList>['queryFn']>>>
export type CallRow = CallList['rows'][number]

type Call = { teamId: string; assessmentId: string }

/** The number of one patient on the list: asked for when somebody is about to call. */
export const phoneNumber = (call: Call) =>
  queryOptions({
    queryKey: ['calls', 'phone', call.teamId, call.assessmentId],
    queryFn: () => read(outreach[':teamId'].calls[':assessmentId'].phone.$get({ param: call })),
    gcTime: 0,
  })

export const recordCall = ({ outcome, ...call }: Call & { outcome: CallOutcome }) =>
  read(outreach[':teamId'].calls[':assessmentId'].$post({ param: call, json: { outcome } }))

export const setRule = ({ teamId, rule }: { teamId: string; rule: OutreachRule }) =>
  read(outreach[':teamId'].rule.$put({ param: { teamId }, json: rule }))
