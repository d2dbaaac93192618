import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

export const people = queryOptions({ queryKey: ['people'], queryFn: () => read(api.people.$get()) })
export type Person = Awaited<ReturnType<NonNullable<typeof people.queryFn>>>[number]

export const teams = queryOptions({
  queryKey: ['teams'],
  queryFn: () => read(api.organisation.teams.$get()),
})

type Invitation = Parameters<typeof api.people.$post>[0]['json']
export const invite = (json: Invitation) => read(api.people.$post({ json }))

const one = api.people[':staffId']
const param = (staffId: string) => ({ param: { staffId } })

type Given = Parameters<typeof one.roles.$post>[0]['json']
export const giveRole = (staffId: string, json: Given) => read(one.roles.$post({ ...param(staffId), json }))
export const endRole = (staffId: string, roleId: string) =>
  read(one.roles[':roleId'].end.$post({ param: { staffId, roleId }, json: {} }))

export const setRecordNumber = (staffId: string, recordNumber: string | null) =>
  read(one['record-number'].$put({ ...param(staffId), json: { recordNumber } }))

export type LinkKind = 'invitation' | 'password' | 'second-factor'
export const giveLink = (staffId: string, kind: LinkKind) =>
  read(one.link.$post({ ...param(staffId), json: { kind } }))

export const leaving = (staffId: string) =>
  queryOptions({ queryKey: ['leaving', staffId], queryFn: () => read(one.leaving.$get(param(staffId))) })
export type LeftBehind = Awaited<ReturnType<NonNullable<ReturnType<typeof leaving>['queryFn']>>>
export type Successor = { teamId: string; staffId: string }
export const leave = (staffId: string, successors: Successor[]) =>
  read(one.leave.$post({ ...param(staffId), json: { successors } }))
export const rejoin = (staffId: string) => read(one.rejoin.$post(param(staffId)))
