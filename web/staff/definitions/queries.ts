import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

export const definitions = queryOptions({
  queryKey: ['definitions'],
  queryFn: () => read(api.definitions.$get()),
})

export type Definition = Awaited<ReturnType<NonNullable<typeof definitions.queryFn>>>['versions'][number]

export const setPace = (versionId: string) =>
  queryOptions({
    queryKey: ['definitions', versionId, 'pace'],
    queryFn: () => read(api.definitions[':versionId'].pace.$get({ param: { versionId } })),
  })

export const publishDefinition = (versionId: string) =>
  read(api.definitions[':versionId'].publish.$post({ param: { versionId } }))
