import { type ClientResponse, hc } from 'hono/client'
import type { App } from '../../server/app.ts'
import { attendance } from './attended.ts'

/** The server's routes with their types: `api.patients[':patientId'].$get(…)`. */
export const api = hc<App>('/', { headers: attendance }).api

type Issue = { path: string; message: string }
type Refusal = { code?: string; message?: string; detail?: Record<string, unknown>; issues?: Issue[] }

/** A refusal by the server; `code` is what the pages turn into a sentence. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  /** What the sentence needs to be exact, such as which appointment. */
  readonly detail: Record<string, unknown>
  /** Where an input was wrong: `path` within what was sent. */
  readonly issues: readonly Issue[]
  constructor(status: number, refusal: Refusal) {
    super(refusal.message ?? 'The server did not answer')
    this.status = status
    this.code = refusal.code ?? 'unreachable'
    this.detail = refusal.detail ?? {}
    this.issues = refusal.issues ?? []
  }
}

/** The body of a successful answer; a refusal, or no answer at all, is thrown as ApiError. */
export async function read<Body>(call: Promise<ClientResponse<Body>>): Promise<Body> {
  return (await (await answered(call)).json()) as Body
}

/** A file, with the name that the server gave it; a refusal is thrown as ApiError. */
export async function readFile(call: Promise<Pick<Response, 'ok' | 'status' | 'json' | 'blob' | 'headers'>>) {
  const response = await answered(call)
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'file'
  return { blob: await response.blob(), name }
}

async function answered<Answer extends Pick<Response, 'ok' | 'status' | 'json'>>(
  call: Promise<Answer>,
): Promise<Answer> {
  const response = await call.catch(() => {
    throw new ApiError(0, {})
  })
  if (response.ok) return response
  throw new ApiError(response.status, (await response.json().catch(() => ({}))) as Refusal)
}
