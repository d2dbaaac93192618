import { queryOptions } from '@tanstack/react-query'
import type { VisitForm } from '../../../core/consult/triage.ts'
import { api, read } from '../../kit/api.ts'

const { visits } = api
const ofVisit = visits[':appointmentId']

/** What waits to be changed in the record system. */
export const visitWork = queryOptions({ queryKey: ['visits'], queryFn: () => read(visits.$get()) })

export const decideVisit = ({ appointmentId, form }: { appointmentId: string; form: VisitForm }) =>
  read(ofVisit.decision.$put({ param: { appointmentId }, json: { form } }))

export const undecideVisit = (appointmentId: string) =>
  read(ofVisit.decision.$delete({ param: { appointmentId } }))

export const arrangeVisit = ({ appointmentId, arranged }: { appointmentId: string; arranged: boolean }) =>
  read(ofVisit.arranged.$put({ param: { appointmentId }, json: { arranged } }))

/** What was proposed and decided in a team, and what came of it; nothing where its set has no visit triage. */
export const visitFigures = (teamId: string) =>
  queryOptions({
    queryKey: ['visit-figures', teamId],
    queryFn: () => read(visits.teams[':teamId'].figures.$get({ param: { teamId } })),
    staleTime: 60_000,
  })
