import { useEffect, useState } from 'react'
import { putAnswers } from './api.ts'
import { type KeeperState, openKeeper } from './keeper.ts'
import type { Drafts } from './questionnaire/flow.ts'
import type { Assessment } from './task.ts'

/** The keeper of this page's answers, with what it has to say. */
export function useKeeper(assessments: readonly Assessment[]) {
  const [state, setState] = useState<KeeperState>('quiet')
  const [drafts, setDrafts] = useState<Drafts>(() =>
    Object.fromEntries(assessments.map(({ id, answers }) => [id, answers])),
  )
  const [isMerged, setMerged] = useState(false)
  const [keeper] = useState(() =>
    openKeeper(assessments, {
      put: (id, version, changes) =>
        putAnswers({ id, asked: assessments.find((one) => one.id === id)?.asked }, version, changes),
      wait: (work, milliseconds) => void setTimeout(work, milliseconds),
      onState: setState,
      onMerged: (id, answers) => {
        setDrafts((known) => ({ ...known, [id]: answers }))
        setMerged(true)
      },
    }),
  )
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => {
      if (!keeper.isSettled()) event.preventDefault()
    }
    addEventListener('beforeunload', stay)
    addEventListener('online', keeper.retry)
    addEventListener('focus', keeper.retry)
    return () => {
      removeEventListener('beforeunload', stay)
      removeEventListener('online', keeper.retry)
      removeEventListener('focus', keeper.retry)
    }
  }, [keeper])
  const latest = (): Drafts => Object.fromEntries(assessments.map(({ id }) => [id, keeper.answersOf(id)]))
  return { keeper, state, drafts, latest, isMerged }
}
