import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Instrument } from '../../../core/instruments/instrument.ts'
import type { OutcomeSet } from '../../../core/outcome-sets/outcome-set.ts'
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

/** A version with its definition as the object that it is. */
export const version = (versionId: string) =>
  queryOptions({
    queryKey: ['definitions', versionId],
    queryFn: async () => {
      const { content, instruments, before, ...about } = await read(
        api.definitions[':versionId'].$get({ param: { versionId } }),
      )
      const isSet = about.kind === 'outcome-set'
      return {
        ...about,
        ...definitionIn(isSet, content, instruments),
        states: instruments.map(({ id, status }) => ({ id, status })),
        before: before
          ? { version: before.version, ...definitionIn(isSet, before.content, before.instruments) }
          : null,
      }
    },
    refetchInterval: ({ state }) =>
      isGoingOn(state.data?.rescoring) || isGoingOn(state.data?.moving) ? LOOK_MS : false,
  })

const isGoingOn = (work: { finishedAt: string | null } | null | undefined) => work?.finishedAt === null

/** How often somebody who waits for work on a version sees how far it is. */
const LOOK_MS = 3000

export type Version = Awaited<ReturnType<NonNullable<ReturnType<typeof version>['queryFn']>>>

type Made =
  | { set: OutcomeSet; instrument: null; instruments: readonly Instrument[] }
  | { set: null; instrument: Instrument; instruments: readonly [] }

function definitionIn(isSet: boolean, content: string, instruments: readonly { content: string }[]): Made {
  if (!isSet) return { set: null, instrument: JSON.parse(content) as Instrument, instruments: [] }
  return {
    set: JSON.parse(content) as OutcomeSet,
    instrument: null,
    instruments: instruments.map((one) => JSON.parse(one.content) as Instrument),
  }
}

type Of<Given> = Given & { versionId: string }
const routes = api.definitions[':versionId']

export const submitDraft = ({ versionId, ...json }: Of<{ seen: string; note: string }>) =>
  read(routes.submit.$post({ param: { versionId }, json }))
export const returnDraft = ({ versionId, ...json }: Of<{ note: string }>) =>
  read(routes.return.$post({ param: { versionId }, json }))
export const publishVersion = ({
  versionId,
  ...json
}: Of<{ seen: string; note: string; compared: boolean; underWay?: 'keep' | 'move' }>) =>
  read(routes.publish.$post({ param: { versionId }, json }))
export const rescore = ({ versionId, ...json }: Of<{ note: string }>) =>
  read(routes.rescore.$post({ param: { versionId }, json }))
export const moveUnderWay = (versionId: string) => read(routes.move.$post({ param: { versionId } }))
export const retireVersion = ({ versionId, ...json }: Of<{ note: string }>) =>
  read(routes.retire.$post({ param: { versionId }, json }))

export const changeDraft = ({ versionId, ...json }: Of<{ text: string; seen: string }>) =>
  read(routes.$put({ param: { versionId }, json }))
export const takeDefinitions = (json: { text: string; replacing?: Record<string, string> }) =>
  read(api.definitions.$post({ json }))
export const checkText = ({ versionId, ...json }: Of<{ text: string }>) =>
  read(routes.check.$post({ param: { versionId }, json }))

/** An act on definitions: whatever shows them is read again after it. */
export function useDefinitionAct<Given, Done>(act: (given: Given) => Promise<Done>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: ['definitions'] }),
  })
}
