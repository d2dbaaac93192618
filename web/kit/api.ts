import { type ClientResponse, hc } from 'hono/client'
import type { App } from '../../server/app.ts'

/** The server's routes with their types: `api.patients[':patientId'].$get(…)`. */
export const api = hc<App>('/').api

/** A refusal by the server; `code` is what the pages turn into a sentence. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly issues: readonly unknown[]
  constructor(status: number, code: string, message: string, issues: readonly unknown[] = []) {
    super(message)
    this.status = status
    this.code = code
    this.issues = issues
  }
}

type Refusal = { code?: string; message?: string; issues?: unknown[] }

/** The body of a successful answer; a refusal, or no answer at all, is thrown as ApiError. */
export async function read<Body>(call: Promise<ClientResponse<Body>>): Promise<Body> {
  const response = await call.catch(() => {
    throw new ApiError(0, 'unreachable', 'The server did not answer')
  })
  if (response.ok) return (await response.json()) as Body
  const refusal = (await response.json().catch(() => ({}))) as Refusal
  throw new ApiError(
    response.status,
    refusal.code ?? 'unreachable',
    refusal.message ?? 'The server did not answer',
    refusal.issues ?? [],
  )
}
