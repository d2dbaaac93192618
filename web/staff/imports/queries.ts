import { queryOptions } from '@tanstack/react-query'
import type { InferResponseType } from 'hono/client'
import { ApiError, api, read } from '../../kit/api.ts'

const WHILE_RUNNING = 700

export type ImportKind = 'appointments' | 'patients'
/** Where files of a kind are brought in. */
export const pageOf = {
  appointments: '/staff/imports',
  patients: '/staff/imports/patients',
} as const satisfies Record<ImportKind, string>

/** What the page begins with: earlier imports, the teams, and how many messages wait. */
export const importsOverview = (kind: ImportKind) =>
  queryOptions({
    queryKey: ['imports', 'overview', kind],
    queryFn: () => read(api.imports.$get({ query: { kind } })),
  })

/** The columns that a file of a kind may have here. */
export const importColumns = (kind: ImportKind) =>
  queryOptions({
    queryKey: ['imports', 'columns', kind],
    queryFn: () => read(api.imports[kind].columns.$get()),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** One import, asked again and again while it runs. */
export const importById = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: () => read(api.imports[':id'].$get({ param: { id } })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? WHILE_RUNNING : false),
  })

export type Import = Awaited<ReturnType<NonNullable<ReturnType<typeof importById>['queryFn']>>>
export type Report = NonNullable<Import['report']>

type Upload = { file: File; teamId: string; dryRun: boolean; checkId?: string }

/** Sends the file itself and gives the id of the import that has begun. */
export async function sendFile(kind: ImportKind, { file, teamId, dryRun, checkId }: Upload): Promise<string> {
  const query = new URLSearchParams({ fileName: file.name.slice(0, 200), dryRun: dryRun ? '1' : '0' })
  if (teamId) query.set('teamId', teamId)
  if (checkId) query.set('checkId', checkId)
  return (await post<{ id: string }>(`/api/imports/${kind}?${query.toString()}`, file)).id
}

export type MeasuresReport = InferResponseType<typeof api.measures.import.$post, 200>

/** Sends a file of clinical measures and gives what it changed, or would change. */
export const sendMeasures = ({ file, dryRun }: Omit<Upload, 'teamId' | 'checkId'>): Promise<MeasuresReport> =>
  post(`/api/measures/import?dryRun=${dryRun ? '1' : '0'}`, file)

async function post<Answer>(path: string, file: File): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => {
    throw new ApiError(0, {})
  })
  const body = (await response.json().catch(() => ({}))) as object
  if (!response.ok) throw new ApiError(response.status, body)
  return body as Answer
}

export const openAsides = queryOptions({
  queryKey: ['quarantine'],
  queryFn: () => read(api.quarantine.$get()),
})
export type Aside = Awaited<ReturnType<NonNullable<typeof openAsides.queryFn>>>['asides'][number]

export type BsnDoubts = Awaited<ReturnType<NonNullable<typeof openAsides.queryFn>>>['bsn']

export type StuckPath = Awaited<ReturnType<NonNullable<typeof openAsides.queryFn>>>['stuck'][number]

export type Decision = { winner: 'ours' | 'theirs'; side?: 'left' | 'right' | 'both'; teamId?: string }

export const acceptAside = ({ id, ...decision }: Decision & { id: string; seen: string }) =>
  read(api.quarantine[':id'].accept.$post({ param: { id }, json: decision }))

export async function rejectAside({ id, seen }: { id: string; seen: string }): Promise<void> {
  const response = await api.quarantine[':id'].reject.$post({ param: { id }, json: { seen } })
  if (!response.ok) throw new ApiError(response.status, (await response.json()) as { code?: string })
}
