import { notifications } from '@mantine/notifications'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { PatientPart } from '../../../core/consult/decision.ts'
import type { recurrences } from '../../../core/meetings/meeting.ts'
import type { CaseKind, MeetingKind } from '../../../core/meetings/meeting-topics.ts'
import { api, read } from '../../kit/api.ts'
import { useProblem } from '../sign-in/problem.ts'

const { meetings } = api
const one = meetings[':id']
const item = one.items[':itemId']

export const meetingList = queryOptions({ queryKey: ['meetings'], queryFn: () => read(meetings.$get()) })

/** Who can chair a meeting of a team, and who can belong to it. */
export const meetingOptions = (teamId: string) =>
  queryOptions({
    queryKey: ['meeting-options', teamId],
    queryFn: () => read(meetings.options[':teamId'].$get({ param: { teamId } })),
  })

export const myActions = queryOptions({
  queryKey: ['meetings', 'actions'],
  queryFn: () => read(meetings.actions.$get()),
})

export const meeting = (id: string) =>
  queryOptions({ queryKey: ['meetings', id], queryFn: () => read(one.$get({ param: { id } })) })

export const proposals = (id: string) =>
  queryOptions({
    queryKey: ['meetings', id, 'proposals'],
    queryFn: () => read(one.proposals.$get({ param: { id } })),
  })

/** One patient of the list, as the team sees them. */
export const prep = (id: string, itemId: string) =>
  queryOptions({
    queryKey: ['meetings', id, 'prep', itemId],
    queryFn: () => read(item.$get({ param: { id, itemId } })),
  })

/** How people like a patient of the list fared. */
export const prepSimilar = (id: string, itemId: string) =>
  queryOptions({
    queryKey: ['similar', `${id} ${itemId}`],
    queryFn: () => read(item.similar.$get({ param: { id, itemId } })),
  })

/** The meetings on whose list a care path can be put. */
export const meetingsFor = (enrolmentId: string) =>
  queryOptions({
    queryKey: ['meetings', 'for', enrolmentId],
    queryFn: () => read(meetings.for[':enrolmentId'].$get({ param: { enrolmentId } })),
  })

/** The figures of a list about figures as they are now, and what was left to do. */
export const background = (id: string) =>
  queryOptions({
    queryKey: ['meetings', id, 'background'],
    queryFn: () => read(one.background.$get({ param: { id } })),
  })

type NewMeeting = {
  kind: MeetingKind
  teamId: string
  title: string
  startsAt: string
  minutes: number
  everyWeeks: (typeof recurrences)[number]
  chairId: string
  memberIds: string[]
}
export const plan = (json: NewMeeting) => read(meetings.$post({ json }))

/** As if it had not been planned. */
export const unplan = (id: string) => read(one.$delete({ param: { id } }))

type Listing = { id: string; enrolmentId: string; question: string; situation: string | null }
export const listPatient = ({ id, ...json }: Listing) => read(one.items.$post({ param: { id }, json }))

export const listSubject = ({ id, ...json }: { id: string; topic: string | null; question: string }) =>
  read(one.subjects.$post({ param: { id }, json }))

type Guest = {
  name: string
  email: string
  profession: string
  language: 'nl' | 'en'
  comesFrom: string
}
export const askGuest = ({ id, ...json }: Guest & { id: string }) =>
  read(one.guests.$post({ param: { id }, json }))

export const dropGuest = (param: { id: string; staffId: string }) =>
  read(one.guests[':staffId'].$delete({ param }))

/** Undoes dropping a guest. */
export const restoreGuest = ({ receipt, ...param }: { id: string; staffId: string; receipt: string }) =>
  read(one.guests[':staffId'].$put({ param, json: { receipt } }))

export const flagCase = (json: { enrolmentId: string; kind: CaseKind; what: string }) =>
  read(meetings.cases.$post({ json }))

export const withdrawCase = (caseId: string) => read(meetings.cases[':caseId'].$delete({ param: { caseId } }))

export const unlist = (param: { id: string; itemId: string }) => read(item.$delete({ param }))

export const order = ({ id, itemIds }: { id: string; itemIds: string[] }) =>
  read(one.order.$put({ param: { id }, json: { itemIds } }))

type Written = {
  version: number
  situation: string | null
  question: string
  decision: string | null
  reason: string | null
  patientPart: PatientPart | null
  sentence: string | null
}
type Which = { id: string; itemId: string }

export const write = ({ id, itemId, ...json }: Which & Written) =>
  read(item.$put({ param: { id, itemId }, json }))

export const confirm = ({ id, itemId, ...json }: Which & { version: number; actionIds: string[] }) =>
  read(item.confirmed.$put({ param: { id, itemId }, json }))

export const unconfirm = ({ id, itemId }: Which) => read(item.confirmed.$delete({ param: { id, itemId } }))

export const addAction = ({
  id,
  itemId,
  ...json
}: Which & { what: string; ownerId: string; dueOn: string }) =>
  read(item.actions.$post({ param: { id, itemId }, json }))

export const removeAction = (param: Which & { actionId: string }) =>
  read(item.actions[':actionId'].$delete({ param }))

export const finish = ({ actionId, done }: { actionId: string; done: boolean }) =>
  read(meetings.actions[':actionId'].$put({ param: { actionId }, json: { done } }))

export const attend = ({ id, staffId, present }: { id: string; staffId: string; present: boolean }) =>
  read(one.members[':staffId'].$put({ param: { id, staffId }, json: { present } }))

type People = { id: string; chairId: string; memberIds: string[] }
export const changePeople = ({ id, ...json }: People) => read(one.people.$put({ param: { id }, json }))
/** As if that had not been done. */
export const undoPeople = ({ id, ...json }: { id: string; receipt: string }) =>
  read(one.people.undone.$put({ param: { id }, json }))

/** Gives something to do to somebody else of the team. */
export const handOn = ({ actionId, ownerId }: { actionId: string; ownerId: string }) =>
  read(meetings.actions[':actionId'].owner.$put({ param: { actionId }, json: { ownerId } }))

/** As if that had not been done. */
export const takeBack = ({ actionId, receipt }: { actionId: string; receipt: string }) =>
  read(meetings.actions[':actionId'].owner.undone.$put({ param: { actionId }, json: { receipt } }))

export const end = (id: string) => read(one.ended.$put({ param: { id } }))

/** Does something about a meeting, and shows the pages as they then are. */
export function useAct<Given, Answer>(
  act: (given: Given) => Promise<Answer>,
  problems: Record<string, string>,
  said?: string | ((answer: Answer, given: Given) => void),
) {
  const queries = useQueryClient()
  const problem = useProblem(problems)
  return useMutation({
    mutationFn: act,
    onSuccess: (answer, given) => {
      if (typeof said === 'string') notifications.show({ message: said })
      else said?.(answer, given)
    },
    onSettled: () =>
      Promise.all(
        [['meetings'], ['board'], ['patient']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
    onError: (error) => notifications.show({ color: 'red', message: problem(error) }),
  })
}
