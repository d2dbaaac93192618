import { queryOptions } from '@tanstack/react-query'
import type { AlertOutcome } from '../../../core/alerts/alert-outcome.ts'
import type { OfficeHours } from '../../../core/time/office-hours.ts'
import { api, read } from '../../kit/api.ts'

const { alerts, consults } = api
const one = consults.alerts[':alertId']
const team = alerts.teams[':teamId']

const LIVE_MS = 30_000

/** What the caller's teams have to answer. Each time it is asked for is a look at patients: it is not asked by a clock. */
export const alertDesk = queryOptions({
  queryKey: ['alerts', 'desk'],
  queryFn: () => read(alerts.$get()),
})

/** How many wait: for the badge on every page. */
export const alertCount = queryOptions({
  queryKey: ['alerts', 'count'],
  queryFn: () => read(alerts.count.$get()),
  refetchInterval: LIVE_MS,
})

/** Who answers what in one team. */
export const teamWatch = (teamId: string) =>
  queryOptions({
    queryKey: ['alerts', 'watch', teamId],
    queryFn: () => read(team.$get({ param: { teamId } })),
  })

export const takeAlert = (alertId: string) => read(one.acknowledged.$put({ param: { alertId } }))

export const giveBack = (alertId: string) => read(one.acknowledged.$delete({ param: { alertId } }))

type Closing = { alertId: string; code: AlertOutcome; note: string }
export const closeAlert = ({ alertId, ...json }: Closing) =>
  read(one.closed.$put({ param: { alertId }, json }))

export const undoClose = (alertId: string) => read(one.closed.$delete({ param: { alertId } }))

type Duty = { teamId: string; rule: string; isOff: boolean; ownerId: string | null; deputyId: string | null }
export const setDuty = ({ teamId, rule, ...json }: Duty) =>
  read(team.rules[':rule'].$put({ param: { teamId, rule }, json }))

export const setHours = ({ teamId, hours }: { teamId: string; hours: OfficeHours }) =>
  read(team.hours.$put({ param: { teamId }, json: { ...hours, days: [...hours.days] } }))
