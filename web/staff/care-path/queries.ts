import { notifications } from '@mantine/notifications'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ClientResponse } from 'hono/client'
import type { ContactLine } from '../../../core/patients/contacts.ts'
import { ApiError, api, read } from '../../kit/api.ts'
import { useProblem } from '../sign-in/problem.ts'

export const carePath = (id: string) =>
  queryOptions({
    queryKey: ['care-path', id],
    queryFn: () => read(api.enrolments[':id'].plan.$get({ param: { id } })),
  })
export type CarePath = Awaited<ReturnType<NonNullable<ReturnType<typeof carePath>['queryFn']>>>

export const enrolmentOptions = queryOptions({
  queryKey: ['enrolment-options'],
  queryFn: () => read(api.enrolments.options.$get()),
})
export type TeamOptions = Awaited<ReturnType<NonNullable<typeof enrolmentOptions.queryFn>>>['teams'][number]

/** For answers without a body. */
async function done(call: Promise<ClientResponse<unknown>>): Promise<void> {
  const response = await call.catch(() => {
    throw new ApiError(0, {})
  })
  if (!response.ok) throw new ApiError(response.status, (await response.json().catch(() => ({}))) as object)
}

const one = api.enrolments[':id']

type Choices = { id: string; treatmentOption: string | null; leadClinicianId: string | null }
export const choose = ({ id, ...json }: Choices) => done(one.$patch({ param: { id }, json }))

export const enterStage = ({ id, ...json }: { id: string; stage: string; enteredOn: string }) =>
  read(one.stages.$post({ param: { id }, json }))

export const withdrawStage = (param: { id: string; entryId: string }) =>
  done(one.stages[':entryId'].$delete({ param }))

export const takeBackEvent = (param: { id: string; eventId: string }) =>
  done(one.events[':eventId'].$delete({ param }))

export const tellDate = ({ id, name, on }: { id: string; name: string; on: string | null }) =>
  done(one.dates[':name'].$put({ param: { id, name }, json: { on } }))

type EndReason = 'finished' | 'withdrawn' | 'deceased' | 'loss' | 'palliative'
export const endPath = ({ id, ...json }: { id: string; reason: EndReason; endedOn: string }) =>
  done(one.end.$post({ param: { id }, json }))

type Contacts = { id: string; of: 'patient' | 'team'; seen: ContactLine[]; lines: ContactLine[] }
export const saveContacts = ({ id, ...json }: Contacts) => done(one.contacts.$put({ param: { id }, json }))

export const optOut = ({ id, out }: { id: string; out: boolean }) =>
  done(one['opt-out'].$put({ param: { id }, json: { out } }))

export const endLinks = ({ id }: { id: string }) => done(one['end-links'].$post({ param: { id } }))

type Dates = { what: 'dates'; opensOn: string; dueOn: string; lastDay: string; reason: string }
type Change = { id: string; assessmentId: string; change: Dates | { what: 'skip'; reason: string } }
export const changeAssessment = ({ change, ...param }: Change) =>
  done(one.assessments[':assessmentId'].$put({ param, json: change }))

/** Does something about a care path, says so, and shows the pages as they then are. */
export function useAct<Given, Answer>(
  act: (given: Given) => Promise<Answer>,
  said: string | ((answer: Answer, given: Given) => void),
  problems: Record<string, string>,
) {
  const queries = useQueryClient()
  const problem = useProblem(problems)
  return useMutation({
    mutationFn: act,
    onSuccess: async (answer, given) => {
      await Promise.all(
        [['care-path'], ['patient'], ['clinic'], ['board']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      )
      if (typeof said === 'string') notifications.show({ message: said, withCloseButton: false })
      else said(answer, given)
    },
    onError: (error) => notifications.show({ color: 'red', message: problem(error), withCloseButton: false }),
  })
}
