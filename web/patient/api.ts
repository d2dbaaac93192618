import type { PaceNote } from '../../core/answers/pace.ts'
import type { Changes, ResponseAnswers, Task } from './task.ts'

/** A refusal by name; `status` is 0 when the server could not be reached. */
export type Refusal = { status: number; code: string; detail: Record<string, unknown> }
export type Reply<T> = { ok: true; value: T } | ({ ok: false } & Refusal)

/** A connection that hangs is no connection: what was sent is tried again. */
const PATIENCE = 15_000

async function ask<T>(path: string, init: RequestInit = {}): Promise<Reply<T>> {
  try {
    const answer = await fetch(`/api/patient/${path}`, init)
    if (answer.ok) return { ok: true, value: (await answer.json()) as T }
    const { code, detail = {} } = (await answer.json()) as { code: string; detail?: Refusal['detail'] }
    return { ok: false, status: answer.status, code, detail }
  } catch {
    return { ok: false, status: 0, code: 'unreachable', detail: {} }
  }
}

const write = <T>(method: string, path: string, version: number, body: unknown) =>
  ask<T>(path, {
    method,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'If-Match': `"${version}"` },
    body: JSON.stringify(body),
    keepalive: true, // an answer that was given just before the page closes still goes
    signal: AbortSignal.timeout(PATIENCE),
  })

export const getTask = () => ask<Task>('task')

/** `asked`: the version of the outcome set whose questions the page shows. */
export const putAnswers = (
  { id: assessment, asked }: { id: string; asked: string | undefined },
  version: number,
  changes: Changes,
  pace: readonly PaceNote[] = [],
) => write<{ version: number }>('PUT', 'answers', version, { assessment, asked, changes, pace })

export type Finish = { topics: string[]; topicText: string | null; urgent: boolean }

export const postSubmit = (
  assessment: string,
  version: number,
  answers: ResponseAnswers,
  finish: Finish,
  pace: readonly PaceNote[] = [],
) => write<{ submittedAt: string }>('POST', 'submit', version, { assessment, answers, ...finish, pace })
