import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ApiError } from '../../../../kit/api.ts'
import { changeDraft, type Version } from '../../queries.ts'
import { written } from '../written.ts'
import { useLeaving } from './use-leaving.ts'

/** Whoever types is left alone until they pause; what could not be stored is tried again. */
const PAUSE_MS = 2000
const AGAIN_MS = 10_000

/** What the draft says: what is being written, where that is not right yet. */
export const storedText = ({ unfinished, set, instrument }: Version) =>
  unfinished ?? written(set ?? instrument)

/** What somebody typed since they opened this, and what of it was stored last. */
type Typed = { text: string; stored: string }

/** The text of a draft while somebody writes: it is stored by itself, a few seconds after the last change. */
export type Writing = {
  text: string
  write: (text: string) => void
  state: 'untouched' | 'open' | 'storing' | 'stored' | 'failed' | 'refused'
  /** Why it is not stored: 'failed' is tried again, 'refused' needs somebody to do something. */
  error: unknown
  storedAt: string | null
  storeNow: () => void
  /** Puts these words in the place of what somebody else wrote: `seen` is theirs. */
  insist: (seen: string) => void
  /** Gives these words up for those that are stored. */
  giveUp: () => Promise<void>
  /** Another number once the text is another than the editors opened with. */
  opened: number
}

export function useWriting(of: Version): Writing {
  const queries = useQueryClient()
  const readAgain = () => queries.invalidateQueries({ queryKey: ['definitions'] })
  const [typed, setTyped] = useState<Typed | null>(null)
  const [opened, setOpened] = useState(0)
  const standsOn = useRef<string | null>(null) // what was stored when these words were begun, or stored last
  const storing = useMutation({
    scope: { id: `draft ${of.id}` }, // one after the other: each stands on the one before
    mutationFn: async (text: string) => {
      const stored = await changeDraft({ versionId: of.id, text, seen: standsOn.current ?? of.draftHash })
      standsOn.current = stored.draftHash
      return { at: new Date().toISOString() }
    },
    onSuccess: (_, text) => setTyped((now) => now && { ...now, stored: text }),
    onSettled: readAgain,
  })
  const { mutate: store, isPending, isError, error, reset } = storing
  const unstored = typed && typed.text !== typed.stored && !isFinal(error) ? typed.text : null
  useEffect(() => {
    if (unstored === null || isPending) return
    const timer = setTimeout(() => store(unstored), isError ? AGAIN_MS : PAUSE_MS)
    return () => clearTimeout(timer)
  }, [unstored, isPending, isError, store])
  useLeaving(unstored !== null, () => unstored !== null && store(unstored))
  return {
    text: typed?.text ?? storedText(of),
    write: (text) => {
      if (isFinal(error) && !isConflict(error)) reset()
      standsOn.current ??= of.draftHash
      setTyped((before) => ({ stored: before?.stored ?? storedText(of), text }))
    },
    state: stateOf(typed, storing),
    error,
    storedAt: storing.data?.at ?? null,
    storeNow: () => unstored !== null && !isPending && store(unstored),
    insist: (seen) => {
      standsOn.current = seen
      if (typed) store(typed.text)
    },
    giveUp: async () => {
      await readAgain()
      standsOn.current = null
      setTyped(null)
      reset()
      setOpened(opened + 1)
    },
    opened,
  }
}

/** Somebody else was first. */
export const isConflict = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.status === 409

/** It does not help to try these again. */
const isFinal = (error: unknown) => error instanceof ApiError && [403, 404, 409, 422].includes(error.status)

function stateOf(
  typed: Typed | null,
  { isPending, error }: { isPending: boolean; error: unknown },
): Writing['state'] {
  if (!typed) return 'untouched'
  if (isPending) return 'storing'
  if (typed.text === typed.stored) return 'stored'
  if (isFinal(error)) return 'refused'
  return error ? 'failed' : 'open'
}
