import { queryOptions } from '@tanstack/react-query'
import type { Licence } from '../../../../../core/instruments/instrument.ts'
import type { Chosen } from '../../../../../core/wording/match.ts'
import { api, read } from '../../../../kit/api.ts'

export type WordingFile = { name: string; base64: string; language: 'nl' | 'en' }
type About = { versionId: string; file: WordingFile; chosen: Chosen }

const routes = api.definitions[':versionId'].wording

/** What a file would be as the wording: which question goes with which item, and what is wrong with it. */
export const lookAtWording = ({ versionId, file, chosen }: About) =>
  queryOptions({
    queryKey: ['wording', versionId, file.name, file.language, file.base64.length, chosen],
    queryFn: () => read(routes.look.$post({ param: { versionId }, json: { file, chosen } })),
    gcTime: 0,
    retry: false,
    placeholderData: (before) => before,
  })

export type Look = Awaited<ReturnType<NonNullable<ReturnType<typeof lookAtWording>['queryFn']>>>

export const installWording = ({ versionId, ...json }: About & { licence: Licence; looked: boolean }) =>
  read(routes.$post({ param: { versionId }, json }))

/** A file whole, as a request can carry it. */
export async function asBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const letters: string[] = []
  for (let at = 0; at < bytes.length; at += 4096)
    letters.push(String.fromCharCode(...bytes.subarray(at, at + 4096)))
  return btoa(letters.join(''))
}
