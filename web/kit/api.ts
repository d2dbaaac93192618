import { type ClientResponse, hc } from 'hono/client'
import type { App } from '../../server/app.ts'
import { attendance } from './attended.ts'
import { launchHeader } from './launch.ts'

/** The server's routes with their types: `api.patients[':patientId'].$get(…)`. */
export const api = hc<App>('/', { headers: () => ({ ...attendance(), ...launchHeader() }) }).api

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
  return { blob: await response.blob(), name: nameIn(response.headers) }
}

const nameIn = (headers: Headers) =>
  /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'file'

/** How far a file is: bytes and line ends so far, and of how many lines, where the server says so. */
export type Progress = { bytes: number; lines: number; rows: number | null }

/** A file that may be large, read part by part; a refusal, or a file that breaks off, is thrown as ApiError. */
export async function readLargeFile(path: string, signal: AbortSignal, tell: (progress: Progress) => void) {
  const response = await answered(fetch(path, { headers: attendance(), signal }))
  const rows = response.headers.get('uitkomst-rows')
  const progress: Progress = { bytes: 0, lines: 0, rows: rows === null ? null : Number(rows) }
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(part, controller) {
      progress.bytes += part.length
      for (const byte of part) if (byte === LINE_END) progress.lines += 1
      tell({ ...progress })
      controller.enqueue(part)
    },
  })
  const whole = new Response(response.body?.pipeThrough(counting) ?? null)
  const blob = await whole.blob().catch(() => {
    throw new ApiError(0, { code: signal.aborted ? 'stopped' : 'broken_off' })
  })
  return { blob, name: nameIn(response.headers) }
}

const LINE_END = 10

async function answered<Answer extends Pick<Response, 'ok' | 'status' | 'json'>>(
  call: Promise<Answer>,
): Promise<Answer> {
  const response = await call.catch(() => {
    throw new ApiError(0, {})
  })
  if (response.ok) return response
  throw new ApiError(response.status, (await response.json().catch(() => ({}))) as Refusal)
}
