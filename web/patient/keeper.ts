import type { Refusal, Reply } from './api.ts'
import type { Answer, Changes, ResponseAnswers } from './task.ts'

/**
 * Where the answers of this page are kept: what was typed goes to the server one save at a time, waits here while the
 * server cannot be reached, and is merged with what another window saved. Nothing is written into the browser.
 */
export type KeeperState =
  | 'quiet'
  | 'saving'
  | 'saved'
  | 'offline' // not yet sent; tried again by itself
  | 'asleep' // the session is over: the link has to be opened again
  | 'gone' // sent from elsewhere, or closed

type Draft = { version: number; answers: ResponseAnswers; waiting: Changes; busy: boolean }
type Put = (assessment: string, version: number, changes: Changes) => Promise<Reply<{ version: number }>>
type Wait = (work: () => void, milliseconds: number) => void
type Options = {
  put: Put
  wait: Wait
  onState(state: KeeperState): void
  /** Another window saved: these are its answers under ours. */
  onMerged(assessment: string, answers: ResponseAnswers): void
}

const FIRST_WAIT = 1000
const LONGEST_WAIT = 30_000

export type Keeper = ReturnType<typeof openKeeper>

export function openKeeper(
  assessments: readonly { id: string; version: number; answers: ResponseAnswers }[],
  { put, wait, onState, onMerged }: Options,
) {
  const drafts = new Map(
    assessments.map(({ id, version, answers }): [string, Draft] => [
      id,
      { version, answers, waiting: {}, busy: false },
    ]),
  )
  let pause = FIRST_WAIT
  let ended = false

  const draftOf = (id: string): Draft => {
    const draft = drafts.get(id)
    if (!draft) throw new Error(`No assessment ${id}`)
    return draft
  }
  const isSettled = () => [...drafts.values()].every(({ waiting, busy }) => isEmpty(waiting) && !busy)

  async function send(id: string): Promise<void> {
    const draft = draftOf(id)
    if (draft.busy || ended || isEmpty(draft.waiting)) return
    const sent = draft.waiting
    draft.waiting = {}
    draft.busy = true
    onState('saving')
    const reply = await put(id, draft.version, sent)
    draft.busy = false
    if (!reply.ok) return recover(id, sent, reply)
    draft.version = reply.value.version
    pause = FIRST_WAIT
    if (isSettled()) onState('saved')
    return send(id)
  }

  /** What to do about answers that were not taken. Those typed meanwhile are newer. */
  function recover(id: string, sent: Changes, { status, detail }: Refusal): Promise<void> | undefined {
    const draft = draftOf(id)
    if (status === 422) return drop(id, sent)
    draft.waiting = merged(sent, draft.waiting)
    if (status === 412) {
      adopt(id, detail)
      return send(id)
    }
    if (status === 401 || status === 403) return end('asleep')
    if (status === 409 || status === 404) return end('gone')
    onState('offline')
    wait(() => void send(id), pause)
    pause = Math.min(pause * 2, LONGEST_WAIT)
    return undefined
  }

  /** Takes over what another window saved, and lays what is waiting here on top. */
  function adopt(id: string, { version, answers }: Record<string, unknown>) {
    const draft = draftOf(id)
    draft.version = Number(version)
    draft.answers = merged((answers ?? {}) as Changes, draft.waiting)
    onMerged(id, draft.answers)
  }

  // The server refuses an answer that this page let through: the others go on, and sending names it again.
  function drop(id: string, refused: Changes): Promise<void> {
    const draft = draftOf(id)
    draft.answers = merged(draft.answers, cleared(refused), draft.waiting)
    onMerged(id, draft.answers)
    return send(id)
  }

  function end(state: KeeperState): undefined {
    ended = true
    onState(state)
  }

  return {
    /** An answer was given, changed, or taken back (null). */
    keep(id: string, instrument: string, item: string, value: Answer) {
      const draft = draftOf(id)
      const change = { [instrument]: { [item]: value } }
      draft.answers = merged(draft.answers, change)
      draft.waiting = merged(draft.waiting, change)
      void send(id)
    },
    /** Tries again at once: the connection came back. */
    retry() {
      for (const id of drafts.keys()) void send(id)
    },
    adopt,
    isSettled,
    versionOf: (id: string) => draftOf(id).version,
    answersOf: (id: string) => draftOf(id).answers,
  }
}

const isEmpty = (changes: Changes) => Object.values(changes).every((items) => Object.keys(items).length === 0)

const cleared = (changes: Changes): Changes =>
  Object.fromEntries(
    Object.entries(changes).map(([instrument, items]) => [
      instrument,
      Object.fromEntries(Object.keys(items).map((item) => [item, null])),
    ]),
  )

/** Per item, the later answer wins. */
function merged(...changes: ResponseAnswers[]): ResponseAnswers {
  const result: ResponseAnswers = {}
  for (const [instrument, items] of changes.flatMap((change) => Object.entries(change)))
    result[instrument] = { ...result[instrument], ...items }
  return result
}
