import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'
import { useWords } from '../../kit/words.tsx'
import { useFormProblem } from '../form-problem.ts'
import { words } from './words.ts'

const own = api.organisation

export const organisation = queryOptions({ queryKey: ['organisation'], queryFn: () => read(own.$get()) })
export const teams = queryOptions({ queryKey: ['teams'], queryFn: () => read(own.teams.$get()) })
export const outcomeSets = queryOptions({
  queryKey: ['outcome-sets'],
  queryFn: () => read(own['outcome-sets'].$get()),
})
export const serviceKeys = queryOptions({
  queryKey: ['service-keys'],
  queryFn: () => read(own['service-keys'].$get()),
})

type Organisation = Parameters<typeof own.$put>[0]['json']
export const changeOrganisation = (json: Organisation) => read(own.$put({ json }))

type Team = Parameters<typeof own.teams.$post>[0]['json']
export const addTeam = (json: Team) => read(own.teams.$post({ json }))
export const changeTeam = ({ id, ...json }: Omit<Team, 'outcomeSet'> & { id: string }) =>
  read(own.teams[':teamId'].$put({ param: { teamId: id }, json }))

export const addKey = (name: string) => read(own['service-keys'].$post({ json: { name } }))
export const revokeKey = (keyId: string) =>
  read(own['service-keys'][':keyId'].revoke.$post({ param: { keyId } }))

export const changePassword = (json: { current: string; password: string }) =>
  read(api.account.password.$put({ json }))
export const offerFactor = () => read(api.account['second-factor'].offer.$post())
export const changeFactor = (json: { current: string; code: string }) =>
  read(api.account['second-factor'].$put({ json }))
export const changeLanguage = (language: 'nl' | 'en') =>
  read(api.account.language.$put({ json: { language } }))

export const changeClinicMail = (clinicMail: boolean) =>
  read(api.account['clinic-mail'].$put({ json: { clinicMail } }))

/** Changes a setting: what depends on it is read again, and what went wrong is a sentence. */
export function useChange<Given, Made>(
  change: (given: Given) => Promise<Made>,
  { done, problems = {} }: { done?: (made: Made) => void; problems?: Record<string, string> } = {},
) {
  const queries = useQueryClient()
  const mutation = useMutation({
    mutationFn: change,
    onSuccess: async (made) => {
      await queries.invalidateQueries()
      done?.(made)
    },
  })
  const problem = useFormProblem(mutation.error, { ...problems, ...useWords(words).problems })
  return {
    run: mutation.mutate,
    busy: mutation.isPending,
    made: mutation.data,
    isDone: mutation.isSuccess,
    problem: problem.summary,
    errorOf: problem.of,
  }
}
