import { notifications } from '@mantine/notifications'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { IndividualPlan } from '../../../core/consult/individual-plan.ts'
import { api, read } from '../../kit/api.ts'
import { sayDiscussed } from '../discussed.ts'
import { useProblem } from '../sign-in/problem.ts'

const { consults } = api
const path = consults.enrolments[':enrolmentId']

/** Does something about the patient on screen, and shows the page as it then is. */
export function useAct<Given, Answer>(
  act: (given: Given) => Promise<Answer>,
  said?: string | ((answer: Answer, given: Given) => void),
  problems: Record<string, string> = {},
) {
  const queries = useQueryClient()
  const problem = useProblem(problems)
  return useMutation({
    mutationFn: act,
    onSuccess: async (answer, given) => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['patient'] }),
        queries.invalidateQueries({ queryKey: ['clinic'] }),
      ])
      if (typeof said === 'string') notifications.show({ message: said })
      else said?.(answer, given)
    },
    onError: (error) => notifications.show({ color: 'red', message: problem(error) }),
  })
}

export const sayOpened = (responseId: string) =>
  read(consults.responses[':responseId'].opened.$put({ param: { responseId } }))

type Agreement = {
  sentence: string
  who: string | null
  dueOn: string | null
  responseId: string | null
  kind: 'goal' | null
  key: string
}

/** A key by which the server knows an agreement that it already has; sent again, it stays one. */
export const newKey = () => crypto.getRandomValues(new Uint32Array(4)).join('-')

export const agree = ({ enrolmentId, ...json }: Agreement & { enrolmentId: string }) =>
  read(path.agreements.$post({ param: { enrolmentId }, json }))

type Which = { enrolmentId: string; agreementId: string }
const oneAgreement = path.agreements[':agreementId']

export const takeBack = (param: Which) => read(oneAgreement.$delete({ param }))

/** The same, with what it alone made count as discussed: an answer, or null for none. */
export async function takeBackAgreed({ discussedBy, ...which }: Which & { discussedBy: string | null }) {
  await takeBack(which)
  if (discussedBy) await sayDiscussed({ responseId: discussedBy, appointmentId: null, discussed: false })
}

/** Undoes taking back. */
export const letStand = (param: Which) => read(oneAgreement.standing.$put({ param }))

export const sayDone = ({ done, ...param }: Which & { done: boolean }) =>
  read(oneAgreement.done.$put({ param, json: { done } }))

/** What a consult about this care path can begin from. */
export const consultDesk = (enrolmentId: string) =>
  queryOptions({
    queryKey: ['patient', 'desk', enrolmentId],
    queryFn: () => read(path.desk.$get({ param: { enrolmentId } })),
  })

type Plan = Omit<IndividualPlan, 'writtenBy' | 'writtenAt'>
export const writePlan = ({ enrolmentId, ...json }: Plan & { enrolmentId: string }) =>
  read(path.plan.$put({ param: { enrolmentId }, json }))

type Order = { enrolmentId: string; moment: string; dueOn: string; reason: string }
export const orderMeasurement = ({ enrolmentId, ...json }: Order) =>
  read(path.assessments.$post({ param: { enrolmentId }, json }))

export const keepTemplate = ({ enrolmentId, sentence }: { enrolmentId: string; sentence: string }) =>
  read(path.templates.$post({ param: { enrolmentId }, json: { sentence } }))

export const dropTemplate = (param: { enrolmentId: string; templateId: string }) =>
  read(path.templates[':templateId'].$delete({ param }))

export const enterMeasure = ({
  enrolmentId,
  ...json
}: {
  enrolmentId: string
  measure: string
  value: number
  measuredOn: string
}) => read(path.measures.$post({ param: { enrolmentId }, json }))

/** Undoes entering a measure: what stood there before stands again. */
export const takeBackMeasure = (param: { enrolmentId: string; measure: string }) =>
  read(path.measures[':measure'].$delete({ param }))
