import { notifications } from '@mantine/notifications'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../kit/words.tsx'
import { LONG_ENOUGH, showUndo } from '../undo.tsx'
import { end, useAct } from './queries.ts'
import { roomWords } from './room-words.ts'
import { words } from './words.ts'

/**
 * Ends a meeting ten seconds later, or as soon as the page is left, unless that is undone before: what follows from it
 * (the next list, names that are hidden) cannot be gathered up again.
 */
export function useEnding(meetingId: string) {
  const say = useWords(roomWords)
  const { problems } = useWords(words)
  const { mutate, isPending } = useAct(end, problems, ({ next }) =>
    notifications.show({ message: say.ended(next !== null) }),
  )
  const [isBegun, setBegun] = useState(false)
  const finish = useRef<() => void>(undefined)
  const begin = () => {
    setBegun(true)
    const stop = () => {
      clearTimeout(timer)
      finish.current = undefined
    }
    const go = () => {
      stop()
      mutate(meetingId)
    }
    const timer = setTimeout(go, LONG_ENOUGH)
    finish.current = go
    const undo = () => {
      stop()
      setBegun(false)
    }
    showUndo({ id: `ended ${meetingId}`, message: say.ending, undo })
  }
  useEffect(() => () => finish.current?.(), [])
  return { begin, isPending: isBegun || isPending }
}
