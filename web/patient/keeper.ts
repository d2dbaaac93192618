import type { Refusal, Reply } from './api.ts'
import { cleared, isEmpty, merged, shared, without } from './changes.ts'
import type { Answer, Changes, ResponseAnswers } from './task.ts'

/**
 * Where the answers of this page are kept: what was typed goes to the server one save at a time, waits here while the
 * server cannot be reached, and is merged with what another window saved. What is not sent yet is told to whoever
 * lets it rest in the browser, locked.
 */
export type KeeperState =
  | 'quiet'
  | 'saving'
  | 'saved'
  | 'offline' // not yet sent; tried again by itself
  | 'asleep' // the session is over: the link has to be opened again
  | 'gone' // sent from elsewhere, or closed

/** What was not acknowledged yet, and what the server had said about those items before. */
export type Unsent = { changes: Changes; known: Changes }

type Draft = {
  version: number
  /** As the page shows them. */
  answers: ResponseAnswers
  /** As the server has them, as far as it said so. */
  known: ResponseAnswers
  sending: Changes
  waiting: Changes
  busy: boolean
}
type Put = (assessment: string, version: number, changes: Changes) => Promise<Reply<{ version: number }>>
type Wait = (work: () => void, milliseconds: number) => void
type Options = {
  put: Put
  wait: Wait
  onState(state: KeeperState): void
  /** Another window saved: these are its answers under ours. */
  onMerged(assessment: string, answers: ResponseAnswers): void
  /** What would be lost now if the page ended; null when nothing would. */
  onUnsent?(assessment: string, unsent: Unsent | null): void
}

const FIRST_WAIT = 1000
const LONGEST_WAIT = 30_000

export type Keeper = ReturnType<typeof openKeeper>

export function openKeeper(
  assessments: readonly { id: string; version: number; answers: ResponseAnswers }[],
  { put, wait, onState, onMerged, onUnsent }: Options,
) {
  const drafts = new Map(
    assessments.map(({ id, version, answers }): [string, Draft] => [
      id,
      { version, answers, known: answers, sending: {}, waiting: {}, busy: false },
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

  const tell = (id: string) => {
    const { sending, waiting, known } = draftOf(id)
    const changes = merged(sending, waiting)
    onUnsent?.(id, isEmpty(changes) ? null : { changes, known: shared(known, changes) })
  }

  async function send(id: string): Promise<void> {
    const draft = draftOf(id)
    if (draft.busy || ended || isEmpty(draft.waiting)) return
    const sent = draft.waiting
    draft.waiting = {}
    draft.sending = sent
    draft.busy = true
    onState('saving')
    const reply = await put(id, draft.version, sent)
    draft.busy = false
    draft.sending = {}
    if (!reply.ok) return recover(id, sent, reply)
    draft.version = reply.value.version
    draft.known = merged(draft.known, sent)
    return goOn(id)
  }

  function goOn(id: string): Promise<void> {
    tell(id)
    pause = FIRST_WAIT
    if (isSettled()) onState('saved')
    return send(id)
  }

  /** What to do about answers that were not taken. Those typed meanwhile are newer. */
  function recover(id: string, sent: Changes, { status, detail }: Refusal): Promise<void> | undefined {
    const draft = draftOf(id)
    if (status === 422) return drop(id, sent, detail)
    draft.waiting = merged(sent, draft.waiting)
    if (status === 412) {
      adopt(id, detail)
      return goOn(id)
    }
    if (status === 401 || status === 403) return end('asleep')
    if (status === 409 || status === 404) return end('gone')
    onState('offline')
    wait(() => void send(id), pause)
    pause = Math.min(pause * 2, LONGEST_WAIT)
    return undefined
  }

  /**
   * Takes over what another window saved, and lays what is waiting here on top. What the server has already is not
   * sent again: it came from here, and only the reply was lost.
   */
  function adopt(id: string, { version, answers }: Record<string, unknown>) {
    const draft = draftOf(id)
    const there = (answers ?? {}) as ResponseAnswers
    const isNews = !isEmpty(without(without(there, draft.waiting), draft.known))
    draft.version = Number(version)
    draft.known = there
    draft.waiting = without(draft.waiting, there)
    draft.answers = merged(there, draft.waiting)
    if (isNews) onMerged(id, draft.answers)
  }

  // The server refuses an answer that this page let through: the others go on, and submitting names it again.
  function drop(id: string, sent: Changes, { problems = [] }: Record<string, unknown>): Promise<void> {
    const draft = draftOf(id)
    const named: Changes = {}
    for (const { instrument, item } of problems as { instrument: string; item: string }[])
      named[instrument] = { ...named[instrument], [item]: null }
    const refused = isEmpty(shared(sent, named)) ? sent : shared(sent, named)
    draft.waiting = merged(without(sent, refused), draft.waiting)
    draft.answers = merged(draft.answers, cleared(refused), draft.waiting)
    onMerged(id, draft.answers)
    return goOn(id)
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
      tell(id)
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
