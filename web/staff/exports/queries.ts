import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

const exports = api.exports[':teamId']

export const quality = (teamId: string) =>
  queryOptions({
    queryKey: ['data-quality', teamId],
    queryFn: () => read(exports.quality.$get({ param: { teamId } })),
    staleTime: 60_000,
  })

export const registers = (teamId: string) =>
  queryOptions({
    queryKey: ['registers', teamId],
    queryFn: () => read(exports.registers.$get({ param: { teamId } })),
    staleTime: 600_000,
  })

export const delivery = (teamId: string, registerId: string, chosen: string | undefined) =>
  queryOptions({
    queryKey: ['register-delivery', teamId, registerId, chosen ?? ''],
    queryFn: () =>
      read(
        exports.registers[':registerId'].$get({
          param: { teamId, registerId },
          query: chosen === undefined ? {} : { delivery: chosen },
        }),
      ),
  })
export type DeliveryRead = Awaited<ReturnType<NonNullable<ReturnType<typeof delivery>['queryFn']>>>
