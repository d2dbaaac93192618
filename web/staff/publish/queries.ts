import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

export const publications = queryOptions({
  queryKey: ['publications'],
  queryFn: () => read(api.publications.$get()),
})
export type Shown = Awaited<ReturnType<NonNullable<typeof publications.queryFn>>>['publications'][number]

const one = api.publications[':publicationId']
export const propose = (teamId: string) => read(api.publications.$post({ json: { teamId } }))
export const approve = (publicationId: string) => read(one.approved.$put({ param: { publicationId } }))
export const end = (publicationId: string) => read(one.$delete({ param: { publicationId } }))
